(* The checker is right: what it accepts holds at the point, and wherever a certain
   polynomial, non-zero at the point, does not vanish. *)
Require Import ZArith List Bool Reals Lra Lia.
From ConservationLaws Require Import Checker Values FieldAction Exactly Brackets Triangular
  RankSoundness Dependence.
Import ListNotations.
Open Scope R_scope.

Section Model.
Variables (D : positive) (generators : list generator).
Variables (numerators : list Z) (denominator : positive).

Definition x0 : point := rational_point numerators denominator.
Definition fields : list field := map generator_field generators.

Lemma denominator_nonzero : IZR (Zpos denominator) <> 0.
Proof. apply not_0_IZR. discriminate. Qed.

Lemma point_lookup k : x0 k = IZR (lookup (numbered 1 numerators) k) / IZR (Zpos denominator).
Proof.
  unfold x0, rational_point, lookup. rewrite find_numbered.
  replace (Pos.ltb k 1) with false by (symmetry; apply Pos.ltb_ge, Pos.le_1_l).
  replace (Pos.to_nat k - Pos.to_nat 1)%nat with (pred (Pos.to_nat k)) by lia.
  destruct (nth_error numerators (pred (Pos.to_nat k))) as [z|] eqn:E.
  - rewrite (nth_error_nth _ _ _ E). reflexivity.
  - rewrite nth_overflow by (apply nth_error_None, E). reflexivity.
Qed.

Lemma kills_pairing X x g : within D (generator_field X) = true ->
  (kills D X x g <-> pairing (generator_field X) x g = 0).
Proof.
  intro HD. destruct X as [phi|l].
  - cbn [kills]. rewrite (pairing_on D (numbers (Pos.to_nat D)) _ x g HD (numbers_NoDup _)).
    + cbn [generator_field].
      rewrite (sum_ext _ (fun k => value x (component k (gradient phi)) * g k)
        (fun k => value x (derivative k phi) * g k)); [tauto|].
      intros k _. rewrite component_gradient. reflexivity.
    + intros k Hk H. exfalso. apply H, in_numbers. apply Pos2Nat.inj_le, Hk.
  - rewrite pairing_generator_components. reflexivity.
Qed.

Lemma conserved_killed U h : forallb (within D) fields = true -> conserved D generators U h ->
  forall Y, In Y fields -> killed U h Y.
Proof.
  intros HD [_ H] Y HY x Hx. rewrite forallb_forall in HD. specialize (HD Y HY).
  unfold fields in HY. apply in_map_iff in HY. destruct HY as (X & <- & HX).
  apply kills_pairing; auto.
Qed.

(* ----- the upper bound ----- *)
Lemma pivot_columns_spec free k : In k (pivot_columns D free) <->
  (k <= D)%positive /\ ~ In k free.
Proof.
  unfold pivot_columns. rewrite filter_In, in_numbers, <- Pos2Nat.inj_le.
  apply and_iff_compat_l. induction free as [|j free IH]; cbn [fold_right].
  - rewrite find_leaf. simpl. tauto.
  - rewrite find_insert. simpl. destruct (Pos.eqb_spec k j) as [->|Hne].
    + split; [discriminate|]. intro H. exfalso. apply H. auto.
    + rewrite IH. intuition congruence.
Qed.

Theorem at_most_sound words free modulus :
  check_at_most D generators numerators denominator words free modulus = true ->
  generically x0 (fun x => at_most D generators x (length free)).
Proof.
  unfold check_at_most. fold fields. rewrite !andb_true_iff. intros [[HX HY] Hrank].
  assert (Hnd : NoDup (pivot_columns D free)) by (apply NoDup_filter, numbers_NoDup).
  destruct (full_rank_at_sound _ _ _ x0 denominator_nonzero point_lookup _ _ Hnd Hrank)
    as (q & Hq & Hinj).
  exists q. split; [exact Hq|].
  intros x Hx U HU HUx hs Hlen Hhs.
  destruct (vanishing_combination free (map (fun h => differential h x) hs))
    as (c & Hc & Hnz & H0); [rewrite map_length; exact Hlen|].
  exists c. split; [exact Hc|]. split; [|exact Hnz].
  set (g := combination c (map (fun h => differential h x) hs)) in *.
  assert (Hg : forall k, In k (pivot_columns D free) -> g k = 0).
  { apply (Hinj x g Hx). intros w Hw. apply in_map_iff in Hw. destruct Hw as (Y & <- & HYin).
    unfold dot. rewrite forallb_forall in HY.
    rewrite <- (pairing_on D (pivot_columns D free) Y x g (HY Y HYin) Hnd).
    - apply combination_killed. intros u Hu. apply in_map_iff in Hu.
      destruct Hu as (h & <- & Hh).
      pose proof (Hhs h Hh) as Hcons. destruct Hcons as [[_ (H & HH & Hsym)] _].
      apply (words_killed U h H HU HH Hsym fields words); [|exact HYin|exact HUx].
      apply conserved_killed; auto.
    - intros k Hk Hout. apply H0.
      destruct (in_dec Pos.eq_dec k free) as [Hin|Hnot]; [exact Hin|].
      exfalso. apply Hout, pivot_columns_spec. auto. }
  intros k Hk. destruct (in_dec Pos.eq_dec k free) as [Hin|Hnot]; [apply H0, Hin|].
  apply Hg, pivot_columns_spec. auto.
Qed.

(* ----- the lower bound ----- *)
Lemma forms_sound forms columns modulus :
  check_forms D generators numerators denominator forms columns modulus = true ->
  (forall w X x, In w forms -> In X generators -> kills D X x (form_at w x)) /\
  generically x0 (fun x => independent D (map (fun w => form_at w x) forms)).
Proof.
  unfold check_forms. fold fields. rewrite !andb_true_iff. intros [[[HX Hforms] Hcols] Hrank].
  split.
  - intros w X x Hw HXin. rewrite forallb_forall in HX, Hforms.
    assert (HF : In (generator_field X) fields) by (apply in_map, HXin).
    apply kills_pairing; [apply HX, HF|].
    specialize (Hforms w Hw). rewrite forallb_forall in Hforms.
    specialize (Hforms _ HF). apply (value_is_zero x) in Hforms.
    rewrite value_contract in Hforms. exact Hforms.
  - destruct (full_rank_at_sound _ _ _ x0 denominator_nonzero point_lookup _ _
      (numbers_NoDup _) Hrank) as (q & Hq & Hinj).
    exists q. split; [exact Hq|]. intros x Hx c Hc Hvanish a Ha. rewrite map_length in Hc.
    destruct (In_nth c a 0 Ha) as (i & Hi & <-).
    assert (E : nth (Pos.to_nat (Pos.of_succ_nat i) - 1) c 0 = 0).
    { apply (Hinj x (fun j => nth (Pos.to_nat j - 1) c 0) Hx).
      2:{ apply in_numbers. rewrite SuccNat2Pos.id_succ. lia. }
      intros v Hv. apply in_map_iff in Hv. destruct Hv as (k & <- & Hk).
      rewrite forallb_forall in Hcols. specialize (Hcols k Hk). apply Pos.leb_le in Hcols.
      refine (eq_trans _ (Hvanish k Hcols)). rewrite (combination_numbered _ k forms c 0 Hc).
      unfold dot, numbers. apply sum_ext. intros j _. f_equal.
      unfold field_at. rewrite find_numbered.
      replace (Pos.ltb j 1) with false by (symmetry; apply Pos.ltb_ge, Pos.le_1_l).
      change (Pos.to_nat 1) with 1%nat.
      destruct (nth_error forms (Pos.to_nat j - 1)) as [w|]; [reflexivity|].
      unfold component. rewrite find_leaf. reflexivity. }
    rewrite SuccNat2Pos.id_succ in E. simpl in E. rewrite Nat.sub_0_r in E. exact E.
Qed.

Lemma kills_ext X x g h : (forall k, g k = h k) -> kills D X x g -> kills D X x h.
Proof.
  intro E. destruct X as [phi|l]; cbn [kills]; intro K; rewrite <- K; apply sum_ext;
    intros k _; rewrite E; reflexivity.
Qed.

Lemma combination_ext {A} (f g : A -> covector) k : (forall a, f a k = g a k) ->
  forall l c, combination c (map f l) k = combination c (map g l) k.
Proof.
  intro E. induction l as [|a l IH]; intros [|b c]; simpl; try reflexivity. rewrite E, IH. reflexivity.
Qed.

Definition polynomial_law (p : polynomial) : candidate :=
  {| law := fun x => value x p; partial := fun k x => value x (derivative k p) |}.

Lemma polynomial_twice_differentiable U p : twice_differentiable U (polynomial_law p).
Proof.
  split.
  - intros x k _. apply derivative_correct.
  - exists (fun k l x => value x (derivative l (derivative k p))). split.
    + intros x k l _. apply derivative_correct.
    + intros x k l _. apply derivatives_commute.
Qed.

Theorem at_least_sound laws columns modulus :
  check_at_least D generators numerators denominator laws columns modulus = true ->
  generically x0 (fun x => at_least D generators x (length laws)).
Proof.
  intro H. destruct (forms_sound _ _ _ H) as [Hkills (q & Hq & Hind)].
  exists q. split; [exact Hq|]. intros x Hx.
  assert (E : forall p y k, form_at (gradient p) y k = differential (polynomial_law p) y k)
    by (intros; apply component_gradient).
  exists (map polynomial_law laws). split; [apply map_length|]. split.
  - intros h Hh. apply in_map_iff in Hh. destruct Hh as (p & <- & Hp).
    split; [apply polynomial_twice_differentiable|]. intros X y HX _.
    apply (kills_ext X y _ _ (E p y)), Hkills; [apply in_map, Hp|exact HX].
  - intros c Hc Hvanish. rewrite !map_length in Hc.
    apply (Hind x Hx); [rewrite !map_length; exact Hc|].
    intros k Hk. rewrite <- (Hvanish k Hk), !map_map. apply combination_ext. intro p. apply E.
Qed.

(* ----- both ----- *)
Lemma generically_and x (P Q : point -> Prop) :
  generically x P -> generically x Q -> generically x (fun y => P y /\ Q y).
Proof.
  intros (p & Hp & HP) (q & Hq & HQ). exists (multiply p q). split.
  - rewrite value_multiply. intro E. apply Rmult_integral in E. tauto.
  - intros y Hy. rewrite value_multiply in Hy.
    split; [apply HP|apply HQ]; intro E; apply Hy; rewrite E; ring.
Qed.

Theorem exactly_sound laws words free modulus :
  check_exactly D generators numerators denominator laws words free modulus = true ->
  generically x0 (fun x => exactly D generators x (length laws)).
Proof.
  unfold check_exactly. rewrite !andb_true_iff. intros [[HN HL] HU].
  apply Nat.eqb_eq in HN. apply generically_and.
  - apply (at_least_sound laws free modulus HL).
  - rewrite <- HN. apply (at_most_sound words free modulus HU).
Qed.
End Model.
