(* Vector fields acting on covectors at a point, and the correctness of the
   operations of VectorFields.v. *)
Require Import ZArith List Bool Reals Lra Lia.
From ConservationLaws Require Import Trie Polynomials VectorFields Values.
Import ListNotations.
Open Scope R_scope.

(* A covector: one coefficient for each variable; a law's differential is one. *)
Definition covector := positive -> R.

(* The value at x of a one-form with polynomial coefficients. *)
Definition form_at (w : field) (x : point) : covector := fun k => value x (component k w).

(* The value of the covector g on the field with the components in l, at x. *)
Definition pairing_list (l : list (positive * polynomial)) (x : point) (g : covector) : R :=
  sum_over l (fun t => value x (snd t) * g (fst t)).

Fixpoint pairing (Y : field) (x : point) (g : covector) : R :=
  match Y with
  | Leaf => 0
  | Node even here odd =>
      (match here with Some p => value x p * g xH | None => 0 end)
      + pairing even x (fun k => g (xO k)) + pairing odd x (fun k => g (xI k))
  end.

Definition unit_covector (k : positive) : covector := fun j => indicator (Pos.eqb j k) 1.

Lemma pairing_entries_onto Y x : forall (g : covector) key rest,
  pairing_list (entries_onto Y key rest) x g = pairing Y x (fun k => g (key k)) + pairing_list rest x g.
Proof.
  unfold pairing_list. induction Y as [|even IHe here odd IHo]; intros g key rest; simpl; [lra|].
  rewrite IHe. destruct here; simpl; rewrite IHo; lra.
Qed.

Lemma pairing_entries Y x g : pairing_list (entries Y) x g = pairing Y x g.
Proof. unfold entries. rewrite pairing_entries_onto. apply Rplus_0_r. Qed.

(* ----- linearity ----- *)
Lemma pairing_ext_within Y x g h :
  (forall t, In t (entries Y) -> g (fst t) = h (fst t)) -> pairing Y x g = pairing Y x h.
Proof.
  intro E. rewrite <- !pairing_entries. apply sum_ext. intros t Ht. rewrite (E t Ht). reflexivity.
Qed.

Lemma pairing_ext Y x g h : (forall k, g k = h k) -> pairing Y x g = pairing Y x h.
Proof. intro E. apply pairing_ext_within. intros t _. apply E. Qed.

Lemma pairing_plus Y x g h : pairing Y x (fun k => g k + h k) = pairing Y x g + pairing Y x h.
Proof.
  rewrite <- !pairing_entries. unfold pairing_list. rewrite <- sum_plus.
  apply sum_ext. intros; ring.
Qed.

Lemma pairing_scale Y x c g : pairing Y x (fun k => c * g k) = c * pairing Y x g.
Proof.
  rewrite <- !pairing_entries. unfold pairing_list. rewrite <- sum_scale.
  apply sum_ext. intros; ring.
Qed.

Lemma pairing_zero Y x : pairing Y x (fun _ => 0) = 0.
Proof. rewrite <- pairing_entries. apply sum_zero. intros; ring. Qed.

Lemma pairing_sum {A} (l : list A) Y x (g : A -> covector) :
  pairing Y x (fun k => sum_over l (fun a => g a k)) = sum_over l (fun a => pairing Y x (g a)).
Proof.
  induction l as [|a l IH]; simpl; [apply pairing_zero|].
  rewrite <- IH, <- pairing_plus. reflexivity.
Qed.

Lemma pairing_swap Y Z x (a : positive -> covector) :
  pairing Y x (fun l => pairing Z x (fun k => a k l)) = pairing Z x (fun k => pairing Y x (fun l => a k l)).
Proof.
  rewrite <- (pairing_entries Z). unfold pairing_list.
  rewrite (pairing_ext Y x _ (fun l => sum_over (entries Z) (fun t => value x (snd t) * a (fst t) l)))
    by (intro l; rewrite <- pairing_entries; reflexivity).
  rewrite pairing_sum. apply sum_ext. intros t _. apply pairing_scale.
Qed.

(* ----- components ----- *)
Lemma pairing_alter k p x Y : forall g,
  pairing (alter (fun old => Some (match old with Some q => add p q | None => p end)) k Y) x g
  = value x p * g k + pairing Y x g.
Proof.
  revert Y. induction k as [k IH|k IH|]; intros [|even here odd] g; simpl; rewrite ?IH; simpl; try lra.
  destruct here; rewrite ?value_add; lra.
Qed.

Lemma pairing_add_component k p Y x g :
  pairing (add_component k p Y) x g = value x p * g k + pairing Y x g.
Proof.
  destruct p as [|t p]; [unfold value; simpl; lra|]. apply pairing_alter.
Qed.

Lemma component_pairing k x Y : value x (component k Y) = pairing Y x (unit_covector k).
Proof.
  unfold component. revert Y.
  assert (Z : forall Y, pairing Y x (fun _ => indicator false 1) = 0) by (intro; apply pairing_zero).
  induction k as [k IH|k IH|]; intros [|even here odd]; cbn [find pairing]; try reflexivity;
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

Lemma pairing_gradient p x g : pairing (gradient p) x g = extend (directional x g) p.
Proof.
  unfold gradient. induction p as [|[m c] p IH]; [reflexivity|].
  cbn [fold_right extend fst snd]. rewrite <- IH. clear IH. unfold directional.
  induction (factors m) as [|s l IHl]; cbn [fold_right sum_over]; [lra|].
  rewrite pairing_add_component, IHl. unfold value; simpl. lra.
Qed.

Lemma component_gradient k p x : value x (component k (gradient p)) = value x (derivative k p).
Proof.
  rewrite component_pairing, pairing_gradient. unfold value. rewrite extend_derivative.
  apply extend_ext. intro m. symmetry. apply derive_directional.
Qed.

Lemma value_derivative_along Y p x :
  value x (derivative_along Y p) = pairing Y x (fun k => value x (derivative k p)).
Proof.
  rewrite (pairing_ext Y x _ (fun k => extend (directional x (unit_covector k)) p)).
  2:{ intro k. rewrite <- component_gradient, component_pairing. apply pairing_gradient. }
  unfold derivative_along. induction p as [|[m c] p IH]; cbn [fold_right extend fst snd].
  - rewrite pairing_zero. reflexivity.
  - rewrite pairing_plus, pairing_scale, <- IH. clear IH. unfold directional. rewrite pairing_sum.
    induction (factors m) as [|s l IHl]; cbn [fold_right sum_over]; [lra|].
    rewrite value_add, IHl, value_multiply_by_term, component_pairing, pairing_scale.
    replace (pairing Y x (unit_covector (fst s))) with (pairing Y x (fun k => unit_covector k (fst s)));
      [ring|].
    apply pairing_ext. intro k. unfold unit_covector. rewrite Pos.eqb_sym. reflexivity.
Qed.

Lemma value_contract_onto x Y : forall w rest,
  value x (contract_onto Y w rest) = pairing Y x (fun k => value x (component k w)) + value x rest.
Proof.
  induction Y as [|even IHe here odd IHo]; intros w rest; [simpl; lra|].
  destruct w as [|even' here' odd'].
  - rewrite (pairing_ext _ x _ (fun _ => 0)); [rewrite pairing_zero; simpl; lra|].
    intro k. unfold component. rewrite find_leaf. reflexivity.
  - cbn [contract_onto pairing]. rewrite IHe.
    change (component 1 (Node even' here' odd')) with (match here' with Some q => q | None => [] end).
    change (fun k => value x (component (xO k) (Node even' here' odd')))
      with (fun k => value x (component k even')).
    change (fun k => value x (component (xI k) (Node even' here' odd')))
      with (fun k => value x (component k odd')).
    destruct here as [p|], here' as [q|]; rewrite ?value_add, IHo, ?value_multiply;
      change (value x []) with 0; ring.
Qed.

Lemma value_contract x Y w : value x (contract Y w) = pairing Y x (fun k => value x (component k w)).
Proof. unfold contract. rewrite value_contract_onto. apply Rplus_0_r. Qed.

Lemma pairing_generator_components l x g :
  pairing (generator_field (Components l)) x g = pairing_list l x g.
Proof.
  unfold pairing_list. cbn [generator_field].
  induction l as [|[k p] l IH]; [reflexivity|].
  cbn [fold_right sum_over fst snd]. rewrite <- IH. clear IH.
  unfold value. induction p as [|[m c] p IHp]; cbn [fold_right extend]; [lra|].
  rewrite pairing_add_component, IHp. unfold value; simpl. lra.
Qed.

Lemma pairing_quotient_form p q x g :
  pairing (quotient_form p q) x g = value x q * pairing (gradient p) x g - value x p * pairing (gradient q) x g.
Proof.
  unfold quotient_form. rewrite <- (pairing_entries (gradient p)), <- (pairing_entries (gradient q)).
  unfold pairing_list. induction (entries (gradient q)) as [|t l IH]; cbn [fold_right sum_over].
  - induction (entries (gradient p)) as [|t l IH]; cbn [fold_right sum_over]; [simpl; ring|].
    rewrite pairing_add_component, value_multiply, value_ordered. lra.
  - rewrite pairing_add_component, IH, value_negate, value_multiply, value_ordered. ring.
Qed.

Lemma component_quotient_form k p q x :
  value x (component k (quotient_form p q))
  = value x q * value x (derivative k p) - value x p * value x (derivative k q).
Proof.
  rewrite component_pairing, pairing_quotient_form, <- !component_pairing, !component_gradient. reflexivity.
Qed.

(* ----- brackets ----- *)
(* The sum of Y(Z_k) g_k over the components Z_k. *)
Definition pairing_derivatives (Y Z : field) (x : point) (g : covector) : R :=
  sum_over (entries Z) (fun t => value x (derivative_along Y (snd t)) * g (fst t)).

Lemma pairing_bracket Y Z x g :
  pairing (bracket Y Z) x g = pairing_derivatives Y Z x g - pairing_derivatives Z Y x g.
Proof.
  unfold bracket, pairing_derivatives.
  induction (entries Y) as [|t l IH]; cbn [fold_right sum_over].
  - induction (entries Z) as [|t l IH]; cbn [fold_right sum_over]; [simpl; lra|].
    rewrite pairing_add_component. lra.
  - rewrite pairing_add_component, IH, value_negate. lra.
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
Lemma pairing_on D l Y x g : within D Y = true -> NoDup l ->
  (forall k, (k <= D)%positive -> ~ In k l -> g k = 0) ->
  pairing Y x g = sum_over l (fun k => value x (component k Y) * g k).
Proof.
  intros HY Hl Hg.
  rewrite (pairing_ext_within Y x g (fun k => sum_over l (fun j => g j * unit_covector j k))).
  - rewrite pairing_sum. apply sum_ext. intros j _. rewrite pairing_scale, component_pairing.
    replace (pairing Y x (fun k => unit_covector j k)) with (pairing Y x (unit_covector j))
      by reflexivity. ring.
  - intros t Ht. rewrite sum_unit by assumption.
    destruct (in_dec Pos.eq_dec (fst t) l) as [H|H]; [reflexivity|].
    apply Hg; [apply (within_entries D Y t HY Ht)|exact H].
Qed.
