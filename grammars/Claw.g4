// The syntax of model files (*.claw): the single source of truth. grammars/generate.sh turns it into C#.
//
// A file is a list of statements, each ended by a newline or `;`. The cutting happens before this grammar is applied
// (StatementSplitter): there a newline inside brackets becomes white space, and each statement is parsed on its own by
// the rule `statement`, so that one mistake never hides another. The lexer sees every character beyond ASCII as DEL:
// such characters are legal in comments and strings alone.
//
// Every decision looks one token ahead. Chains are loops, never recursion: only brackets nest.

grammar Claw;

// ---- Entry points ----

statement
  : ( title | parameters | let | phi | network | field | precondition | flow | loss | data | at ) EOF
  ;

expression : sum EOF ;

// ---- Statements ----

title        : MODEL text=STRING ;

parameters   : PARAMETERS declaration ( COMMA declaration )* ;
declaration  : word=name ( LBRACKET rows=INT ( COMMA columns=INT )? RBRACKET )? ;

let          : LET word=name EQUALS sum ;

phi          : PHI sum ( COMMA sum )* ;

field        : FIELD sum ( EQUALS sum )? ;                         // before `=` stands a name alone: SyntaxBuilder checks it

precondition : PRECONDITION word=name BY sum ;

flow
  : FLOW ( kind=GRADIENT ( DECAY rate=rational )?
         | kind=MOMENTUM rate=rational
         | kind=NESTEROV rate=rational )
  ;
rational     : sign=MINUS? numerator=INT ( SLASH denominator=INT )? ;

loss         : LOSS ( ANY | first=CROSS MINUS last=ENTROPY ) ;

data         : DATA matrix ;

at           : AT assignment ( COMMA assignment )* ;
assignment   : word=name EQUALS sum ;

// ---- Networks ----

network      : NETWORK input=shape ( ARROW layer )* ;
shape        : INT | SHAPE ;
layer        : dense | convolution | attention | residual ;
dense        : DENSE? units=INT active=activation? bias=BIAS? ;
convolution
  : CONV channels=INT KERNEL taps=shape ( STRIDE stride=INT )? ( PADDING around=padding )?
    active=activation? bias=BIAS?
  ;
padding      : INT | SAME | CIRCULAR ;
attention
  : ATTENTION HEADS heads=INT KEY key=INT ( VALUE value=INT )? linear=LINEAR? bias=BIAS?
  ;
residual     : RESIDUAL LPAREN layer ( ARROW layer )* RPAREN ;
activation   : kind=LINEAR | kind=RELU ( CARET degree=INT )? | kind=SQUARE | kind=SMOOTH ;

// ---- Expressions ----

sum            : product addition* ;
addition       : sign=( PLUS | MINUS ) product ;
product        : factor multiplication* ;
multiplication : sign=( STAR | SLASH | DOTSTAR ) factor ;
factor         : minus* power ;                                    // -x^2 is -(x^2)
minus          : MINUS ;
power          : atom ( CARET ( transpose=T ( CARET raised=exponent )? | raised=exponent ) )? ;
exponent       : sign=MINUS? value=INT ;
atom           : INT | reference | derivation | matrix | bracket ;
reference      : word=name ( indices=index | call=arguments )? ;
index          : LBRACKET values+=INT ( COMMA values+=INT )* RBRACKET ;
arguments      : LPAREN sum ( COMMA sum )* RPAREN ;
derivation     : D LBRACKET word=name indices=index? RBRACKET ;
bracket        : LPAREN sum RPAREN ;
// [[a,b],[c,d]] and [a,b] are one rule: a list whose entries are all bare lists is a list of rows.
matrix         : LBRACKET sum ( COMMA sum )* RBRACKET ;

// Words are ordinary names outside their statement; only T and D are reserved.
name
  : NAME
  | MODEL | PARAMETERS | LET | PHI | NETWORK | FIELD | PRECONDITION | FLOW | LOSS | DATA | AT
  | BY | GRADIENT | DECAY | MOMENTUM | NESTEROV | ANY | CROSS | ENTROPY
  | DENSE | CONV | KERNEL | STRIDE | PADDING | SAME | CIRCULAR
  | ATTENTION | HEADS | KEY | VALUE | RESIDUAL | LINEAR | RELU | SQUARE | SMOOTH | BIAS
  ;

// ---- Words ----

MODEL : 'model' ; PARAMETERS : 'parameters' ; LET : 'let' ; PHI : 'phi' ; NETWORK : 'network' ; FIELD : 'field' ;
PRECONDITION : 'precondition' ; FLOW : 'flow' ; LOSS : 'loss' ; DATA : 'data' ; AT : 'at' ;
BY : 'by' ; GRADIENT : 'gradient' ; DECAY : 'decay' ; MOMENTUM : 'momentum' ; NESTEROV : 'nesterov' ;
ANY : 'any' ; CROSS : 'cross' ; ENTROPY : 'entropy' ;
DENSE : 'dense' ; CONV : 'conv' ; KERNEL : 'kernel' ; STRIDE : 'stride' ; PADDING : 'padding' ; SAME : 'same' ;
CIRCULAR : 'circular' ; ATTENTION : 'attention' ; HEADS : 'heads' ; KEY : 'key' ; VALUE : 'value' ;
RESIDUAL : 'residual' ; LINEAR : 'linear' ; RELU : 'relu' ; SQUARE : 'square' ; SMOOTH : 'smooth' ; BIAS : 'bias' ;
T : 'T' ; D : 'D' ;

NAME   : LETTER ( LETTER | DIGIT )* ;
PRIMED : LETTER ( LETTER | DIGIT )* '\'' ;                         // a velocity, in printed laws alone

// ---- Numbers and strings ----

INT          : DIGIT+ ;
SHAPE        : DIGIT+ ( 'x' DIGIT+ )+ ;
DECIMAL      : DIGIT* '.' DIGIT+ TENS? | DIGIT+ TENS ;             // recognized only to be refused; 2.*x is no decimal
STRING       : '"' ~["\r\n]* '"' ;
OPEN_STRING  : '"' ~["\r\n]* ;

// ---- Signs ----

PLUS : '+' ; MINUS : '-' ; STAR : '*' ; SLASH : '/' ; DOTSTAR : '.*' ; CARET : '^' ; EQUALS : '=' ; COMMA : ',' ;
ARROW : '->' ; LPAREN : '(' ; RPAREN : ')' ; LBRACKET : '[' ; RBRACKET : ']' ; SEMICOLON : ';' ;
NEWLINE : '\r'? '\n' | '\r' ;

BLANK   : [ \t\f]+ -> skip ;
COMMENT : '#' ~[\r\n]* -> skip ;
STRAY   : . ;

fragment LETTER : [A-Za-z_] ;
fragment DIGIT  : [0-9] ;
fragment TENS   : [eE] [+\-]? DIGIT+ ;
