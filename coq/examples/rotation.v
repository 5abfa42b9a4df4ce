(* The rotations of the plane, x d/dy - y d/dx: the law is x^2 + y^2. *)
From ConservationLaws Require Import Certificate.
Open Scope positive_scope.

Definition dimension := 2.
Definition generators : list generator := [
  Components [(1, [term (-1) [2]]); (2, [term 1 [1]])]].
Definition numerators : list Z := [1; 2]%Z.
Definition denominator := 1.
Definition laws : list polynomial := [
  [term 1 [1; 1]; term 1 [2; 2]]].
Definition words : list word := [Generator 0].
Definition free : list positive := [2].
Definition modulus := 3%Z.

Lemma accepted :
  check_exactly dimension generators numerators denominator laws words free modulus = true.
Proof. by_computation. Qed.

Theorem exactly_1_law_around :
  around (rational_point numerators denominator) (fun x => exactly dimension generators x 1).
Proof. exact (exactly_around accepted). Qed.

Theorem exactly_1_law : exactly dimension generators (rational_point numerators denominator) 1.
Proof. exact (here exactly_1_law_around). Qed.
Print Assumptions exactly_1_law.
