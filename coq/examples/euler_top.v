(* An Euler top, x' = y z, y' = -2 z x, z' = x y, at (1/2, 1/3, -1/5): the laws are
   2 x^2 + y^2 and x^2 - z^2. *)
From ConservationLaws Require Import Certificate.
Open Scope positive_scope.

Definition dimension := 3.
Definition generators : list generator := [
  Components [(1, [term 1 [2; 3]]); (2, [term (-2) [1; 3]]); (3, [term 1 [1; 2]])]].
Definition numerators : list Z := [15; 10; -6]%Z.
Definition denominator := 30.
Definition laws : list polynomial := [
  [term 2 [1; 1]; term 1 [2; 2]];
  [term 1 [1; 1]; term (-1) [3; 3]]].
Definition words : list word := [Generator 0].
Definition free : list positive := [2; 3].
Definition modulus := 7%Z.

Lemma accepted :
  check_exactly dimension generators numerators denominator laws words free modulus = true.
Proof. by_computation. Qed.

Theorem exactly_2_laws_around :
  around (rational_point numerators denominator) (fun x => exactly dimension generators x 2).
Proof. exact (exactly_around accepted). Qed.

Theorem exactly_2_laws : exactly dimension generators (rational_point numerators denominator) 2.
Proof. exact (here exactly_2_laws_around). Qed.
Print Assumptions exactly_2_laws.
