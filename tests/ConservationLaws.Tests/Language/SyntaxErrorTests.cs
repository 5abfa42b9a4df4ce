using ConservationLaws.Language;

namespace ConservationLaws.Tests.Language;

/// <summary>Texts with one mistake: where it is found, what is said, what is suggested.</summary>
public sealed class SyntaxErrorTests
{
    [Theory]
    // Wrong or missing words.
    [InlineData("«paramters» x", "unknown statement `paramters`", "did you mean `parameters`?")]
    [InlineData("«Phi» x", "unknown statement `Phi`", "did you mean `phi`?")]
    [InlineData("«xyzzy» x", "unknown statement `xyzzy`", "a statement begins with one of: model, parameters, let, phi, network, field, precondition, flow, loss, data, at")]
    [InlineData("«a» = 3", "unknown statement `a`", "to give an expression a name, write let a = …")]
    [InlineData("«3»", "a statement cannot begin with `3`", "a statement begins with one of: model, parameters, let, phi, network, field, precondition, flow, loss, data, at")]
    [InlineData("network 2 -> 3 «rleu» bias", "expected an activation (`linear`, `relu`, `square` or `smooth`), `bias`, `->` or the end of the statement, found `rleu`", "did you mean `relu`?")]
    [InlineData("network 2 -> «con» 3", "expected a layer (a number of units, `conv`, `attention` or `residual`), found `con`", "did you mean `conv`?")]
    [InlineData("loss «crossentropy»", "expected `any` or `cross-entropy`, found `crossentropy`", "did you mean `cross-entropy`?")]
    [InlineData("loss «cross - entropy»", "`cross-entropy` is one word", "write cross-entropy")]
    [InlineData("flow«»", "expected `gradient`, `momentum` or `nesterov`, found end of text", null)]
    [InlineData("flow momentum«»", "expected a number such as 3 or 1/10, found end of text", null)]
    [InlineData("flow momentum«» # none\n", "expected a number such as 3 or 1/10, found end of line", null)]
    [InlineData("flow momentum«»;", "expected a number such as 3 or 1/10, found `;`", null)]
    [InlineData("flow gradient decay 1/«0»", "a denominator cannot be 0", null)]
    [InlineData("precondition U «V»", "expected `by`, found `V`", null)]
    [InlineData("network «->» 3", "expected a size such as 3 or 2x16, found `->`", null)]
    [InlineData("network 4 -> attention heads 2«»", "expected `key`, found end of text", null)]
    [InlineData("network 2 -> residual(3«,» 4)", "expected an activation (`linear`, `relu`, `square` or `smooth`), `bias`, `->` or `)`, found `,`", null)]
    [InlineData("data «3»", "expected `[`, found `3`", null)]
    [InlineData("at U«»", "expected `=`, found end of text", null)]
    [InlineData("model «foo»", "expected a title in quotation marks, found `foo`", null)]
    [InlineData("model «\"foo»", "this string is not closed on its line", "write \" at its end")]
    [InlineData("model \"a\" «\"b\"»", "expected the end of the statement, found a text in quotation marks", null)]
    // Expressions.
    [InlineData("parameters U[3 «2»]", "expected `,` or `]`, found `2`", null)]
    [InlineData("parameters U[«3x2»]", "expected a whole number, found `3x2`", "sizes and indices are separated by commas: [2,3]")]
    [InlineData("parameters x «y»", "expected `,`, `[` or the end of the statement, found `y`", null)]
    [InlineData("phi x*«»", "expected an expression, found end of text", null)]
    [InlineData("phi x*«»\n", "expected an expression, found end of line", "only inside brackets an expression goes on in the next line")]
    [InlineData("phi x «y»", "expected an operator, `,` or the end of the statement, found `y`", "a product is written with *: x*y")]
    [InlineData("phi 2«y»", "expected an operator, `,` or the end of the statement, found `y`", "a product is written with *: 2*y")]
    [InlineData("phi 2«(»y)", "expected an operator, `,` or the end of the statement, found `(`", "a product is written with *: 2*(…)")]
    [InlineData("phi «2x1»", "expected an expression, found `2x1`", "write 2*x1")]
    [InlineData("phi y + «3x16x2»", "expected an expression, found `3x16x2`", "write 3*x16*x2")]
    [InlineData("phi x^2«^»3", "expected an operator, `,` or the end of the statement, found `^`", "a power of a power needs brackets: (x^2)^3")]
    [InlineData("phi x^T^2«^»3", "expected an operator, `,` or the end of the statement, found `^`", "a power of a power needs brackets: (x^2)^3")]
    [InlineData("phi x^«y»", "expected a whole number as exponent or `T`, found `y`", "an exponent is a whole number between -65535 and 65535")]
    [InlineData("phi x^«t»", "expected a whole number as exponent or `T`, found `t`", "the transpose of A is written A^T")]
    [InlineData("phi x^«(»1/2)", "expected a whole number as exponent or `T`, found `(`", "for other exponents use brackets and products")]
    [InlineData("phi x*«*»2", "expected an expression, found `*`", "a power is written x^2")]
    [InlineData("phi x /«/» y", "expected an expression, found `/`", "a comment begins with #")]
    [InlineData("phi a «=» 3", "expected an operator, `,` or the end of the statement, found `=`", "to give an expression a name, write let name = …")]
    [InlineData("field «x[1]» = 3", "before `=` stands the name of the field, a single word", "write field name = …")]
    [InlineData("field «(x)» = 3", "before `=` stands the name of the field, a single word", "write field name = …")]
    [InlineData("phi f(«)»", "expected an expression, found `)`", null)]
    [InlineData("phi [«]»", "expected an expression, found `]`", null)]
    [InlineData("phi x«)»", "expected an operator, `,` or the end of the statement, found `)`", null)]
    [InlineData("phi [[1,2],«[3]»]", "row 2 of the matrix has 1 entry, the first row 2 entries", null)]
    [InlineData("data [[1],«[3,4]»,[5]]", "row 2 of the matrix has 2 entries, the first row 1 entry", null)]
    // Reserved words.
    [InlineData("parameters «T»", "`T` is reserved for the transpose, A^T, and cannot stand here", "choose another name")]
    [InlineData("parameters «D»", "`D` is reserved for derivations, D[x], and cannot stand here", "choose another name")]
    [InlineData("let a = «T»*x", "`T` is reserved for the transpose, A^T, and cannot stand here", "choose another name")]
    [InlineData("phi «D» + x", "`D` is reserved for derivations, D[x], and is no name", "choose another name")]
    // Brackets.
    [InlineData("parameters U«[»3,2\n", "`[` is never closed", null)]
    [InlineData("phi «(»(x + y)\n + z", "`(` is never closed", null)]
    [InlineData("phi (x«]»", "`]` does not match `(`: expected `)`", null)]
    [InlineData("phi [1,2«;»3,4]", "`;` ends a statement and cannot stand inside `[`: the rows of a matrix are written [[1,2],[3,4]]", null)]
    [InlineData("phi (1«;» 2)", "`;` ends a statement and cannot stand inside `(`", null)]
    public void One_mistake_is_found_in_place_and_put_in_plain_words(string marked, string message, string? suggestion)
    {
        string text = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        Diagnostic error = Syntax.Error(text);
        string pointed = text.Insert(error.Span.End, "»").Insert(error.Span.Start, "«");
        Assert.Equal((marked, message, suggestion), (pointed, error.Message, error.Suggestion));
    }

    [Theory]
    [InlineData("0.5", "write 1/2")]
    [InlineData("1.25e-3", "write 1/800")]
    [InlineData("1.25E+3", "write 1250")]
    [InlineData(".5", "write 1/2")]
    [InlineData("2.0", "write 2")]
    [InlineData("1e3", "write 1000")]
    [InlineData("0.0", "write 0")]
    [InlineData("3.333", "write 3333/1000")]
    [InlineData("1e-999999999999999999", "write a quotient of two integers")]
    [InlineData("1e999999999", "write a quotient of two integers")]
    [InlineData("0.00000000000000000000000000000000001", "write a quotient of two integers")]
    public void A_decimal_is_refused_with_the_rational_to_write(string number, string suggestion)
    {
        Diagnostic error = Syntax.Error($"phi {number}*x");
        Assert.Equal(("decimal numbers are not allowed: nothing here is approximate", suggestion), (error.Message, error.Suggestion));
        Assert.Equal(new SourceSpan(4, number.Length), error.Span);
        Assert.Equal(suggestion, Syntax.Error($"flow gradient decay {number}").Suggestion);
    }

    [Theory]
    [InlineData("phi x «×» y", "character `×` is not used here", "write *")]
    [InlineData("phi x «−» y", "character `−` is not used here", "write -")]
    [InlineData("phi x «·» y", "character `·` is not used here", "write *")]
    [InlineData("network 2 «→» 3", "character `→` is not used here", "write ->")]
    [InlineData("phi x«²»", "unexpected character `²`", "write ^2")]
    [InlineData("phi «Aᵀ»*x", "`Aᵀ` is no name: names are made of the letters A to Z and a to z, digits and `_`", "the transpose of A is written A^T")]
    [InlineData("phi «θ1_b»*x", "`θ1_b` is no name: names are made of the letters A to Z and a to z, digits and `_`", null)]
    [InlineData("phi «dθ2»", "`dθ2` is no name: names are made of the letters A to Z and a to z, digits and `_`", null)]
    [InlineData("phi «𝜃»", "`𝜃` is no name: names are made of the letters A to Z and a to z, digits and `_`", null)]
    [InlineData("phi «A'»", "a name cannot end in `'`", "the transpose of A is written A^T")]
    [InlineData("phi (A)«'»", "unexpected character `'`", "the transpose of A is written A^T")]
    [InlineData("phi x«\0»", "unexpected NUL byte (is this a text file?)", null)]
    [InlineData("phi x«\0\0\0»", "unexpected NUL byte (is this a text file?)", null)]
    [InlineData("phi x«\u001b»", "unexpected control character U+001B", null)]
    [InlineData("phi x«\u00a0»", "unexpected character U+00A0", "write an ordinary space")]
    [InlineData("phi x«\uFEFF»", "unexpected character U+FEFF", null)]
    [InlineData("phi x«😀»", "unexpected character `😀`", null)]
    [InlineData("phi x «$» y", "unexpected character `$`", null)]
    [InlineData("«%» note", "unexpected character `%`", "a comment begins with #")]
    public void A_stray_character_is_named_and_its_plain_spelling_suggested(string marked, string message, string? suggestion) =>
        One_mistake_is_found_in_place_and_put_in_plain_words(marked, message, suggestion);

    [Fact]
    public void Half_a_surrogate_pair_is_a_stray_character() =>
        Assert.Equal("unexpected character U+FFFD (is the text UTF-8?)", Syntax.Error("phi x" + '\uD800').Message);

    [Fact]
    public void A_long_word_is_shortened_in_messages() => Assert.InRange(Syntax.Error(new string('q', 1_000_000)).Message.Length, 40, 80);
}
