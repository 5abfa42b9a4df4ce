(* U V^T with U, V of size 2 x 2: u11, u12, u21, u22 are 1..4, v11, ..., v22 are 5..8.
   The laws are the entries of U^T U - V^T V; one bracket is needed. *)
From ConservationLaws Require Import Certificate.
Open Scope positive_scope.

Definition dimension := 8.
Definition generators : list generator := [
  Gradient [term 1 [1; 5]; term 1 [2; 6]];
  Gradient [term 1 [1; 7]; term 1 [2; 8]];
  Gradient [term 1 [3; 5]; term 1 [4; 6]];
  Gradient [term 1 [3; 7]; term 1 [4; 8]]].
Definition numerators : list Z := [1; 2; 3; 1; 1; -1; 2; 1]%Z.
Definition denominator := 1.
Definition laws : list polynomial := [
  [term 1 [1; 1]; term 1 [3; 3]; term (-1) [5; 5]; term (-1) [7; 7]];
  [term 1 [1; 2]; term 1 [3; 4]; term (-1) [5; 6]; term (-1) [7; 8]];
  [term 1 [2; 2]; term 1 [4; 4]; term (-1) [6; 6]; term (-1) [8; 8]]].
Definition words : list word := [Generator 0; Generator 1; Generator 2; Generator 3; Bracket 0 1].
Definition free := [6; 7; 8].
Definition modulus := 5%Z.

Lemma accepted :
  check_exactly dimension generators numerators denominator laws words free modulus = true.
Proof. by_computation. Qed.

Theorem exactly_3_laws_around :
  around (rational_point numerators denominator) (fun x => exactly dimension generators x 3).
Proof. exact (exactly_around accepted). Qed.

Theorem exactly_3_laws : exactly dimension generators (rational_point numerators denominator) 3.
Proof. exact (here exactly_3_laws_around). Qed.
Print Assumptions exactly_3_laws.
