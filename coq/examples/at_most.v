(* d/dx + y d/dy: its law y e^(-x) is no polynomial; the upper bound needs none. *)
From ConservationLaws Require Import Certificate.
Open Scope positive_scope.

Definition dimension := 2.
Definition generators : list generator := [
  Components [(1, [term 1 []]); (2, [term 1 [2]])]].
Definition numerators : list Z := [0; 1]%Z.
Definition denominator := 1.
Definition words : list word := [Generator 0].
Definition free : list positive := [2].
Definition modulus := 2%Z.

Lemma accepted :
  check_at_most dimension generators numerators denominator words free modulus = true.
Proof. by_computation. Qed.

Theorem at_most_1_law_around :
  around (rational_point numerators denominator) (fun x => at_most dimension generators x 1).
Proof. exact (at_most_around accepted). Qed.

Theorem at_most_1_law : at_most dimension generators (rational_point numerators denominator) 1.
Proof. exact (here at_most_1_law_around). Qed.
Print Assumptions at_most_1_law.
