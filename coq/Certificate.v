(* All that an exported certificate needs; README.md describes the form of one. *)
Require Export ZArith List.
From ConservationLaws Require Export Checker Values FieldAction Exactly.
From ConservationLaws Require Import Soundness Neighbourhood Everywhere.
Export ListNotations.

(* Runs the checker, once, when the kernel checks the proof. *)
Ltac by_computation := vm_cast_no_check (eq_refl true).

Section Statements.
Context {D : positive} {generators : list generator} {numerators : list Z} {denominator : positive}.
Context {laws : list polynomial} {words : list word} {free : list positive} {modulus : Z}.
Let x0 := rational_point numerators denominator.

Theorem exactly_around :
  check_exactly D generators numerators denominator laws words free modulus = true ->
  around x0 (fun x => exactly D generators x (length laws)).
Proof. intro H. exact (generically_around _ _ (exactly_sound _ _ _ _ _ _ _ _ H)). Qed.

Theorem at_most_around :
  check_at_most D generators numerators denominator words free modulus = true ->
  around x0 (fun x => at_most D generators x (length free)).
Proof. intro H. exact (generically_around _ _ (at_most_sound _ _ _ _ _ _ _ H)). Qed.

Theorem at_least_around :
  check_at_least D generators numerators denominator laws free modulus = true ->
  around x0 (fun x => at_least D generators x (length laws)).
Proof. intro H. exact (generically_around _ _ (at_least_sound _ _ _ _ _ _ _ H)). Qed.
(* The same words bound the laws with continuous differentials at every point. *)
Theorem at_most_at_every_point :
  check_at_most D generators numerators denominator words free modulus = true ->
  forall x, at_most_continuous D generators x (length free).
Proof. intro H. exact (at_most_everywhere _ _ _ _ (at_most_sound _ _ _ _ _ _ _ H)). Qed.

(* Laws at one point, words at another. *)
Theorem exactly_from_two_points {numerators' : list Z} {denominator' : positive}
    {columns : list positive} {modulus' : Z} :
  check_at_least D generators numerators denominator laws columns modulus = true ->
  check_at_most D generators numerators' denominator' words free modulus' = true ->
  length free = length laws ->
  around x0 (fun x => exactly_continuous D generators x (length laws)).
Proof.
  intros HL HW HN. apply generically_around.
  destruct (at_least_sound _ _ _ _ _ _ _ HL) as (q & Hq & H). exists q. split; [exact Hq|].
  intros y Hy. split; [exact (H y Hy)|]. rewrite <- HN.
  exact (at_most_everywhere _ _ _ _ (at_most_sound _ _ _ _ _ _ _ HW) y).
Qed.
End Statements.

Theorem here {x : point} {P : point -> Prop} : around x P -> P x.
Proof. intro H. apply H. Qed.
