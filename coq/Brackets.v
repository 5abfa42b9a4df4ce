(* A function killed by two vector fields is killed by their bracket, hence by every
   iterated bracket of the generators.  The proof differentiates the two equations
   and uses that the matrix of second derivatives is symmetric. *)
Require Import ZArith List Reals Lra.
From ConservationLaws Require Import Trie Polynomials VectorFields Words Values FieldAction Exactly.
Import ListNotations.
Open Scope R_scope.

Lemma derivative_of_locally_zero f a d e :
  0 < e -> (forall t, Rabs (t - a) < e -> f t = 0) -> derivable_pt_lim f a d -> d = 0.
Proof.
  intros He Hf Hd. apply (uniqueness_limite f a d 0 Hd).
  intros eps Heps. exists (mkposreal e He). intros h Hh Hlt. simpl in Hlt.
  rewrite (Hf (a + h)), (Hf a).
  - replace ((0 - 0) / h - 0) with 0 by (field; exact Hh). rewrite Rabs_R0. exact Heps.
  - rewrite Rminus_diag_eq, Rabs_R0 by reflexivity. exact He.
  - replace (a + h - a) with h by ring. exact Hlt.
Qed.

Section Bracket.
Variables (U : point -> Prop) (h : candidate) (H : positive -> positive -> point -> R).
Hypothesis HU : open_along_axes U.
Hypothesis HH : forall x k l, U x ->
  derivable_pt_lim (fun t => partial h k (move x l t)) (x l) (H k l x).
Hypothesis Hsym : forall x k l, U x -> H k l x = H l k x.

Definition killed (Y : field) : Prop := forall x, U x -> pairing Y x (differential h x) = 0.

(* the part of d/dx_l of Y(h) in which the components of Y are differentiated *)
Definition inner (Y : field) (x : point) (l : positive) : R :=
  sum_over (entries Y) (fun t => value x (derivative l (snd t)) * partial h (fst t) x).

Lemma derivative_of_pairing Y x l : U x ->
  derivable_pt_lim (fun t => pairing Y (move x l t) (differential h (move x l t))) (x l)
    (inner Y x l + pairing Y x (fun k => H k l x)).
Proof.
  intro Hx. rewrite <- (pairing_entries Y x). unfold inner, pairing_list.
  assert (G : forall c, derivable_pt_lim
    (fun t => sum_over c (fun e => value (move x l t) (snd e) * partial h (fst e) (move x l t))) (x l)
    (sum_over c (fun e => value x (derivative l (snd e)) * partial h (fst e) x)
     + sum_over c (fun e => value x (snd e) * H (fst e) l x))).
  { induction c as [|[k p] c IH]; cbn [sum_over fst snd].
    - rewrite Rplus_0_r. apply (derivable_pt_lim_const 0).
    - pose proof (derivable_pt_lim_mult _ _ _ _ _ (derivative_correct x l p) (HH x k l Hx)) as A.
      pose proof (derivable_pt_lim_plus _ _ _ _ _ A IH) as B.
      cbv beta in B. rewrite move_same in B.
      eapply eq_ind with (P := fun d => derivable_pt_lim _ _ d); [exact B|]. ring. }
  eapply derivable_pt_lim_ext; [|apply (G (entries Y))].
  intro t. cbv beta. rewrite <- pairing_entries. reflexivity.
Qed.

Lemma killed_derivative Y x l : killed Y -> U x -> inner Y x l = - pairing Y x (fun k => H k l x).
Proof.
  intros HY Hx. destruct (HU x l Hx) as (e & He & Hnear).
  assert (E : inner Y x l + pairing Y x (fun k => H k l x) = 0); [|lra].
  eapply derivative_of_locally_zero; [exact He| |apply (derivative_of_pairing Y x l Hx)].
  intros t Ht. apply (HY (move x l t)), Hnear, Ht.
Qed.

Lemma pairing_derivatives_inner Y Z x :
  pairing_derivatives Y Z x (differential h x) = pairing Y x (fun l => inner Z x l).
Proof.
  unfold pairing_derivatives, inner. rewrite pairing_sum. apply sum_ext. intros t _.
  rewrite value_derivative_along, Rmult_comm, <- pairing_scale.
  apply pairing_ext. intro l. unfold differential. ring.
Qed.

Theorem bracket_killed Y Z : killed Y -> killed Z -> killed (bracket Y Z).
Proof.
  intros HY HZ x Hx. rewrite pairing_bracket, !pairing_derivatives_inner.
  assert (A : forall Y Z, killed Z ->
    pairing Y x (fun l => inner Z x l) = - pairing Y x (fun l => pairing Z x (fun k => H k l x))).
  { intros Y' Z' HZ'.
    rewrite (pairing_ext Y' x _ (fun l => (-1) * pairing Z' x (fun k => H k l x))).
    - rewrite pairing_scale. ring.
    - intro l. rewrite killed_derivative by assumption. ring. }
  rewrite (A Y Z HZ), (A Z Y HY), pairing_swap.
  rewrite (pairing_ext Z x (fun k => pairing Y x (fun l => H k l x)) (fun l => pairing Y x (fun k => H k l x))).
  - ring.
  - intro k. apply pairing_ext. intro l. apply Hsym, Hx.
Qed.

Lemma leaf_killed : killed Leaf.
Proof. intros x _. reflexivity. Qed.

Theorem words_killed (fields : list field) (words : list word) :
  (forall Y, In Y fields -> killed Y) ->
  forall Y, In Y (word_fields fields words) -> killed Y.
Proof.
  intro Hfields. unfold word_fields.
  assert (K : forall t : trie field, (forall k Y, find k t = Some Y -> killed Y) ->
              forall i, killed (entry_at i t)).
  { intros t Ht i. unfold entry_at, field_at.
    destruct (find _ t) as [Y|] eqn:E; [apply (Ht _ _ E)|apply leaf_killed]. }
  assert (Hgen : forall k Y, find k (numbered 1 fields) = Some Y -> killed Y).
  { intros k Y E. rewrite find_numbered in E. destruct (Pos.ltb k 1); [discriminate|].
    apply Hfields. eapply nth_error_In, E. }
  assert (Hnone : forall k Y, find k (@Leaf field) = Some Y -> killed Y).
  { intros k Y E. rewrite find_leaf in E. discriminate. }
  generalize dependent (@Leaf field). generalize 1%positive at 2.
  induction words as [|w words IH]; intros next earlier Hearlier Y; cbn [fields_after]; [intros []|].
  set (Z := match w with Generator i => _ | Bracket a b => _ end).
  assert (HZ : killed Z).
  { unfold Z. destruct w; [|apply bracket_killed]; apply K; assumption. }
  intros [<-|HY]; [exact HZ|].
  refine (IH (Pos.succ next) _ _ Y HY).
  intros k W. rewrite find_insert. destruct (Pos.eqb k next); [|apply Hearlier].
  intros [= <-]. exact HZ.
Qed.
End Bracket.
