(* phi = x y z: one of its two laws. *)
From ConservationLaws Require Import Certificate.
Open Scope positive_scope.

Definition dimension := 3.
Definition generators : list generator := [
  Gradient [term 1 [1; 2; 3]]].
Definition numerators : list Z := [1; 2; 3]%Z.
Definition denominator := 1.
Definition laws : list polynomial := [
  [term 1 [1; 1]; term (-1) [2; 2]]].
Definition free : list positive := [1; 2].
Definition modulus := 3%Z.

Lemma accepted :
  check_at_least dimension generators numerators denominator laws free modulus = true.
Proof. by_computation. Qed.

Theorem at_least_1_law_around :
  around (rational_point numerators denominator) (fun x => at_least dimension generators x 1).
Proof. exact (at_least_around accepted). Qed.

Theorem at_least_1_law : at_least dimension generators (rational_point numerators denominator) 1.
Proof. exact (here at_least_1_law_around). Qed.
Print Assumptions at_least_1_law.
