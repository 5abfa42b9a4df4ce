(* All that an exported certificate needs; README.md describes the form of one. *)
Require Export ZArith List.
From ConservationLaws Require Export Checker Values FieldAction Exactly.
From ConservationLaws Require Import Soundness Neighbourhood.
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
End Statements.

Theorem here {x : point} {P : point -> Prop} : around x P -> P x.
Proof. intro H. apply H. Qed.
