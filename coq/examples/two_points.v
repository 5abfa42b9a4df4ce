(* x d/dx in the plane at the origin, where the field vanishes: the law y is independent
   there, and the field itself, at (1, 0), shows that there is no other. *)
From ConservationLaws Require Import Certificate.
Open Scope positive_scope.

Definition dimension := 2.
Definition generators : list generator := [
  Components [(1, [term 1 [1]])]].
Definition numerators : list Z := [0; 0]%Z.
Definition denominator := 1.
Definition laws : list polynomial := [
  [term 1 [2]]].
Definition columns : list positive := [2].
Definition law_modulus := 2%Z.
Definition word_numerators : list Z := [1; 0]%Z.
Definition word_denominator := 1.
Definition words : list word := [Generator 0].
Definition free : list positive := [2].
Definition word_modulus := 2%Z.

Lemma accepted_laws :
  check_at_least dimension generators numerators denominator laws columns law_modulus = true.
Proof. by_computation. Qed.
Lemma accepted_words :
  check_at_most dimension generators word_numerators word_denominator words free word_modulus = true.
Proof. by_computation. Qed.

Theorem exactly_1_law_around :
  around (rational_point numerators denominator) (fun x => exactly_continuous dimension generators x 1).
Proof. exact (and_everywhere (at_least_around accepted_laws) (at_most_at_every_point accepted_words)). Qed.

Theorem exactly_1_law :
  exactly_continuous dimension generators (rational_point numerators denominator) 1.
Proof. exact (here exactly_1_law_around). Qed.
Print Assumptions exactly_1_law.
