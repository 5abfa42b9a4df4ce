(* All that an exported certificate needs; README.md describes the form of one. *)
Require Export ZArith List.
From ConservationLaws Require Export Checker Values FieldAction Exactly Identities.
From ConservationLaws Require Import Soundness Quotients Neighbourhood Everywhere.
Export ListNotations.

(* Runs the checker, once, when the kernel checks the proof. *)
Ltac by_computation := vm_cast_no_check (eq_refl true).

Section Statements.
Context {D : positive} {generators : list generator} {numerators : list Z} {denominator : positive}.
Context {laws : list polynomial} {quotients : list (polynomial * polynomial)}.
Context {words : list word} {free : list positive} {modulus : Z}.
Let x0 := rational_point numerators denominator.

(* ----- polynomial laws ----- *)
Theorem exactly_around :
  check_exactly D generators numerators denominator laws words free modulus = true ->
  around x0 (fun x => exactly D generators x (length laws)).
Proof. intro H. exact (generically_around _ _ (exactly_sound _ _ _ _ _ _ _ _ H)). Qed.

Theorem at_least_around :
  check_at_least D generators numerators denominator laws free modulus = true ->
  around x0 (fun x => at_least D generators x (length laws)).
Proof. intro H. exact (generically_around _ _ (at_least_sound _ _ _ _ _ _ _ H)). Qed.

(* ----- quotients of polynomials ----- *)
Theorem exactly_near_around :
  check_exactly_near D generators numerators denominator quotients words free modulus = true ->
  around x0 (fun x => exactly_near D generators x (length quotients)).
Proof. intro H. exact (generically_around _ _ (exactly_near_sound _ _ _ _ _ _ _ _ H)). Qed.

Theorem at_least_near_around :
  check_at_least_near D generators numerators denominator quotients free modulus = true ->
  around x0 (fun x => at_least_near D generators x (length quotients)).
Proof. intro H. exact (generically_around _ _ (at_least_near_sound _ _ _ _ _ _ _ H)). Qed.

(* ----- no laws ----- *)
Theorem at_most_around :
  check_at_most D generators numerators denominator words free modulus = true ->
  around x0 (fun x => at_most D generators x (length free)).
Proof. intro H. exact (generically_around _ _ (at_most_sound _ _ _ _ _ _ _ H)). Qed.

(* The same words bound the laws with continuous differentials at every point. *)
Theorem at_most_at_every_point :
  check_at_most D generators numerators denominator words free modulus = true ->
  forall x, at_most_continuous D generators x (length free).
Proof. intro H. exact (at_most_everywhere _ _ _ _ (at_most_sound _ _ _ _ _ _ _ H)). Qed.
End Statements.

Theorem here {x : point} {P : point -> Prop} : around x P -> P x.
Proof. intro H. apply H. Qed.

(* Laws at one point, by one of the theorems above; words at another, by
   at_most_at_every_point. *)
Theorem and_everywhere {x : point} {P Q : point -> Prop} :
  around x P -> (forall y, Q y) -> around x (fun y => P y /\ Q y).
Proof.
  intros (_ & _ & (q & Hq & H) & _) HQ. apply generically_around.
  exists q. split; [exact Hq|]. auto.
Qed.
