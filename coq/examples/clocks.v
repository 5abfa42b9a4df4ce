(* exactly 3 independent laws, by claws 0.1.0, seed 1
   | parameters u, v, w, z; field u*v*D[u] + u*v*D[v] + w*z*D[w] + w*z*D[z]
   Coordinates: 1 = u, 2 = v, 3 = w, 4 = z *)
From ConservationLaws Require Import Certificate.
Open Scope positive_scope.

Definition dimension := 4.
Definition generators : list generator := [
  Components [(1, [term 1 [1; 2]]); (2, [term 1 [1; 2]]); (3, [term 1 [3; 4]]); (4, [term 1 [3; 4]])]].
Definition numerators : list Z := [608340860; 800777065; 1042606268; 477127077]%Z.
Definition denominator := 1.
Definition words : list word := [Generator 0].
Definition free : list positive := [2; 3; 4].
Definition modulus := 7%Z.

Lemma accepted :
  check_at_most dimension generators numerators denominator words free modulus = true.
Proof. by_computation. Qed.

Theorem at_most_3_laws_around :
  around (rational_point numerators denominator) (fun x => at_most dimension generators x 3).
Proof. exact (at_most_around accepted). Qed.

Theorem at_most_3_laws : at_most dimension generators (rational_point numerators denominator) 3.
Proof. exact (here at_most_3_laws_around). Qed.
Print Assumptions at_most_3_laws.

Definition chosen : list N := [0]%N.
Definition laws : list law_evidence := [
  Polynomial_law [term 1 [1]; term (-1) [2]];
  Polynomial_law [term 1 [3]; term (-1) [4]];
  Solvable_form [(1, [term 1 [2; 3; 3; 4]; term (-1) [2; 3; 4; 4]]); (2, [term (-1) [1; 3; 3; 4]; term 1 [1; 3; 4; 4]]); (3, [term (-1) [1; 1; 2; 4]; term 1 [1; 2; 2; 4]]); (4, [term 1 [1; 1; 2; 3]; term (-1) [1; 2; 2; 3]])] [term 1 [1; 2; 3; 4]] [[(1, [term 1 []]); (2, [term 1 []])]; [(3, [term 1 []]); (4, [term 1 []])]]].

Lemma accepted_identities : check_law_identities dimension generators words chosen laws = true.
Proof. by_computation. Qed.

Theorem identities_of_3_laws :
  forall x, law_identities dimension generators (chosen_fields generators words chosen) [] laws x.
Proof. exact (laws_everywhere accepted_identities). Qed.

Lemma accepted_forms :
  check_forms dimension generators numerators denominator (map law_form laws) free modulus = true.
Proof. by_computation. Qed.

Theorem independence_of_3_laws :
  around (rational_point numerators denominator)
    (fun x => independent dimension (map (fun e => form_at (law_form e) x) laws)).
Proof. exact (forms_independent_around accepted_forms). Qed.
Print Assumptions identities_of_3_laws.
