(* Combinations of covectors, and: any n covectors have a non-trivial combination
   that vanishes at m < n given variables. *)
Require Import ZArith List Reals Lra Lia.
From ConservationLaws Require Import Values FieldAction Exactly.
Import ListNotations.
Open Scope R_scope.

Lemma combination_vanishing c : forall l k,
  (forall g, In g l -> g k = 0) -> combination c l k = 0.
Proof.
  induction c as [|a c IH]; intros [|g l] k H; try reflexivity. cbn [combination].
  rewrite (H g (or_introl eq_refl)), IH; [lra|]. intros g' Hg'. apply H. simpl; auto.
Qed.

Lemma combination_killed Y x c : forall l,
  (forall g, In g l -> pairing Y x g = 0) -> pairing Y x (combination c l) = 0.
Proof.
  induction c as [|a c IH]; intros [|g l] H; try apply pairing_zero. cbn [combination].
  rewrite (pairing_plus Y x (fun k => a * g k)), pairing_scale, (H g (or_introl eq_refl)), IH; [lra|].
  intros g' Hg'. apply H. simpl; auto.
Qed.

Lemma combination_app c : forall c' l l' k, length c = length l ->
  combination (c ++ c') (l ++ l') k = combination c l k + combination c' l' k.
Proof.
  induction c as [|a c IH]; intros c' [|g l] l' k E; try discriminate E; simpl; [lra|].
  rewrite IH; [lra|]. injection E; auto.
Qed.

Lemma combination_scaled b c : forall l k, combination (map (Rmult b) c) l k = b * combination c l k.
Proof. induction c as [|a c IH]; intros [|g l] k; simpl; try lra. rewrite IH; lra. Qed.

(* Every covector of l freed from its value at k with the help of g. *)
Definition clear (g : covector) (k : positive) (l : list covector) : list covector :=
  map (fun u j => g k * u j - u k * g j) l.

Lemma combination_clear g k c : forall l j,
  combination c (clear g k l) j = g k * combination c l j - combination c l k * g j.
Proof. induction c as [|a c IH]; intros [|u l] j; simpl; try lra. rewrite IH; lra. Qed.

Theorem vanishing_combination : forall (ks : list positive) (l : list covector),
  (length ks < length l)%nat ->
  exists c, length c = length l /\ (exists a, In a c /\ a <> 0) /\
    forall k, In k ks -> combination c l k = 0.
Proof.
  induction ks as [|k ks IH]; intros l Hlen.
  - exists (map (fun _ => 1) l). split; [apply map_length|]. split; [|intros k []].
    exists 1. split; [|lra]. destruct l; simpl in *; [lia|auto].
  - destruct (Forall_Exists_dec (fun u : covector => u k = 0) (fun u => Req_EM_T (u k) 0) l)
      as [Hall|Hex].
    + rewrite Forall_forall in Hall. simpl in Hlen.
      destruct (IH l ltac:(lia)) as (c & Hc & Hn & H0). exists c. repeat split; auto.
      intros j [<-|Hj]; [apply combination_vanishing, Hall|apply H0, Hj].
    + apply Exists_exists in Hex. destruct Hex as (g & Hg & Hgk).
      apply in_split in Hg. destruct Hg as (l1 & l2 & ->).
      rewrite app_length in Hlen; simpl in Hlen.
      destruct (IH (clear g k (l1 ++ l2))) as (c & Hc & (a & Ha & Hane) & H0).
      { unfold clear. rewrite map_length, app_length. lia. }
      unfold clear in Hc. rewrite map_length, app_length in Hc.
      set (c1 := firstn (length l1) c). set (c2 := skipn (length l1) c).
      assert (E : c = c1 ++ c2) by (symmetry; apply firstn_skipn).
      assert (E1 : length c1 = length l1) by (unfold c1; rewrite firstn_length; lia).
      assert (E2 : length c2 = length l2) by (unfold c2; rewrite skipn_length; lia).
      assert (S : forall j, combination c (l1 ++ l2) j = combination c1 l1 j + combination c2 l2 j)
        by (intro j; rewrite E; apply combination_app, E1).
      exists (map (Rmult (g k)) c1
              ++ (- (combination c1 l1 k + combination c2 l2 k)) :: map (Rmult (g k)) c2).
      split; [|split].
      * rewrite !app_length; simpl; rewrite !map_length; lia.
      * exists (g k * a). split; [|intro Z; apply Rmult_integral in Z; tauto].
        rewrite E, in_app_iff in Ha. apply in_app_iff.
        destruct Ha; [left|right; right]; apply in_map; assumption.
      * intros j Hj. rewrite combination_app by (rewrite map_length; exact E1).
        cbn [combination]. rewrite !combination_scaled. destruct Hj as [<-|Hj]; [ring|].
        specialize (H0 j Hj). rewrite combination_clear, !S in H0. lra.
Qed.

(* A combination as a sum over the numbers of its terms. *)
Lemma combination_numbered {A} (f : A -> covector) k : forall (l : list A) c s,
  length c = length l ->
  combination c (map f l) k =
  sum_over (map Pos.of_succ_nat (seq s (length l))) (fun j =>
    match nth_error l (Pos.to_nat j - S s) with Some a => f a k | None => 0 end
    * nth (Pos.to_nat j - S s) c 0).
Proof.
  induction l as [|h l IH]; intros [|a c] s E; try discriminate E; [reflexivity|].
  cbn [map combination length seq sum_over].
  replace (Pos.to_nat (Pos.of_succ_nat s) - S s)%nat with O by lia. cbn [nth_error nth].
  rewrite (IH c (S s)) by (injection E; auto). rewrite Rmult_comm. f_equal.
  apply sum_ext. intros j Hj. apply in_map_iff in Hj. destruct Hj as (i & <- & Hi).
  apply in_seq in Hi. rewrite SuccNat2Pos.id_succ.
  replace (S i - S s)%nat with (S (S i - S (S s))) by lia. reflexivity.
Qed.
