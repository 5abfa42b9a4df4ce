(* An upper bound that holds almost everywhere holds everywhere, for functions with
   continuous differentials: independence at a point extends to a neighbourhood, and
   there the bound applies. *)
Require Import ZArith List Reals Lra Lia.
From ConservationLaws Require Import Trie Values FieldAction Exactly Neighbourhood Dependence.
Import ListNotations.
Open Scope R_scope.

(* Covectors that depend on the point. *)
Definition family := point -> covector.

Definition continuous_family (D : positive) (x : point) (g : family) : Prop :=
  forall k, (k <= D)%positive -> continuous_at x (fun y => g y k).

Definition at_point (l : list family) (x : point) : list covector := map (fun g => g x) l.

Definition clear_family (g : family) (k : positive) (l : list family) : list family :=
  map (fun u y j => g y k * u y j + (-1) * (u y k * g y j)) l.

Lemma clear_family_at g k l y c j :
  combination c (at_point (clear_family g k l) y) j
  = g y k * combination c (at_point l y) j - combination c (at_point l y) k * g y j.
Proof.
  rewrite <- combination_clear. unfold at_point, clear_family, clear. rewrite !map_map.
  revert l. induction c as [|a c IH]; intros [|u l]; simpl; try reflexivity.
  rewrite IH. ring.
Qed.

Lemma nonzero_nearby x f : continuous_at x f -> f x <> 0 -> nearby x (fun y => f y <> 0).
Proof.
  intros Hf Hne. refine (nearby_implies _ _ _ _ (Hf _ (Rabs_pos_lt _ Hne))).
  intros y Hy E. rewrite E, Rminus_0_l, Rabs_Ropp in Hy. lra.
Qed.

Lemma dependent_or_independent_nearby D x : forall l : list family,
  (forall g, In g l -> continuous_family D x g) ->
  dependent D (at_point l x) \/ nearby x (fun y => independent D (at_point l y)).
Proof.
  intro l. remember (length l) as n eqn:Hn. revert l Hn.
  induction n as [|n IH]; intros [|g l] Hn Hl; try discriminate Hn.
  - right. exists 1. split; [lra|]. intros y _ [|a c] Hc _ b Hb; [destruct Hb|discriminate Hc].
  - destruct (Exists_dec (fun k => g x k <> 0) (numbers (Pos.to_nat D))) as [Hk|Hk].
    { intro k. destruct (Req_EM_T (g x k) 0); [right|left]; auto. }
    + apply Exists_exists in Hk. destruct Hk as (k & Hin & Hk).
      apply in_numbers, Pos2Nat.inj_le in Hin.
      assert (Hg : continuous_family D x g) by (apply Hl; simpl; auto).
      destruct (IH (clear_family g k l)) as [Hdep|Hind].
      * unfold clear_family. rewrite map_length. injection Hn. auto.
      * intros u Hu. unfold clear_family in Hu. apply in_map_iff in Hu.
        destruct Hu as (v & <- & Hv). intros j Hj.
        assert (Hv' : continuous_family D x v) by (apply Hl; simpl; auto).
        apply continuous_plus; [|apply continuous_times; [apply continuous_constant|]];
          apply continuous_times; auto.
      * left. destruct Hdep as (c & Hc & Hz & a & Ha & Hne).
        unfold at_point, clear_family in Hc. rewrite !map_length in Hc.
        exists (- combination c (at_point l x) k :: map (Rmult (g x k)) c).
        split; [|split].
        -- unfold at_point. simpl. rewrite !map_length, Hc. reflexivity.
        -- intros j Hj. specialize (Hz j Hj). rewrite clear_family_at in Hz.
           change (at_point (g :: l) x) with (g x :: at_point l x).
           cbn [combination]. rewrite combination_scaled. lra.
        -- exists (g x k * a). split; [right; apply in_map, Ha|].
           intro E. apply Rmult_integral in E. tauto.
      * right. refine (nearby_implies _ _ _ _ (nearby_and _ _ _ Hind (nonzero_nearby x _ (Hg k Hin) Hk))).
        intros y [Hy Hyk] [|a c] Hc Hz; [discriminate Hc|].
        change (at_point (g :: l) y) with (g y :: at_point l y) in *. cbn [combination] in Hz.
        simpl in Hc. injection Hc as Hc.
        assert (Hc0 : forall b, In b c -> b = 0).
        { apply Hy.
          - rewrite Hc. unfold at_point, clear_family. rewrite !map_length. reflexivity.
          - intros j Hj. rewrite clear_family_at.
            pose proof (Hz k Hin) as E1. pose proof (Hz j Hj) as E2. cbv beta in E1, E2.
            replace (combination c (at_point l y) k) with (- (a * g y k)) by lra.
            replace (combination c (at_point l y) j) with (- (a * g y j)) by lra. ring. }
        intros b [<-|Hb]; [|apply Hc0, Hb].
        specialize (Hz k Hin). cbv beta in Hz.
        assert (E : combination c (at_point l y) k = 0).
        { clear - Hc0. revert Hc0. generalize (at_point l y). induction c as [|b c IHc];
            intros [|u m] H; try reflexivity. cbn [combination].
          rewrite (H b (or_introl eq_refl)), IHc; [ring|]. intros b' Hb'. apply H. simpl; auto. }
        rewrite E, Rplus_0_r in Hz. apply Rmult_integral in Hz. tauto.
    + left. exists (1 :: map (fun _ => 0) l). split; [|split].
      * unfold at_point. simpl. rewrite !map_length. reflexivity.
      * intros j Hj. change (at_point (g :: l) x) with (g x :: at_point l x). cbn [combination].
        assert (Z : g x j = 0).
        { destruct (Req_EM_T (g x j) 0) as [E|E]; [exact E|exfalso]. apply Hk, Exists_exists.
          exists j. split; [apply in_numbers, Pos2Nat.inj_le, Hj|exact E]. }
        rewrite Z. clear. unfold at_point.
        induction l as [|u l IH]; simpl in *; lra.
      * exists 1. split; [simpl; auto|lra].
Qed.

Theorem at_most_everywhere D generators x0 N :
  generically x0 (fun x => at_most D generators x N) ->
  forall x, at_most_continuous D generators x N.
Proof.
  intros H x U HU Hx hs Hlen Hhs.
  destruct (dependent_or_independent_nearby D x (map differential hs)) as [Hdep|Hind].
  - intros g Hg. apply in_map_iff in Hg. destruct Hg as (h & <- & Hh). intros k _.
    apply (Hhs h Hh), Hx.
  - unfold at_point in Hdep. rewrite map_map in Hdep. exact Hdep.
  - exfalso.
    destruct (nearby_and _ _ _ Hind (HU x Hx)) as (e & He & Hnear).
    destruct (generically_dense x0 _ H x e He) as (y & Hy & Hbound).
    destruct (Hnear y Hy) as [Hy_ind HUy].
    destruct (Hbound U) with (hs := hs) as (c & Hc & Hz & a & Ha & Hne); auto.
    + intros z k Hz. destruct (HU z Hz) as (d & Hd & Hbox). exists d. split; [exact Hd|].
      intros t Ht. apply Hbox. intro j. unfold move. destruct (Pos.eqb_spec j k) as [->|_]; [exact Ht|].
      rewrite Rminus_diag_eq, Rabs_R0; auto.
    + intros h Hh. apply Hhs, Hh.
    + apply Hne. apply (Hy_ind c); [| |exact Ha]; unfold at_point; rewrite map_map; assumption.
Qed.
