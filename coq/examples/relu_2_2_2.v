(* A ReLU network with two inputs, two hidden units and two outputs, by its paths: the
   first layer is 1..4, the second 5..8.  One law for each hidden unit. *)
From ConservationLaws Require Import Certificate.
Open Scope positive_scope.

Definition dimension := 8.
Definition generators : list generator := [
  Gradient [term 1 [1; 5]];
  Gradient [term 1 [1; 6]];
  Gradient [term 1 [2; 7]];
  Gradient [term 1 [2; 8]];
  Gradient [term 1 [3; 5]];
  Gradient [term 1 [3; 6]];
  Gradient [term 1 [4; 7]];
  Gradient [term 1 [4; 8]]].
Definition numerators : list Z := [1; 2; 3; 1; 1; -1; 2; 1]%Z.
Definition denominator := 1.
Definition laws : list polynomial := [
  [term 1 [1; 1]; term 1 [3; 3]; term (-1) [5; 5]; term (-1) [6; 6]];
  [term 1 [2; 2]; term 1 [4; 4]; term (-1) [7; 7]; term (-1) [8; 8]]].
Definition words : list word := [Generator 0; Generator 1; Generator 2; Generator 3; Generator 4; Generator 6].
Definition free : list positive := [6; 8].
Definition modulus := 5%Z.

Lemma accepted :
  check_exactly dimension generators numerators denominator laws words free modulus = true.
Proof. by_computation. Qed.

Theorem exactly_2_laws_around :
  around (rational_point numerators denominator) (fun x => exactly dimension generators x 2).
Proof. exact (exactly_around accepted). Qed.

Theorem exactly_2_laws : exactly dimension generators (rational_point numerators denominator) 2.
Proof. exact (here exactly_2_laws_around). Qed.
Print Assumptions exactly_2_laws.
