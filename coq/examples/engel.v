(* An Engel distribution, d/dx1 and d/dx2 + x1 d/dx3 + x1^2 d/dx4: its brackets of
   length two and three span the rest, so nothing is conserved. *)
From ConservationLaws Require Import Certificate.
Open Scope positive_scope.

Definition dimension := 4.
Definition generators : list generator := [
  Components [(1, [term 1 []])];
  Components [(2, [term 1 []]); (3, [term 1 [1]]); (4, [term 1 [1; 1]])]].
Definition numerators : list Z := [0; 0; 0; 0]%Z.
Definition denominator := 1.
Definition laws : list polynomial := [].
Definition words : list word := [Generator 0; Generator 1; Bracket 0 1; Bracket 0 2].
Definition free : list positive := [].
Definition modulus := 3%Z.

Lemma accepted :
  check_exactly dimension generators numerators denominator laws words free modulus = true.
Proof. by_computation. Qed.

Theorem exactly_0_laws_around :
  around (rational_point numerators denominator) (fun x => exactly dimension generators x 0).
Proof. exact (exactly_around accepted). Qed.

Theorem exactly_0_laws : exactly dimension generators (rational_point numerators denominator) 0.
Proof. exact (here exactly_0_laws_around). Qed.
Print Assumptions exactly_0_laws.
