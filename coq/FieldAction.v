(* Vector fields acting on covectors at a point, and the correctness of the
   operations of VectorFields.v. *)
Require Import ZArith List Bool Reals Lra Lia.
From ConservationLaws Require Import Trie Polynomials VectorFields Values.
Import ListNotations.
Open Scope R_scope.

(* A covector: one coefficient for each variable; a law's differential is one. *)
Definition covector := positive -> R.

(* The value of the covector g on the field with the components in l, at x. *)
Definition pair_list (l : list (positive * polynomial)) (x : point) (g : covector) : R :=
  sum_over l (fun t => value x (snd t) * g (fst t)).

Fixpoint pair (Y : field) (x : point) (g : covector) : R :=
  match Y with
  | Leaf => 0
  | Node even here odd =>
      (match here with Some p => value x p * g xH | None => 0 end)
      + pair even x (fun k => g (xO k)) + pair odd x (fun k => g (xI k))
  end.

Definition unit_covector (k : positive) : covector := fun j => indicator (Pos.eqb j k) 1.

Lemma pair_entries_onto Y x : forall (g : covector) key rest,
  pair_list (entries_onto Y key rest) x g = pair Y x (fun k => g (key k)) + pair_list rest x g.
Proof.
  unfold pair_list. induction Y as [|even IHe here odd IHo]; intros g key rest; simpl; [lra|].
  rewrite IHe. destruct here; simpl; rewrite IHo; lra.
Qed.

Lemma pair_entries Y x g : pair_list (entries Y) x g = pair Y x g.
Proof. unfold entries. rewrite pair_entries_onto. apply Rplus_0_r. Qed.

(* ----- linearity ----- *)
Lemma pair_ext_within Y x g h :
  (forall t, In t (entries Y) -> g (fst t) = h (fst t)) -> pair Y x g = pair Y x h.
Proof.
  intro E. rewrite <- !pair_entries. apply sum_ext. intros t Ht. rewrite (E t Ht). reflexivity.
Qed.

Lemma pair_ext Y x g h : (forall k, g k = h k) -> pair Y x g = pair Y x h.
Proof. intro E. apply pair_ext_within. intros t _. apply E. Qed.

Lemma pair_plus Y x g h : pair Y x (fun k => g k + h k) = pair Y x g + pair Y x h.
Proof.
  rewrite <- !pair_entries. unfold pair_list. rewrite <- sum_plus.
  apply sum_ext. intros; ring.
Qed.

Lemma pair_scale Y x c g : pair Y x (fun k => c * g k) = c * pair Y x g.
Proof.
  rewrite <- !pair_entries. unfold pair_list. rewrite <- sum_scale.
  apply sum_ext. intros; ring.
Qed.

Lemma pair_zero Y x : pair Y x (fun _ => 0) = 0.
Proof. rewrite <- pair_entries. apply sum_zero. intros; ring. Qed.

Lemma pair_sum {A} (l : list A) Y x (g : A -> covector) :
  pair Y x (fun k => sum_over l (fun a => g a k)) = sum_over l (fun a => pair Y x (g a)).
Proof.
  induction l as [|a l IH]; simpl; [apply pair_zero|].
  rewrite <- IH, <- pair_plus. reflexivity.
Qed.

Lemma pair_swap Y Z x (a : positive -> covector) :
  pair Y x (fun l => pair Z x (fun k => a k l)) = pair Z x (fun k => pair Y x (fun l => a k l)).
Proof.
  rewrite <- (pair_entries Z). unfold pair_list.
  rewrite (pair_ext Y x _ (fun l => sum_over (entries Z) (fun t => value x (snd t) * a (fst t) l)))
    by (intro l; rewrite <- pair_entries; reflexivity).
  rewrite pair_sum. apply sum_ext. intros t _. apply pair_scale.
Qed.

(* ----- components ----- *)
Lemma pair_alter k p x Y : forall g,
  pair (alter (fun old => Some (match old with Some q => add p q | None => p end)) k Y) x g
  = value x p * g k + pair Y x g.
Proof.
  revert Y. induction k as [k IH|k IH|]; intros [|even here odd] g; simpl; rewrite ?IH; simpl; try lra.
  destruct here; rewrite ?value_add; lra.
Qed.

Lemma pair_add_component k p Y x g :
  pair (add_component k p Y) x g = value x p * g k + pair Y x g.
Proof.
  destruct p as [|t p]; [unfold value; simpl; lra|]. apply pair_alter.
Qed.

Lemma component_pair k x Y : value x (component k Y) = pair Y x (unit_covector k).
Proof.
  unfold component. revert Y.
  assert (Z : forall Y, pair Y x (fun _ => indicator false 1) = 0) by (intro; apply pair_zero).
  induction k as [k IH|k IH|]; intros [|even here odd]; cbn [find pair]; try reflexivity;
    unfold unit_covector; simpl Pos.eqb; rewrite ?Z; simpl indicator.
  - fold (unit_covector k). rewrite IH. destruct here; lra.
  - fold (unit_covector k). rewrite IH. destruct here; lra.
  - destruct here; [lra|unfold value; simpl; lra].
Qed.

(* ----- gradients and derivatives along fields ----- *)
Definition directional (x : point) (g : covector) (m : monomial) : R :=
  sum_over (factors m) (fun s => monomial_value x (snd s) * g (fst s)).

Lemma derive_directional k x m : derive k (monomial_value x) m = directional x (unit_covector k) m.
Proof.
  apply sum_ext. intros s _. unfold unit_covector, indicator. destruct (Pos.eqb _ _); lra.
Qed.

Lemma pair_gradient p x g : pair (gradient p) x g = extend (directional x g) p.
Proof.
  unfold gradient. induction p as [|[m c] p IH]; [reflexivity|].
  cbn [fold_right extend fst snd]. rewrite <- IH. clear IH. unfold directional.
  induction (factors m) as [|s l IHl]; cbn [fold_right sum_over]; [lra|].
  rewrite pair_add_component, IHl. unfold value; simpl. lra.
Qed.

Lemma component_gradient k p x : value x (component k (gradient p)) = value x (derivative k p).
Proof.
  rewrite component_pair, pair_gradient. unfold value. rewrite extend_derivative.
  apply extend_ext. intro m. symmetry. apply derive_directional.
Qed.

Lemma value_derivative_along Y p x :
  value x (derivative_along Y p) = pair Y x (fun k => value x (derivative k p)).
Proof.
  rewrite (pair_ext Y x _ (fun k => extend (directional x (unit_covector k)) p)).
  2:{ intro k. rewrite <- component_gradient, component_pair. apply pair_gradient. }
  unfold derivative_along. induction p as [|[m c] p IH]; cbn [fold_right extend fst snd].
  - rewrite pair_zero. reflexivity.
  - rewrite pair_plus, pair_scale, <- IH. clear IH. unfold directional. rewrite pair_sum.
    induction (factors m) as [|s l IHl]; cbn [fold_right sum_over]; [lra|].
    rewrite value_add, IHl, value_multiply_by_term, component_pair, pair_scale.
    replace (pair Y x (unit_covector (fst s))) with (pair Y x (fun k => unit_covector k (fst s)));
      [ring|].
    apply pair_ext. intro k. unfold unit_covector. rewrite Pos.eqb_sym. reflexivity.
Qed.

Lemma value_contract l w x :
  value x (contract l w) = pair_list l x (fun k => value x (component k w)).
Proof.
  unfold contract, pair_list. induction l as [|[k p] l IH]; [reflexivity|].
  cbn [fold_right sum_over fst snd]. rewrite <- IH. destruct (component k w) as [|t q].
  - change (value x []) with 0. lra.
  - rewrite value_add, value_multiply. reflexivity.
Qed.

Lemma pair_generator_components l x g :
  pair (generator_field (Components l)) x g = pair_list l x g.
Proof.
  unfold pair_list. cbn [generator_field].
  induction l as [|[k p] l IH]; [reflexivity|].
  cbn [fold_right sum_over fst snd]. rewrite <- IH. clear IH.
  unfold value. induction p as [|[m c] p IHp]; cbn [fold_right extend]; [lra|].
  rewrite pair_add_component, IHp. unfold value; simpl. lra.
Qed.

Lemma pair_quotient_form p q x g :
  pair (quotient_form p q) x g = value x q * pair (gradient p) x g - value x p * pair (gradient q) x g.
Proof.
  unfold quotient_form. rewrite <- (pair_entries (gradient p)), <- (pair_entries (gradient q)).
  unfold pair_list. induction (entries (gradient q)) as [|t l IH]; cbn [fold_right sum_over].
  - induction (entries (gradient p)) as [|t l IH]; cbn [fold_right sum_over]; [simpl; ring|].
    rewrite pair_add_component, value_multiply, value_ordered. lra.
  - rewrite pair_add_component, IH, value_negate, value_multiply, value_ordered. ring.
Qed.

Lemma component_quotient_form k p q x :
  value x (component k (quotient_form p q))
  = value x q * value x (derivative k p) - value x p * value x (derivative k q).
Proof.
  rewrite component_pair, pair_quotient_form, <- !component_pair, !component_gradient. reflexivity.
Qed.

(* ----- brackets ----- *)
(* The sum of Y(Z_k) g_k over the components Z_k. *)
Definition pair_derivatives (Y Z : field) (x : point) (g : covector) : R :=
  sum_over (entries Z) (fun t => value x (derivative_along Y (snd t)) * g (fst t)).

Lemma pair_bracket Y Z x g :
  pair (bracket Y Z) x g = pair_derivatives Y Z x g - pair_derivatives Z Y x g.
Proof.
  unfold bracket, pair_derivatives.
  induction (entries Y) as [|t l IH]; cbn [fold_right sum_over].
  - induction (entries Z) as [|t l IH]; cbn [fold_right sum_over]; [simpl; lra|].
    rewrite pair_add_component. lra.
  - rewrite pair_add_component, IH, value_negate. lra.
Qed.

(* ----- fields in the first D variables ----- *)
Lemma within_entries D Y t : within D Y = true -> In t (entries Y) -> (fst t <= D)%positive.
Proof.
  unfold within. rewrite forallb_forall. intros H Ht. apply Pos.leb_le, H, Ht.
Qed.

Lemma sum_unit (l : list positive) k (g : covector) : NoDup l ->
  sum_over l (fun j => g j * unit_covector j k) = if in_dec Pos.eq_dec k l then g k else 0.
Proof.
  induction 1 as [|j l Hj Hl IH]; [reflexivity|].
  cbn [sum_over]. rewrite IH. unfold unit_covector, indicator.
  destruct (in_dec Pos.eq_dec k (j :: l)) as [H|H], (in_dec Pos.eq_dec k l) as [H'|H'];
    destruct (Pos.eqb_spec k j) as [->|Hne]; simpl in *; try lra; tauto || (destruct H; subst; tauto).
Qed.

(* A covector that vanishes on the first D variables outside of l is paired through
   the components in l alone. *)
Lemma pair_on D l Y x g : within D Y = true -> NoDup l ->
  (forall k, (k <= D)%positive -> ~ In k l -> g k = 0) ->
  pair Y x g = sum_over l (fun k => value x (component k Y) * g k).
Proof.
  intros HY Hl Hg.
  rewrite (pair_ext_within Y x g (fun k => sum_over l (fun j => g j * unit_covector j k))).
  - rewrite pair_sum. apply sum_ext. intros j _. rewrite pair_scale, component_pair.
    replace (pair Y x (fun k => unit_covector j k)) with (pair Y x (unit_covector j))
      by reflexivity. ring.
  - intros t Ht. rewrite sum_unit by assumption.
    destruct (in_dec Pos.eq_dec (fst t) l) as [H|H]; [reflexivity|].
    apply Hg; [apply (within_entries D Y t HY Ht)|exact H].
Qed.
