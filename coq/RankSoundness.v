(* Why the elimination of RankEvidence.v proves full column rank, not only at the
   point but wherever a certain polynomial does not vanish.

   Each row that occurs in the elimination stands for a vector of polynomials, a
   combination of the given ones whose value at the point is congruent to the row.
   The final pivot rows are triangular with ones on the diagonal modulo p. *)
Require Import ZArith Znumtheory List Bool Reals Lra Lia Sorted.
From ConservationLaws Require Import Trie Polynomials RankEvidence Values Triangular.
Import ListNotations.
Open Scope R_scope.

Section Rank.
Variables (p : Z) (x0 : point).
Hypothesis Hp : (2 <= p)%Z.
Local Notation congruent := (congruent p x0).

(* ----- the elimination ----- *)
Variables (columns : list positive) (given : list vector).

Fixpoint coefficient (r : row) (i : positive) : Z :=
  match r with
  | [] => 0
  | (j, z) :: r' => ((if Pos.eqb j i then z else 0) + coefficient r' i)%Z
  end.

(* The vector v is killed by whatever kills the given ones, and congruent to r. *)
Definition stands_for (v : vector) (r : row) : Prop :=
  (forall x a, (forall w, In w given -> dot columns x w a = 0) -> dot columns x v a = 0) /\
  (forall i, In i columns -> congruent (v i) (coefficient r i)).

Definition represented (r : row) : Prop := exists v, stands_for v r.

Lemma coefficient_cons_entry i z r j :
  coefficient (cons_entry i z r) j = ((if Pos.eqb i j then z else 0) + coefficient r j)%Z.
Proof.
  unfold cons_entry. destruct (Z.eqb_spec z 0) as [->|_]; [|reflexivity].
  destruct (Pos.eqb i j); reflexivity.
Qed.

Lemma divide_modulo z : (p | z - z mod p)%Z.
Proof.
  exists (z / p)%Z. pose proof (Z.div_mod z p). lia.
Qed.

Lemma coefficient_scale c r i : (p | c * coefficient r i - coefficient (scale p c r) i)%Z.
Proof.
  unfold scale. induction r as [|[j z] r IH]; cbn [fold_right coefficient fst snd].
  - exists 0%Z. lia.
  - rewrite coefficient_cons_entry. destruct (Pos.eqb j i).
    + destruct IH as (a & Ha). destruct (divide_modulo (c * z)) as (b & Hb).
      exists (a + b)%Z. lia.
    + destruct IH as (a & Ha). exists a. lia.
Qed.

Lemma combine_cons c i x a j y b :
  combine p c ((i, x) :: a) ((j, y) :: b) =
  match Pos.compare i j with
  | Lt => (i, x) :: combine p c a ((j, y) :: b)
  | Gt => cons_entry j ((c * y) mod p) (combine p c ((i, x) :: a) b)
  | Eq => cons_entry i ((x + c * y) mod p) (combine p c a b)
  end.
Proof. reflexivity. Qed.

Lemma coefficient_combine c a : forall b i,
  (p | coefficient a i + c * coefficient b i - coefficient (combine p c a b) i)%Z.
Proof.
  induction a as [|[i x] a IH].
  - intros b i. apply coefficient_scale.
  - induction b as [|[j y] b IHb]; intro k.
    + exists 0%Z. simpl. lia.
    + rewrite combine_cons. destruct (Pos.compare i j) eqn:E.
      * apply Pos.compare_eq in E; subst j. rewrite coefficient_cons_entry. cbn [coefficient].
        destruct (IH b k) as (s & Hs). destruct (divide_modulo (x + c * y)) as (t & Ht).
        destruct (Pos.eqb i k); [exists (s + t)%Z|exists s]; lia.
      * destruct (IH ((j, y) :: b) k) as (s & Hs). exists s. cbn [coefficient] in *.
        destruct (Pos.eqb i k), (Pos.eqb j k); lia.
      * rewrite coefficient_cons_entry.
        destruct (IHb k) as (s & Hs). destruct (divide_modulo (c * y)) as (t & Ht).
        cbn [coefficient] in *.
        destruct (Pos.eqb i k), (Pos.eqb j k); (exists (s + t)%Z; lia) || (exists s; lia).
Qed.

Lemma stands_for_multiple v r c v' r' s :
  stands_for v r -> stands_for v' r' ->
  (forall i, (p | coefficient r i + c * coefficient r' i - coefficient s i)%Z) ->
  stands_for (plus_multiple v (constant c) v') s.
Proof.
  intros [K C] [K' C'] Hs. split.
  - intros x a Ha. rewrite dot_plus_multiple, (K x a Ha), (K' x a Ha). ring.
  - intros i Hi. eapply congruent_modulo; [|apply Hs]. unfold plus_multiple.
    apply congruent_add; [auto|]. apply congruent_multiply; [apply congruent_constant|auto].
Qed.

Lemma zero_stands : stands_for (fun _ => []) [].
Proof.
  split.
  - intros x a _. apply sum_zero. intros i _. unfold value; simpl. ring.
  - intros i _. exists 0%Z. split; [reflexivity|]. exists 0%Z. reflexivity.
Qed.

Definition sound_pivots (pivots : pivot_rows) : Prop :=
  forall k tail, find k pivots = Some tail -> represented ((k, 1%Z) :: tail).

Lemma reduce_represented pivots steps : sound_pivots pivots ->
  forall r, represented r -> represented (reduce p steps pivots r).
Proof.
  intro HP. induction steps as [|steps IH]; intros r Hr; [exact Hr|].
  destruct r as [|[k c] tail]; [exact Hr|]. cbn [reduce].
  destruct (find k pivots) as [tail'|] eqn:E; [|exact Hr].
  apply IH. destruct Hr as (v & Hv). destruct (HP k tail' E) as (v' & Hv').
  exists (plus_multiple v (constant (p - c)) v').
  apply (stands_for_multiple _ _ _ _ _ _ Hv Hv'). intro i.
  destruct (coefficient_combine (p - c) tail tail' i) as (s & Hs). cbn [coefficient].
  destruct (Pos.eqb k i); [exists (s + 1)%Z|exists s]; lia.
Qed.

Lemma add_row_sound steps pivots r :
  sound_pivots pivots -> represented r -> sound_pivots (add_row p steps pivots r).
Proof.
  intros HP Hr. unfold add_row.
  pose proof (reduce_represented pivots steps HP r Hr) as HR.
  destruct (reduce p steps pivots r) as [|[k c] tail]; [exact HP|].
  destruct (Z.eqb_spec ((inverse p c * c) mod p) 1) as [Hu|_]; [|exact HP].
  intros j t. rewrite find_insert. destruct (Pos.eqb_spec j k) as [->|_]; [|apply HP].
  intros [= <-]. destruct HR as (v & Hv).
  exists (plus_multiple (fun _ => []) (constant (inverse p c)) v).
  apply (stands_for_multiple _ _ _ _ _ _ zero_stands Hv). intro i. cbn [coefficient].
  destruct (coefficient_scale (inverse p c) tail i) as (s & Hs).
  destruct (divide_modulo (inverse p c * c)) as (w & Hw). rewrite Hu in Hw.
  destruct (Pos.eqb k i); [exists (s + w)%Z|exists s]; lia.
Qed.

Lemma eliminate_sound steps rows :
  (forall r, In r rows -> represented r) -> sound_pivots (eliminate p steps rows).
Proof.
  unfold eliminate. intro Hr.
  assert (H0 : sound_pivots Leaf) by (intros k tail E; rewrite find_leaf in E; discriminate).
  generalize dependent (@Leaf row). induction rows as [|r rows IH]; intros pivots HP; [exact HP|].
  cbn [fold_left]. apply IH; [intros; apply Hr; simpl; auto|].
  apply add_row_sound; [exact HP|]. apply Hr; simpl; auto.
Qed.

Lemma coefficient_absent r i : (forall e, In e r -> (i < fst e)%positive) -> coefficient r i = 0%Z.
Proof.
  induction r as [|[j z] r IH]; intro H; [reflexivity|]. cbn [coefficient].
  destruct (Pos.eqb_spec j i) as [->|_].
  - exfalso. apply (Pos.lt_irrefl i). apply (H (i, z)). simpl; auto.
  - rewrite IH; [reflexivity|]. intros e He. apply H. simpl; auto.
Qed.

Lemma ascending_sorted l : ascending l = true -> StronglySorted Pos.lt l.
Proof.
  intro H. apply Sorted_StronglySorted; [exact Pos.lt_trans|].
  induction l as [|i l IH]; [constructor|]. cbn [ascending] in H.
  apply andb_true_iff in H. destruct H as [H1 H2]. constructor; [auto|].
  destruct l as [|j l]; constructor. simpl in H1. rewrite andb_true_r in H1.
  apply Pos.ltb_lt, H1.
Qed.

Theorem full_rank_sound rows :
  (forall r, In r rows -> represented r) -> full_rank p columns rows = true ->
  exists q, value x0 q <> 0 /\ forall x a, value x q <> 0 ->
    (forall w, In w given -> dot columns x w a = 0) ->
    forall i, In i columns -> a i = 0.
Proof.
  intros Hrows H. unfold full_rank in H. rewrite !andb_true_iff in H.
  destruct H as [[_ Hasc] Hpiv]. rewrite forallb_forall in Hpiv.
  pose proof (eliminate_sound (S (length columns)) rows Hrows) as HP.
  set (pivots := eliminate p (S (length columns)) rows) in *.
  (* choose a vector for each pivot row *)
  assert (C : exists V : positive -> vector, forall k, In k columns -> exists tail,
            stands_for (V k) ((k, 1%Z) :: tail) /\ forall e, In e tail -> (k < fst e)%positive).
  { assert (C' : forall k, In k columns -> exists v tail,
              stands_for v ((k, 1%Z) :: tail) /\ forall e, In e tail -> (k < fst e)%positive).
    { intros k Hk. specialize (Hpiv k Hk).
      destruct (find k pivots) as [tail|] eqn:E; [|discriminate].
      destruct (HP k tail E) as (v & Hv). exists v, tail. split; [exact Hv|].
      rewrite forallb_forall in Hpiv. intros e He. apply Pos.ltb_lt, Hpiv, He. }
    clear - C'. induction columns as [|k l IH].
    - exists (fun _ _ => []). intros k [].
    - destruct IH as (V & HV); [intros; apply C'; simpl; auto|].
      destruct (C' k (or_introl eq_refl)) as (v & tail & Hv).
      exists (fun j => if Pos.eqb j k then v else V j). intros j Hj.
      destruct (Pos.eqb_spec j k) as [->|Hne]; [exists tail; exact Hv|].
      apply HV. destruct Hj; [congruence|assumption]. }
  destruct C as (V & HV).
  destruct (triangular_injective p x0 columns V) as (q & Hq & Hinj).
  - intros j i Hj Hi. destruct (HV j Hj) as (tail & [_ Hc] & _). eexists. apply Hc, Hi.
  - pose proof (ascending_sorted _ Hasc) as S.
    assert (T : forall l, incl l columns -> StronglySorted Pos.lt l -> triangular p x0 l V).
    { intros l Hincl HS. induction HS as [|k l HS IH Hk]; [exact I|].
      assert (Hkc : In k columns) by (apply Hincl; simpl; auto).
      split; [|split].
      - destruct (HV k Hkc) as (tail & [_ Hc] & Ht). specialize (Hc k Hkc).
        cbn [coefficient] in Hc. rewrite Pos.eqb_refl, coefficient_absent in Hc by exact Ht.
        exact Hc.
      - intros j Hj. rewrite Forall_forall in Hk. specialize (Hk j Hj).
        destruct (HV j (Hincl j (or_intror Hj))) as (tail & [_ Hc] & Ht). specialize (Hc k Hkc).
        cbn [coefficient] in Hc.
        replace (Pos.eqb j k) with false in Hc by (symmetry; apply Pos.eqb_neq; lia).
        rewrite coefficient_absent in Hc; [exact Hc|].
        intros e He. specialize (Ht e He). lia.
      - apply IH. intros j Hj. apply Hincl. simpl; auto. }
    apply T; [apply incl_refl|exact S].
  - exists q. split; [apply (congruent_to_one p x0 Hp), Hq|]. intros x a Hx Ha i Hi.
    apply (Hinj x a Hx); [|exact Hi]. intros j Hj.
    destruct (HV j Hj) as (tail & [K _] & _). apply K, Ha.
Qed.
End Rank.

(* ----- rows at a rational point ----- *)
Section RankAt.
Variables (numerators : positive -> Z) (denominator p : Z) (x0 : point).
Hypothesis Hden : IZR denominator <> 0.
Hypothesis Hx0 : forall k, x0 k = IZR (numerators k) / IZR denominator.
Variables (columns : list positive) (given : list vector).

Lemma power_bound (l : list (positive * polynomial)) e t : In e l -> In t (snd e) ->
  (length (fst t) <= fold_right (fun e bound => degree_at_least bound (snd e)) O l)%nat.
Proof.
  induction l as [|e' l IH]; intros He Ht; [destruct He|]. cbn [fold_right].
  destruct He as [->|He].
  - apply degree_at_least_bounds, Ht.
  - eapply Nat.le_trans; [apply IH; assumption|]. apply degree_at_least_monotone.
Qed.

Lemma row_at_represented v : NoDup columns -> In v given -> (2 <= p)%Z ->
  represented p x0 columns given (row_at numerators denominator p columns v).
Proof.
  intros Hnd Hv Hp. unfold row_at.
  set (l := map (fun i => (i, v i)) columns).
  set (power := fold_right _ O l).
  exists (fun i => multiply (constant (denominator ^ Z.of_nat power)) (v i)). split.
  - intros x a Ha. unfold dot.
    rewrite (sum_ext columns _ (fun i => IZR (denominator ^ Z.of_nat power) * (value x (v i) * a i)))
      by (intros; rewrite value_multiply, value_constant; ring).
    rewrite sum_scale. specialize (Ha v Hv). unfold dot in Ha. rewrite Ha. ring.
  - intros i Hi.
    assert (E : forall c, NoDup c -> In i c ->
      (p | scaled_value numerators denominator power (v i)
           - coefficient (fold_right (fun t rest => match snd t with [] => rest
               | q => cons_entry (fst t) (scaled_value numerators denominator power q mod p) rest
               end) [] (map (fun i => (i, v i)) c)) i)%Z).
    { assert (N : forall j c, match v j with [] => c
          | q => cons_entry j (scaled_value numerators denominator power q mod p) c end
        = cons_entry j (scaled_value numerators denominator power (v j) mod p) c).
      { intros j c. destruct (v j); [|reflexivity]. simpl. rewrite Zmod_0_l. reflexivity. }
      assert (Absent : forall c, ~ In i c -> coefficient (fold_right (fun t rest => match snd t with
          [] => rest
          | q => cons_entry (fst t) (scaled_value numerators denominator power q mod p) rest
          end) [] (map (fun i => (i, v i)) c)) i = 0%Z).
      { induction c as [|j c IH]; intro H; [reflexivity|]. cbn [map fold_right fst snd].
        rewrite N, coefficient_cons_entry, IH by (intro; apply H; simpl; auto).
        destruct (Pos.eqb_spec j i) as [->|_]; [exfalso; apply H; simpl; auto|reflexivity]. }
      induction 1 as [|j c Hj Hc IH]; [intros []|]. intros [->|Hin]; cbn [map fold_right fst snd];
        rewrite N, coefficient_cons_entry.
      - rewrite Pos.eqb_refl, Absent, Z.add_0_r by exact Hj. apply divide_modulo, Hp.
      - destruct (Pos.eqb_spec j i) as [->|_]; [contradiction|]. apply IH, Hin. }
    eapply congruent_modulo; [|apply (E columns Hnd Hi)].
    exists (scaled_value numerators denominator power (v i)). split; [|exists 0%Z; lia].
    rewrite value_multiply, value_constant, (scaled_value_correct numerators denominator x0 Hden Hx0).
    + rewrite <- pow_IZR. reflexivity.
    + intros t Ht. apply (power_bound l (i, v i)); [|exact Ht].
      apply in_map_iff. exists i. auto.
Qed.

Theorem full_rank_at_sound : NoDup columns ->
  full_rank_at numerators denominator p columns given = true ->
  exists q, value x0 q <> 0 /\ forall x a, value x q <> 0 ->
    (forall w, In w given -> dot columns x w a = 0) ->
    forall i, In i columns -> a i = 0.
Proof.
  intros Hnd H.
  assert (Hp : (2 <= p)%Z).
  { unfold full_rank_at, full_rank in H. rewrite !andb_true_iff in H. apply Z.leb_le, H. }
  apply (full_rank_sound p x0 Hp columns given
    (map (row_at numerators denominator p columns) given)); [|exact H].
  intros r Hr. apply in_map_iff in Hr. destruct Hr as (v & <- & Hv).
  apply row_at_represented; assumption.
Qed.
End RankAt.
