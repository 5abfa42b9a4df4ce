(* Functions of class C2 are twice differentiable in the sense of Exactly.v: their
   second derivatives are symmetric, by Schwarz's theorem, which Coquelicot has.
   Nothing else in the library uses this file or Coquelicot, and it rests on classical
   logic besides, as does the standard library's mean value theorem. *)
Require Import ZArith List Reals Lra FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From ConservationLaws Require Import Polynomials VectorFields Values FieldAction Exactly.
Open Scope R_scope.

(* Every point of U can be moved a little in every coordinate plane. *)
Definition open_along_planes (U : point -> Prop) : Prop :=
  forall x k l, U x -> exists e, 0 < e /\ forall s t,
    Rabs (s - x k) < e -> Rabs (t - x l) < e -> U (move (move x k s) l t).

(* h has first and second partial derivatives on U, and the second ones are
   continuous in every coordinate plane. *)
Definition class_C2 (U : point -> Prop) (h : candidate)
    (H : positive -> positive -> point -> R) : Prop :=
  (forall x k, U x -> derivable_pt_lim (fun t => law h (move x k t)) (x k) (partial h k x)) /\
  (forall x k l, U x ->
     derivable_pt_lim (fun t => partial h k (move x l t)) (x l) (H k l x)) /\
  (forall x k l i j, U x ->
     continuity_2d_pt (fun s t => H i j (move (move x k s) l t)) (x k) (x l)).

Section Schwarz.
Variables (U : point -> Prop) (h : candidate) (H : positive -> positive -> point -> R).
Hypothesis HU : open_along_planes U.
Hypothesis HC : class_C2 U h H.
Variables (x : point) (k l : positive).
Hypothesis Hkl : k <> l.
Hypothesis Hx : U x.

Let F (s t : R) : point := move (move x k s) l t.

Lemma plane_first s t : F s t k = s.
Proof.
  unfold F, move. destruct (Pos.eqb_spec k l); [contradiction|]. rewrite Pos.eqb_refl. reflexivity.
Qed.
Lemma plane_second s t : F s t l = t.
Proof. unfold F, move. rewrite Pos.eqb_refl. reflexivity. Qed.
Lemma move_first s t z : move (F s t) k z = F z t.
Proof.
  apply functional_extensionality; intro j. unfold F, move.
  destruct (Pos.eqb_spec j k), (Pos.eqb_spec j l); subst; auto; contradiction.
Qed.
Lemma move_second s t z : move (F s t) l z = F s z.
Proof.
  apply functional_extensionality; intro j. unfold F, move. destruct (Pos.eqb_spec j l); auto.
Qed.

(* A derivative along an axis, as a derivative in the plane. *)
Lemma along_first (f : point -> R) d s t :
  derivable_pt_lim (fun z => f (move (F s t) k z)) (F s t k) d ->
  is_derive (fun z => f (F z t)) s d.
Proof.
  rewrite plane_first. intro A. apply is_derive_Reals.
  eapply derivable_pt_lim_ext; [|exact A]. intro z. cbv beta. rewrite move_first. reflexivity.
Qed.
Lemma along_second (f : point -> R) d s t :
  derivable_pt_lim (fun z => f (move (F s t) l z)) (F s t l) d ->
  is_derive (fun z => f (F s z)) t d.
Proof.
  rewrite plane_second. intro A. apply is_derive_Reals.
  eapply derivable_pt_lim_ext; [|exact A]. intro z. cbv beta. rewrite move_second. reflexivity.
Qed.

Lemma law_first s t : U (F s t) -> is_derive (fun z => law h (F z t)) s (partial h k (F s t)).
Proof. intro HF. apply along_first, HC, HF. Qed.
Lemma law_second s t : U (F s t) -> is_derive (fun z => law h (F s z)) t (partial h l (F s t)).
Proof. intro HF. apply along_second, HC, HF. Qed.
Lemma partial_first s t : U (F s t) -> is_derive (fun z => partial h l (F z t)) s (H l k (F s t)).
Proof. intro HF. apply (along_first (partial h l)), HC, HF. Qed.
Lemma partial_second s t : U (F s t) -> is_derive (fun z => partial h k (F s z)) t (H k l (F s t)).
Proof. intro HF. apply (along_second (partial h k)), HC, HF. Qed.

Lemma second_derivatives_agree : H k l x = H l k x.
Proof.
  destruct (HU x k l Hx) as (e & He & Hplane).
  assert (In : forall u v, Rabs (u - x k) < e -> Rabs (v - x l) < e -> U (F u v))
    by (intros; apply Hplane; assumption).
  assert (Near : forall a u z, Rabs (u - a) < e -> Rabs (z - u) < e - Rabs (u - a) -> Rabs (z - a) < e).
  { intros a u z Hu Hz. replace (z - a) with ((z - u) + (u - a)) by ring.
    eapply Rle_lt_trans; [apply Rabs_triang|]. lra. }
  assert (D1 : forall u v, Rabs (u - x k) < e -> Rabs (v - x l) < e ->
    is_derive (fun z => Derive (fun t => law h (F z t)) v) u (H l k (F u v))).
  { intros u v Hu Hv.
    apply (is_derive_ext_loc (fun z => partial h l (F z v))); [|apply partial_first, In; assumption].
    assert (P : 0 < e - Rabs (u - x k)) by lra. exists (mkposreal _ P). intros z Hz.
    symmetry. apply is_derive_unique, law_second, In; [|exact Hv]. apply (Near _ u); assumption. }
  assert (D2 : forall u v, Rabs (u - x k) < e -> Rabs (v - x l) < e ->
    is_derive (fun z => Derive (fun t => law h (F t z)) u) v (H k l (F u v))).
  { intros u v Hu Hv.
    apply (is_derive_ext_loc (fun z => partial h k (F u z))); [|apply partial_second, In; assumption].
    assert (P : 0 < e - Rabs (v - x l)) by lra. exists (mkposreal _ P). intros z Hz.
    symmetry. apply is_derive_unique, law_first, In; [exact Hu|]. apply (Near _ v); assumption. }
  assert (Locally : forall P : R -> R -> Prop,
    (forall u v, Rabs (u - x k) < e -> Rabs (v - x l) < e -> P u v) -> locally_2d P (x k) (x l))
    by (intros P HP; exists (mkposreal e He); exact HP).
  assert (Ck : Rabs (x k - x k) < e) by (rewrite Rminus_eq_0, Rabs_R0; exact He).
  assert (Cl : Rabs (x l - x l) < e) by (rewrite Rminus_eq_0, Rabs_R0; exact He).
  assert (Fx : F (x k) (x l) = x) by (unfold F; rewrite !move_same; reflexivity).
  pose proof (is_derive_unique _ _ _ (D1 _ _ Ck Cl)) as E1.
  pose proof (is_derive_unique _ _ _ (D2 _ _ Ck Cl)) as E2.
  rewrite Fx in E1, E2. rewrite <- E1, <- E2. symmetry.
  apply (Schwarz (fun s t => law h (F s t))).
  - apply Locally. intros u v Hu Hv. repeat split; eexists.
    + apply law_first; auto.
    + apply law_second; auto.
    + apply D1; auto.
    + apply D2; auto.
  - apply (continuity_2d_pt_ext_loc (fun u v => H l k (F u v))); [|apply HC, Hx].
    apply Locally. intros u v Hu Hv. symmetry. apply is_derive_unique, D1; auto.
  - apply (continuity_2d_pt_ext_loc (fun u v => H k l (F u v))); [|apply HC, Hx].
    apply Locally. intros u v Hu Hv. symmetry. apply is_derive_unique, D2; auto.
Qed.
End Schwarz.

Theorem class_C2_twice_differentiable U h H :
  open_along_planes U -> class_C2 U h H -> twice_differentiable U h.
Proof.
  intros HU HC. split; [apply HC|]. exists H. split; [apply HC|].
  intros x k l Hx. destruct (Pos.eq_dec k l) as [->|Hne]; [reflexivity|].
  apply (second_derivatives_agree U h H HU HC x k l Hne Hx).
Qed.
