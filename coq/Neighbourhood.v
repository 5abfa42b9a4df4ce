(* What holds wherever a polynomial does not vanish, and it does not vanish at x0,
   holds at x0, in a neighbourhood of x0, and on a dense set. *)
Require Import ZArith List Reals Lra Lia FunctionalExtensionality.
From ConservationLaws Require Import Polynomials Values Exactly.
Import ListNotations.
Open Scope R_scope.

(* ----- continuity of polynomials ----- *)
Lemma nearby_and x (P Q : point -> Prop) :
  nearby x P -> nearby x Q -> nearby x (fun y => P y /\ Q y).
Proof.
  intros (d & Hd & HP) (e & He & HQ). exists (Rmin d e). split; [apply Rmin_pos; assumption|].
  intros y Hy. split; [apply HP|apply HQ]; intro k; specialize (Hy k);
    pose proof (Rmin_l d e); pose proof (Rmin_r d e); lra.
Qed.

Lemma nearby_implies x (P Q : point -> Prop) :
  (forall y, P y -> Q y) -> nearby x P -> nearby x Q.
Proof. intros H (d & Hd & HP). exists d. auto. Qed.

Lemma continuous_constant x c : continuous_at x (fun _ => c).
Proof.
  intros e He. exists 1. split; [lra|]. intros y _. rewrite Rminus_diag_eq, Rabs_R0; auto.
Qed.

Lemma continuous_coordinate x k : continuous_at x (fun y => y k).
Proof. intros e He. exists e. auto. Qed.

Lemma continuous_plus x f g :
  continuous_at x f -> continuous_at x g -> continuous_at x (fun y => f y + g y).
Proof.
  intros Hf Hg e He.
  refine (nearby_implies _ _ _ _ (nearby_and _ _ _ (Hf (e / 2) _) (Hg (e / 2) _))); try lra.
  intros y [H1 H2]. replace (f y + g y - (f x + g x)) with ((f y - f x) + (g y - g x)) by ring.
  eapply Rle_lt_trans; [apply Rabs_triang|]. lra.
Qed.

Lemma continuous_times x f g :
  continuous_at x f -> continuous_at x g -> continuous_at x (fun y => f y * g y).
Proof.
  intros Hf Hg e He.
  pose proof (Rabs_pos (f x)) as Pf. pose proof (Rabs_pos (g x)) as Pg.
  set (a := Rabs (f x) + 1). set (b := Rabs (g x) + 1).
  assert (Ha : 0 < e / (2 * b)) by (apply Rdiv_lt_0_compat; unfold b; lra).
  assert (Hb : 0 < e / (2 * a)) by (apply Rdiv_lt_0_compat; unfold a; lra).
  refine (nearby_implies _ _ _ _
    (nearby_and _ _ _ (Hf _ Ha) (nearby_and _ _ _ (Hg _ Hb) (Hg 1 Rlt_0_1)))).
  intros y (H1 & H2 & H3).
  replace (f y * g y - f x * g x) with ((f y - f x) * g y + f x * (g y - g x)) by ring.
  eapply Rle_lt_trans; [apply Rabs_triang|]. rewrite !Rabs_mult.
  assert (Gy : Rabs (g y) < b).
  { replace (g y) with ((g y - g x) + g x) by ring.
    eapply Rle_lt_trans; [apply Rabs_triang|]. unfold b. lra. }
  assert (E1 : Rabs (f y - f x) * Rabs (g y) < e / (2 * b) * b)
    by (apply Rmult_le_0_lt_compat; auto using Rabs_pos).
  assert (E2 : Rabs (f x) * Rabs (g y - g x) < a * (e / (2 * a)))
    by (apply Rmult_le_0_lt_compat; auto using Rabs_pos; unfold a; lra).
  replace (e / (2 * b) * b) with (e / 2) in E1 by (field; unfold b; lra).
  replace (a * (e / (2 * a))) with (e / 2) in E2 by (field; unfold a; lra).
  lra.
Qed.

Lemma value_continuous x q : continuous_at x (fun y => value y q).
Proof.
  unfold value. induction q as [|[m c] q IH]; simpl; [apply (continuous_constant x 0)|].
  apply continuous_plus; [|exact IH]. apply continuous_times; [apply continuous_constant|].
  induction m as [|v m IHm]; simpl; [apply continuous_constant|].
  apply continuous_times; [apply continuous_coordinate|exact IHm].
Qed.

Theorem generically_nearby x (P : point -> Prop) : generically x P -> nearby x P.
Proof.
  intros (q & Hq & H).
  refine (nearby_implies _ _ _ _ (value_continuous x q _ (Rabs_pos_lt _ Hq))).
  intros y Hy. apply H. intro E. rewrite E, Rminus_0_l, Rabs_Ropp in Hy. lra.
Qed.

(* ----- polynomials in one variable: lists of coefficients ----- *)
Fixpoint horner (a : list R) (t : R) : R :=
  match a with [] => 0 | c :: a' => c + t * horner a' t end.

Fixpoint plus_list (a b : list R) : list R :=
  match a, b with
  | [], _ => b
  | _, [] => a
  | c :: a', d :: b' => c + d :: plus_list a' b'
  end.

Fixpoint times_list (a b : list R) : list R :=
  match a with
  | [] => []
  | c :: a' => plus_list (map (Rmult c) b) (0 :: times_list a' b)
  end.

Lemma horner_plus a : forall b t, horner (plus_list a b) t = horner a t + horner b t.
Proof. induction a as [|c a IH]; intros [|d b] t; simpl; try lra. rewrite IH; lra. Qed.

Lemma horner_scale c a t : horner (map (Rmult c) a) t = c * horner a t.
Proof. induction a as [|d a IH]; simpl; [lra|]. rewrite IH; lra. Qed.

Lemma horner_times a b t : horner (times_list a b) t = horner a t * horner b t.
Proof.
  induction a as [|c a IH]; [simpl; lra|]. cbn [times_list].
  rewrite horner_plus, horner_scale. simpl. rewrite IH. ring.
Qed.

Lemma horner_bounded a : exists M, 0 < M /\ forall t, 0 < t < 1 -> Rabs (horner a t) <= M.
Proof.
  induction a as [|c a (M & HM & IH)].
  - exists 1. split; [lra|]. intros t _. simpl. rewrite Rabs_R0. lra.
  - exists (Rabs c + M). split; [pose proof (Rabs_pos c); lra|]. intros t Ht. simpl.
    eapply Rle_trans; [apply Rabs_triang|]. apply Rplus_le_compat_l.
    rewrite Rabs_mult, (Rabs_pos_eq t) by lra. specialize (IH t Ht).
    pose proof (Rabs_pos (horner a t)).
    apply Rle_trans with (1 * Rabs (horner a t)); [|lra].
    apply Rmult_le_compat_r; lra.
Qed.

(* It is enough to vanish at arbitrarily small positive numbers. *)
Lemma horner_vanishing (T : R -> Prop) (HT : forall e, 0 < e -> exists t, 0 < t < e /\ T t) a :
  (forall t, 0 < t -> T t -> horner a t = 0) -> forall t, horner a t = 0.
Proof.
  induction a as [|c a IH]; intros H t; [reflexivity|].
  assert (Hc : c = 0).
  { destruct (Req_dec c 0) as [E|Hne]; [exact E|exfalso].
    destruct (horner_bounded a) as (M & HM & HB).
    pose proof (Rabs_pos_lt c Hne) as Pc.
    assert (P2 : 0 < Rabs c / (2 * M)) by (apply Rdiv_lt_0_compat; lra).
    destruct (HT (Rmin (1 / 2) (Rabs c / (2 * M)))) as (s & Hs & Ts); [apply Rmin_pos; lra|].
    pose proof (Rmin_l (1 / 2) (Rabs c / (2 * M))) as L1.
    pose proof (Rmin_r (1 / 2) (Rabs c / (2 * M))) as L2.
    specialize (H s ltac:(lra) Ts). simpl in H.
    assert (E : Rabs c = s * Rabs (horner a s)).
    { replace c with (- (s * horner a s)) by lra.
      rewrite Rabs_Ropp, Rabs_mult, (Rabs_pos_eq s) by lra. reflexivity. }
    specialize (HB s ltac:(lra)).
    assert (B : s * Rabs (horner a s) <= Rabs c / (2 * M) * M)
      by (apply Rmult_le_compat; auto using Rabs_pos; lra).
    replace (Rabs c / (2 * M) * M) with (Rabs c / 2) in B by (field; lra).
    lra. }
  simpl. rewrite Hc, IH, Rmult_0_r; [lra|]. intros s Hs Ts.
  specialize (H s Hs Ts). simpl in H. rewrite Hc, Rplus_0_l in H.
  apply Rmult_integral in H. destruct H; [lra|assumption].
Qed.

Lemma horner_nonzero a s d : 0 < d -> horner a s <> 0 -> exists t, 0 < t <= d /\ horner a t <> 0.
Proof.
  intros Hd Hs.
  assert (Pos : forall n, 0 < d / INR (S n)) by (intro n; apply Rdiv_lt_0_compat; auto using lt_0_INR with arith).
  destruct (ClassicalDedekindReals.sig_forall_dec (fun n => horner a (d / INR (S n)) = 0)
    (fun n => Req_EM_T _ 0)) as [(n & Hn)|H].
  - exists (d / INR (S n)). split; [split; [apply Pos|]|exact Hn].
    apply (Rmult_le_reg_r (INR (S n))); [apply lt_0_INR; lia|].
    unfold Rdiv. rewrite Rmult_assoc, Rinv_l by (apply not_0_INR; lia).
    apply Rmult_le_compat_l; [lra|]. apply (le_INR 1). lia.
  - exfalso. apply Hs. apply (horner_vanishing (fun t => exists n, t = d / INR (S n))).
    + intros e He. destruct (archimed_cor1 (e / d)) as (n & Hn & Pn); [apply Rdiv_lt_0_compat; lra|].
      exists (d / INR (S (pred n))). split; [split; [apply Pos|]|exists (pred n); reflexivity].
      replace (S (pred n)) with n by lia. apply (Rmult_lt_reg_l (/ d)); [apply Rinv_0_lt_compat, Hd|].
      unfold Rdiv in *. rewrite <- Rmult_assoc, Rinv_l, Rmult_1_l by lra. lra.
    + intros t _ (n & ->). apply H.
Qed.

(* ----- density ----- *)
(* From x towards y, in the variables of l alone. *)
Definition towards (x y : point) (l : list positive) (t : R) : point :=
  fun k => if in_dec Pos.eq_dec k l then x k + t * (y k - x k) else x k.

Definition variables_of (q : polynomial) : list positive := flat_map fst q.

Lemma monomial_value_agree x y m : (forall k, In k m -> x k = y k) ->
  monomial_value x m = monomial_value y m.
Proof.
  induction m as [|v m IH]; intro H; [reflexivity|]. simpl.
  rewrite (H v (or_introl eq_refl)), IH; [reflexivity|]. intros k Hk. apply H. simpl; auto.
Qed.

Lemma value_agree x y q : (forall k, In k (variables_of q) -> x k = y k) -> value x q = value y q.
Proof.
  unfold value. induction q as [|[m c] q IH]; intro H; [reflexivity|]. simpl.
  rewrite (monomial_value_agree x y m), IH; [reflexivity| |];
    intros k Hk; apply H; simpl; apply in_app_iff; auto.
Qed.

Lemma value_towards x y l q : exists a, forall t, value (towards x y l t) q = horner a t.
Proof.
  unfold value. induction q as [|[m c] q (a & IH)]; [exists []; reflexivity|].
  assert (M : exists b, forall t, monomial_value (towards x y l t) m = horner b t).
  { induction m as [|v m (b & IHm)]; [exists [1]; intro t; simpl; ring|].
    exists (times_list (if in_dec Pos.eq_dec v l then [x v; y v - x v] else [x v]) b).
    intro t. rewrite horner_times, <- IHm. cbn [monomial_value]. unfold towards at 1.
    destruct (in_dec Pos.eq_dec v l); simpl; ring. }
  destruct M as (b & Hb). exists (plus_list (map (Rmult (IZR c)) b) a). intro t.
  rewrite horner_plus, horner_scale, <- Hb, <- IH. reflexivity.
Qed.

Lemma distance_bounded (x y : point) l :
  exists M, 0 < M /\ forall k, In k l -> Rabs (y k - x k) <= M.
Proof.
  induction l as [|j l (M & HM & IH)]; [exists 1; split; [lra|intros k []]|].
  pose proof (Rabs_pos (y j - x j)).
  exists (Rabs (y j - x j) + M). split; [lra|].
  intros k [<-|Hk]; [lra|]. specialize (IH k Hk). lra.
Qed.

Theorem generically_dense x0 (P : point -> Prop) : generically x0 P -> densely P.
Proof.
  intros (q & Hq & H) x e He.
  set (l := variables_of q).
  destruct (distance_bounded x x0 l) as (M & HM & HB).
  destruct (value_towards x x0 l q) as (a & Ha).
  set (d := e / (2 * M)).
  assert (Hd : 0 < d) by (apply Rdiv_lt_0_compat; lra).
  destruct (horner_nonzero a 1 d Hd) as (t & Ht & Hne).
  { rewrite <- Ha. intro E. apply Hq. rewrite <- E. apply value_agree. intros k Hk. unfold towards.
    destruct (in_dec Pos.eq_dec k l) as [_|C]; [ring|contradiction]. }
  exists (towards x x0 l t). split.
  - intro k. unfold towards. destruct (in_dec Pos.eq_dec k l) as [Hk|_].
    + replace (x k + t * (x0 k - x k) - x k) with (t * (x0 k - x k)) by ring.
      rewrite Rabs_mult, (Rabs_pos_eq t) by lra.
      assert (B : t * Rabs (x0 k - x k) <= d * M)
        by (apply Rmult_le_compat; auto using Rabs_pos; lra).
      replace (d * M) with (e / 2) in B by (unfold d; field; lra). lra.
    + rewrite Rminus_diag_eq, Rabs_R0; auto.
  - apply H. rewrite Ha. exact Hne.
Qed.

Theorem generically_around x (P : point -> Prop) : generically x P -> around x P.
Proof.
  intro H. split; [|split; [|split]].
  - destruct H as (q & Hq & H). apply H, Hq.
  - apply generically_nearby, H.
  - exact H.
  - apply (generically_dense x), H.
Qed.
