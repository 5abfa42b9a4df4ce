(* V V^T with V of size 2 x 3, first row 1..3, second row 4..6: the laws are the quotients
   p12 / p13 and p23 / p13 of the minors of V. *)
From ConservationLaws Require Import Certificate.
Open Scope positive_scope.

Definition dimension := 6.
Definition generators : list generator := [
  Gradient [term 1 [1; 1]; term 1 [2; 2]; term 1 [3; 3]];
  Gradient [term 1 [1; 4]; term 1 [2; 5]; term 1 [3; 6]];
  Gradient [term 1 [4; 4]; term 1 [5; 5]; term 1 [6; 6]]].
Definition numerators : list Z := [1; 2; 1; 1; 1; 3]%Z.
Definition denominator := 1.
Definition laws : list (polynomial * polynomial) := [
  ([term 1 [1; 5]; term (-1) [2; 4]], [term 1 [1; 6]; term (-1) [3; 4]]);
  ([term 1 [2; 6]; term (-1) [3; 5]], [term 1 [1; 6]; term (-1) [3; 4]])].
Definition words : list word := [Generator 0; Generator 1; Generator 2; Bracket 0 1].
Definition free : list positive := [3; 6].
Definition modulus := 5%Z.

Lemma accepted :
  check_exactly_near dimension generators numerators denominator laws words free modulus = true.
Proof. by_computation. Qed.

Theorem exactly_2_laws_around :
  around (rational_point numerators denominator) (fun x => exactly_near dimension generators x 2).
Proof. exact (exactly_near_around accepted). Qed.

Theorem exactly_2_laws :
  exactly_near dimension generators (rational_point numerators denominator) 2.
Proof. exact (here exactly_2_laws_around). Qed.
Print Assumptions exactly_2_laws.
