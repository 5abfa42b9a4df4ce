(* exactly 2 independent laws, by claws 0.1.0, seed 1
   | parameters V[2,3]; phi V*V^T
   Coordinates: 1 = V[1,1], 2 = V[1,2], 3 = V[1,3], 4 = V[2,1], 5 = V[2,2], 6 = V[2,3] *)
From ConservationLaws Require Import Certificate.
Open Scope positive_scope.

Definition dimension := 6.
Definition generators : list generator := [
  Gradient [term 1 [1; 1]; term 1 [2; 2]; term 1 [3; 3]];
  Gradient [term 1 [1; 4]; term 1 [2; 5]; term 1 [3; 6]];
  Gradient [term 1 [4; 4]; term 1 [5; 5]; term 1 [6; 6]]].
Definition numerators : list Z := [608340860; 800777065; 1042606268; 477127077; 477025591; 819151616]%Z.
Definition denominator := 1.
Definition words : list word := [Generator 0; Generator 2; Generator 1; Bracket 0 2].
Definition free : list positive := [2; 5].
Definition modulus := 5%Z.

Lemma accepted :
  check_at_most dimension generators numerators denominator words free modulus = true.
Proof. by_computation. Qed.

Theorem at_most_2_laws_around :
  around (rational_point numerators denominator) (fun x => at_most dimension generators x 2).
Proof. exact (at_most_around accepted). Qed.

Theorem at_most_2_laws : at_most dimension generators (rational_point numerators denominator) 2.
Proof. exact (here at_most_2_laws_around). Qed.
Print Assumptions at_most_2_laws.

Definition chosen : list N := [0; 1; 2; 3]%N.

Definition structure : list combination_of_fields := [
  Combination [term 1 []] [weight 0 [term 1 []]];
  Combination [term 1 []] [weight 2 [term 1 []]];
  Combination [term 1 []] [weight 1 [term 1 []]];
  Combination [term 1 []] [];
  Combination [term 1 []] [];
  Combination [term 1 []] [weight 3 [term 1 []]];
  Combination [term 1 []] [weight 2 [term 4 []]];
  Combination [term 1 []] [weight 3 [term (-1) []]];
  Combination [term 1 []] [weight 3 [term 1 []]];
  Combination [term 1 []] [];
  Combination [term 1 []] [weight 0 [term (-2) []]; weight 1 [term 2 []]];
  Combination [term 1 []] [];
  Combination [term 1 []] [];
  Combination [term 1 []] [weight 3 [term (-1) []]];
  Combination [term 1 []] [weight 2 [term (-4) []]]].

Lemma accepted_structure : check_structure_identities generators words chosen structure = true.
Proof. by_computation. Qed.

Theorem closed_under_brackets :
  forall x, structure_identities generators (chosen_fields generators words chosen) structure x.
Proof. exact (structure_everywhere accepted_structure). Qed.
Print Assumptions closed_under_brackets.
