(* exactly 1 independent law, by claws 0.1.0, seed 1
   | parameters x, y; phi x + y^2/2
   Coordinates: 1 = x, 2 = y *)
From ConservationLaws Require Import Certificate.
Open Scope positive_scope.

Definition dimension := 2.
Definition generators : list generator := [
  Gradient [term 2 [1]; term 1 [2; 2]]].
Definition numerators : list Z := [608340860; 800777065]%Z.
Definition denominator := 1.
Definition words : list word := [Generator 0].
Definition free : list positive := [2].
Definition modulus := 5%Z.

Lemma accepted :
  check_at_most dimension generators numerators denominator words free modulus = true.
Proof. by_computation. Qed.

Theorem at_most_1_law_around :
  around (rational_point numerators denominator) (fun x => at_most dimension generators x 1).
Proof. exact (at_most_around accepted). Qed.

Theorem at_most_1_law : at_most dimension generators (rational_point numerators denominator) 1.
Proof. exact (here at_most_1_law_around). Qed.
Print Assumptions at_most_1_law.

Definition chosen : list N := [0]%N.
Definition laws : list law_evidence := [
  Closed_form [(1, [term (-1) [2]]); (2, [term 1 []])] [term 1 [2]]].

Lemma accepted_identities : check_law_identities dimension generators words chosen laws = true.
Proof. by_computation. Qed.

Theorem identities_of_1_law :
  forall x, law_identities dimension generators (chosen_fields generators words chosen) [] laws x.
Proof. exact (laws_everywhere accepted_identities). Qed.

Lemma accepted_forms :
  check_forms dimension generators numerators denominator (map law_form laws) free modulus = true.
Proof. by_computation. Qed.

Theorem independence_of_1_law :
  around (rational_point numerators denominator)
    (fun x => independent dimension (map (fun e => form_at (law_form e) x) laws)).
Proof. exact (forms_independent_around accepted_forms). Qed.
Print Assumptions identities_of_1_law.
