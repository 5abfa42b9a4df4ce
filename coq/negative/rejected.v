(* Certificates that the checker must refuse.  Each differs in one place from one that it
   accepts; the first lemmas say that it does. *)
Require Import ZArith List.
From ConservationLaws Require Import Checker.
Import ListNotations.
Open Scope positive_scope.

(* U V^T with U, V of size 2 x 2, as in examples/factorization_2_2_2.v. *)
Definition phi_11 := [term 1 [1; 5]; term 1 [2; 6]].
Definition phi_12 := [term 1 [1; 7]; term 1 [2; 8]].
Definition phi_21 := [term 1 [3; 5]; term 1 [4; 6]].
Definition phi_22 := [term 1 [3; 7]; term 1 [4; 8]].
Definition generators := map Gradient [phi_11; phi_12; phi_21; phi_22].
Definition point : list Z := [1; 2; 3; 1; 1; -1; 2; 1]%Z.
Definition law_11 := [term 1 [1; 1]; term 1 [3; 3]; term (-1) [5; 5]; term (-1) [7; 7]].
Definition law_12 := [term 1 [1; 2]; term 1 [3; 4]; term (-1) [5; 6]; term (-1) [7; 8]].
Definition law_22 := [term 1 [2; 2]; term 1 [4; 4]; term (-1) [6; 6]; term (-1) [8; 8]].
Definition laws := [law_11; law_12; law_22].
Definition first_words := [Generator 0; Generator 1; Generator 2; Generator 3].
Definition words := first_words ++ [Bracket 0 1].
Definition free := [6; 7; 8].

Ltac computed := vm_compute; reflexivity.

Lemma the_certificate : check_exactly 8 generators point 1 laws words free 5 = true.
Proof. computed. Qed.
Lemma another_modulus : check_exactly 8 generators point 1 laws words free 10007 = true.
Proof. computed. Qed.
Lemma a_composite_modulus_that_serves : check_exactly 8 generators point 1 laws words free 35 = true.
Proof. computed. Qed.
Lemma a_rational_point : check_exactly 8 generators point 3 laws words free 5 = true.
Proof. computed. Qed.

(* ----- laws ----- *)
Lemma wrong_law_coefficient : check_exactly 8 generators point 1
  [[term 2 [1; 1]; term 1 [3; 3]; term (-1) [5; 5]; term (-1) [7; 7]]; law_12; law_22]
  words free 5 = false.
Proof. computed. Qed.
Lemma wrong_law_variable : check_exactly 8 generators point 1
  [[term 1 [1; 1]; term 1 [3; 4]; term (-1) [5; 5]; term (-1) [7; 7]]; law_12; law_22]
  words free 5 = false.
Proof. computed. Qed.
Lemma zero_law : check_exactly 8 generators point 1 [law_11; []; law_22] words free 5 = false.
Proof. computed. Qed.
Lemma constant_law : check_exactly 8 generators point 1 [law_11; [term 3 []]; law_22] words free 5 = false.
Proof. computed. Qed.
Lemma duplicate_law : check_exactly 8 generators point 1 [law_11; law_11; law_22] words free 5 = false.
Proof. computed. Qed.
Lemma dropped_law : check_exactly 8 generators point 1 [law_11; law_22] words free 5 = false.
Proof. computed. Qed.
Lemma dropped_law_lower_count :
  check_exactly 8 generators point 1 [law_11; law_22] words [6; 8] 5 = false.
Proof. computed. Qed.
Lemma dependent_laws : check_at_least 8 generators point 1
  [law_11; multiply law_11 law_11] [1; 2; 3; 4; 5; 6; 7; 8] 5 = false.
Proof. computed. Qed.

(* ----- words ----- *)
Lemma duplicated_word : check_exactly 8 generators point 1 laws
  (first_words ++ [Generator 0]) free 5 = false.
Proof. computed. Qed.
Lemma missing_word : check_exactly 8 generators point 1 laws first_words free 5 = false.
Proof. computed. Qed.
Lemma trivial_bracket : check_exactly 8 generators point 1 laws
  (first_words ++ [Bracket 0 0]) free 5 = false.
Proof. computed. Qed.
Lemma vanishing_bracket : check_exactly 8 generators point 1 laws
  (first_words ++ [Bracket 0 3]) free 5 = false.
Proof. computed. Qed.
Lemma unknown_generator : check_exactly 8 generators point 1 laws
  (first_words ++ [Generator 4]) free 5 = false.
Proof. computed. Qed.
Lemma bracket_with_a_later_entry : check_exactly 8 generators point 1 laws
  (first_words ++ [Bracket 0 5; Generator 1]) free 5 = false.
Proof. computed. Qed.

(* ----- point, columns ----- *)
Lemma the_origin : check_exactly 8 generators [] 1 laws words free 5 = false.
Proof. computed. Qed.
Lemma degenerate_point :
  check_exactly 8 generators [1; 0; 0; 0; 1; 0; 0; 0]%Z 1 laws words free 5 = false.
Proof. computed. Qed.
Lemma denominator_not_prime_to_the_modulus :
  check_exactly 8 generators (map (Z.mul 5) point) 5 laws words free 5 = false.
Proof. computed. Qed.
Lemma repeated_column : check_exactly 8 generators point 1 laws words [6; 7; 7] 5 = false.
Proof. computed. Qed.
(* An unlucky modulus refuses what another one accepts. *)
Lemma unlucky_modulus : check_exactly 8 generators point 1 laws words [1; 2; 3] 5 = false
  /\ check_exactly 8 generators point 1 laws words [1; 2; 3] 10007 = true.
Proof. split; computed. Qed.
Lemma column_beyond_the_dimension :
  check_at_least 8 generators point 1 laws [6; 7; 8; 9] 5 = false.
Proof. computed. Qed.
Lemma dimension_too_small : check_exactly 7 generators point 1 laws words free 5 = false.
Proof. computed. Qed.
(* With a ninth variable that nothing mentions there are four laws. *)
Lemma dimension_too_large : check_exactly 9 generators point 1 laws words free 5 = false
  /\ check_exactly 9 generators point 1 (laws ++ [[term 1 [9]]]) words (free ++ [9]) 5 = true.
Proof. split; computed. Qed.

(* ----- modulus ----- *)
Lemma modulus_one : check_exactly 8 generators point 1 laws words free 1 = false.
Proof. computed. Qed.
Lemma modulus_zero : check_exactly 8 generators point 1 laws words free 0 = false.
Proof. computed. Qed.
Lemma negative_modulus : check_exactly 8 generators point 1 laws words free (-5) = false.
Proof. computed. Qed.
Lemma modulus_two : check_exactly 8 generators point 1 laws words free 2 = false.
Proof. computed. Qed.
Lemma composite_modulus_that_fails : check_exactly 8 generators point 1 laws words free 10006 = false.
Proof. computed. Qed.

(* ----- model ----- *)
Lemma wrong_phi : check_exactly 8
  (map Gradient [[term 2 [1; 5]; term 1 [2; 6]]; phi_12; phi_21; phi_22])
  point 1 laws words free 5 = false.
Proof. computed. Qed.
Lemma further_generator :
  check_exactly 8 (generators ++ [Gradient [term 1 [1]]]) point 1 laws words free 5 = false.
Proof. computed. Qed.
Lemma generator_beyond_the_dimension :
  check_at_most 8 (generators ++ [Gradient [term 1 [9]]]) point 1 words free 5 = false
  /\ check_at_least 8 (generators ++ [Components [(9, [term 1 []])]]) point 1 laws free 5 = false.
Proof. split; computed. Qed.

(* phi = (x, x^2 y): the bracket does not vanish, except at x = 0, where the words have
   rank 1; there is no law anywhere. *)
Definition curved := map Gradient [[term 1 [1]]; [term 1 [1; 1; 2]]].
Lemma special_point :
  check_at_most 2 curved [1; 1]%Z 1 [Generator 0; Generator 1] [] 5 = true
  /\ check_at_most 2 curved [0; 1]%Z 1 [Generator 0; Generator 1; Bracket 0 1] [] 5 = false.
Proof. split; computed. Qed.

(* x d/dx at the origin: the words have rank 0 there, so two points are needed. *)
Definition radial := [Components [(1, [term 1 [1]])]].
Lemma vanishing_field :
  check_exactly 2 radial [0; 0]%Z 1 [[term 1 [2]]] [Generator 0] [2] 5 = false
  /\ check_at_least 2 radial [0; 0]%Z 1 [[term 1 [2]]] [2] 5 = true
  /\ check_at_most 2 radial [0; 0]%Z 1 [Generator 0] [2] 5 = false
  /\ check_at_most 2 radial [1; 0]%Z 1 [Generator 0] [2] 5 = true.
Proof. repeat split; computed. Qed.

(* ----- quotients ----- *)
(* x d/dx + y d/dy with the law y / x. *)
Definition dilation := [Components [(1, [term 1 [1]]); (2, [term 1 [2]])]].
Definition x := [term 1 [1]].
Definition y := [term 1 [2]].
Lemma a_quotient :
  check_exactly_near 2 dilation [1; 2]%Z 1 [(y, x)] [Generator 0] [2] 5 = true.
Proof. computed. Qed.
Lemma product_instead_of_quotient :
  check_at_least_near 2 dilation [1; 2]%Z 1 [(multiply x y, [term 1 []])] [1; 2] 5 = false.
Proof. computed. Qed.
Lemma quotient_of_wrong_degree :
  check_at_least_near 2 dilation [1; 2]%Z 1 [(multiply y y, x)] [1; 2] 5 = false.
Proof. computed. Qed.
Lemma constant_quotient :
  check_at_least_near 2 dilation [1; 2]%Z 1 [(x, x)] [1; 2] 5 = false.
Proof. computed. Qed.
Lemma zero_denominator :
  check_at_least_near 2 dilation [1; 2]%Z 1 [(y, [])] [1; 2] 5 = false.
Proof. computed. Qed.
Lemma denominator_vanishes_at_the_point :
  check_at_least_near 2 dilation [0; 2]%Z 1 [(y, x)] [1; 2] 5 = false.
Proof. computed. Qed.
Lemma numerator_in_place_of_quotient :
  check_at_least 2 dilation [1; 2]%Z 1 [y] [1; 2] 5 = false.
Proof. computed. Qed.
