(* Laws that are quotients of polynomials, on the open set where no denominator
   vanishes. *)
Require Import ZArith List Bool Reals Lra Lia.
From ConservationLaws Require Import Checker Values FieldAction Exactly RankSoundness Dependence
  Soundness Neighbourhood.
Import ListNotations.
Open Scope R_scope.

(* q^2 times the k-th partial derivative of p / q *)
Definition numerator (p q : polynomial) (k : positive) (x : point) : R :=
  value x q * value x (derivative k p) - value x p * value x (derivative k q).

Definition quotient_law (p q : polynomial) : candidate :=
  {| law := fun x => value x p / value x q;
     partial := fun k x => numerator p q k x / Rsqr (value x q) |}.

Lemma quotient_twice_differentiable (U : point -> Prop) p q : (forall x, U x -> value x q <> 0) ->
  twice_differentiable U (quotient_law p q).
Proof.
  intro HU. split.
  - intros x k Hx. simpl. pose proof (HU x Hx) as Hq.
    pose proof (derivable_pt_lim_div _ _ _ _ _ (derivative_correct x k p) (derivative_correct x k q))
      as A. cbv beta in A. rewrite move_same in A. specialize (A Hq).
    eapply eq_ind with (P := fun d => derivable_pt_lim _ _ d); [exact A|].
    unfold numerator. f_equal. ring.
  - set (N := fun k l x =>
      value x (derivative l q) * value x (derivative k p)
      + value x q * value x (derivative l (derivative k p))
      - (value x (derivative l p) * value x (derivative k q)
         + value x p * value x (derivative l (derivative k q)))).
    set (S := fun l x => value x (derivative l q) * value x q + value x q * value x (derivative l q)).
    exists (fun k l x => (N k l x * Rsqr (value x q) - S l x * numerator p q k x)
                         / Rsqr (Rsqr (value x q))).
    split; intros x k l Hx; pose proof (HU x Hx) as Hq.
    + simpl.
      pose proof (derivative_correct x l) as D.
      pose proof (derivable_pt_lim_minus _ _ _ _ _
        (derivable_pt_lim_mult _ _ _ _ _ (D q) (D (derivative k p)))
        (derivable_pt_lim_mult _ _ _ _ _ (D p) (D (derivative k q)))) as A.
      pose proof (derivable_pt_lim_mult _ _ _ _ _ (D q) (D q)) as B.
      pose proof (derivable_pt_lim_div _ _ _ _ _ A B) as C.
      unfold minus_fct, mult_fct in C. rewrite move_same in C.
      specialize (C (Rmult_integral_contrapositive_currified _ _ Hq Hq)).
      exact C.
    + unfold N, S, numerator. rewrite (derivatives_commute x k l p), (derivatives_commute x k l q).
      f_equal. unfold Rsqr. ring.
Qed.

(* Multiples of independent covectors by non-zero numbers are independent. *)
Lemma independent_scaled {A} D (f g : A -> covector) (s : A -> R) l :
  (forall a, In a l -> s a <> 0) -> (forall a k, g a k = s a * f a k) ->
  independent D (map f l) -> independent D (map g l).
Proof.
  intros Hs E Hind c Hc Hvanish. rewrite map_length in Hc.
  assert (T : exists c', length c' = length l /\
            (forall k, combination c' (map f l) k = combination c (map g l) k) /\
            ((forall a, In a c' -> a = 0) -> forall a, In a c -> a = 0)).
  { clear Hind Hvanish. revert c Hc. induction l as [|a l IH]; intros [|b c] Hc; try discriminate Hc.
    - exists []. simpl. auto.
    - destruct (IH (fun a' H => Hs a' (or_intror H)) c) as (c' & H1 & H2 & H3); [injection Hc; auto|].
      exists (b * s a :: c'). split; [simpl; congruence|]. split.
      + intro k. simpl. rewrite H2, E. ring.
      + intros H0 z [<-|Hz].
        * specialize (H0 (b * s a) (or_introl eq_refl)). apply Rmult_integral in H0.
          destruct H0 as [H0|H0]; [exact H0|]. exfalso. apply (Hs a (or_introl eq_refl) H0).
        * apply H3; [|exact Hz]. intros y Hy. apply H0. simpl; auto. }
  destruct T as (c' & H1 & H2 & H3). apply H3, Hind; [rewrite map_length; exact H1|].
  intros k Hk. rewrite H2. apply Hvanish, Hk.
Qed.

Section Model.
Variables (D : positive) (generators : list generator).
Variables (numerators : list Z) (denominator : positive).
Let x0 := rational_point numerators denominator.

Definition product (l : list polynomial) : polynomial := fold_right multiply (constant 1) l.

Lemma product_nonzero x l : value x (product l) <> 0 <-> forall q, In q l -> value x q <> 0.
Proof.
  induction l as [|q l IH]; cbn [product fold_right].
  - rewrite value_constant. split; [intros _ q []|]. intros _. lra.
  - fold (product l). rewrite value_multiply. split.
    + intros H r [<-|Hr]; intro E; [apply H; rewrite E; ring|].
      revert E. apply IH; [|exact Hr]. intro E. apply H. rewrite E. ring.
    + intros H E. apply Rmult_integral in E. destruct E as [E|E].
      * apply (H q (or_introl eq_refl) E).
      * revert E. apply IH. intros r Hr. apply H. simpl; auto.
Qed.

Theorem at_least_near_sound laws columns modulus :
  check_at_least_near D generators numerators denominator laws columns modulus = true ->
  generically x0 (fun x => at_least_near D generators x (length laws)).
Proof.
  unfold check_at_least_near. rewrite andb_true_iff. intros [Hden H].
  destruct (forms_sound _ _ _ _ _ _ _ H) as [Hkills (q & Hq & Hind)].
  set (d := product (map snd laws)).
  exists (multiply d q). split.
  - rewrite value_multiply. apply Rmult_integral_contrapositive_currified; [|exact Hq].
    apply product_nonzero. intros r Hr. apply in_map_iff in Hr. destruct Hr as (t & <- & Ht).
    rewrite forallb_forall in Hden. specialize (Hden t Ht).
    apply negb_true_iff, Z.eqb_neq in Hden. intro E. apply Hden. apply eq_IZR.
    rewrite (scaled_value_correct _ _ x0 (denominator_nonzero denominator)
      (point_lookup numerators denominator)); [rewrite E; ring|].
    intros m Hm. apply degree_at_least_bounds, Hm.
  - intros x Hx. rewrite value_multiply in Hx.
    assert (Hdx : value x d <> 0) by (intro E; apply Hx; rewrite E; ring).
    assert (Hqx : value x q <> 0) by (intro E; apply Hx; rewrite E; ring).
    assert (Each : forall y t, value y d <> 0 -> In t laws -> value y (snd t) <> 0).
    { intros y t Hy Ht. apply (proj1 (product_nonzero y _) Hy), in_map, Ht. }
    exists (fun y => value y d <> 0). split; [|split; [exact Hdx|]].
    { intros y Hy. apply generically_nearby. exists d. auto. }
    exists (map (fun t => quotient_law (fst t) (snd t)) laws). split; [apply map_length|].
    assert (E : forall t y k, differential (quotient_law (fst t) (snd t)) y k
              = / Rsqr (value y (snd t)) * form_at (quotient_form (fst t) (snd t)) y k).
    { intros t y k. unfold differential, form_at. rewrite component_quotient_form.
      simpl. unfold numerator, Rdiv. ring. }
    split.
    + intros h Hh. apply in_map_iff in Hh. destruct Hh as (t & <- & Ht). split.
      * apply quotient_twice_differentiable. intros y Hy. apply (Each y t Hy Ht).
      * intros X y HX Hy.
        pose proof (Hkills _ X y (in_map _ _ _ Ht) HX) as K.
        destruct X as [phi|l]; cbn [kills] in *.
        -- rewrite (sum_ext _ _ (fun k => / Rsqr (value y (snd t)) * (value y (derivative k phi)
             * form_at (quotient_form (fst t) (snd t)) y k))) by (intros; rewrite E; ring).
           rewrite sum_scale, K. ring.
        -- rewrite (sum_ext _ _ (fun e => / Rsqr (value y (snd t)) * (value y (snd e)
             * form_at (quotient_form (fst t) (snd t)) y (fst e)))) by (intros; rewrite E; ring).
           rewrite sum_scale, K. ring.
    + rewrite map_map. specialize (Hind x Hqx). rewrite map_map in Hind.
      refine (independent_scaled D _ _ (fun t => / Rsqr (value x (snd t))) laws _ _ Hind).
      * intros t Ht. apply Rinv_neq_0_compat. intro Z. apply Rsqr_eq_0 in Z.
        exact (Each x t Hdx Ht Z).
      * intros t k. apply E.
Qed.
Theorem exactly_near_sound laws words free modulus :
  check_exactly_near D generators numerators denominator laws words free modulus = true ->
  generically x0 (fun x => exactly_near D generators x (length laws)).
Proof.
  unfold check_exactly_near. rewrite !andb_true_iff. intros [[HN HL] HU].
  apply Nat.eqb_eq in HN. apply generically_and.
  - exact (at_least_near_sound laws free modulus HL).
  - rewrite <- HN. exact (at_most_sound D generators numerators denominator words free modulus HU).
Qed.
End Model.
