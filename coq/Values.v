(* Values of polynomials at real points, and the correctness of the operations of
   Polynomials.v: sums, products, formal derivatives and rational points. *)
Require Import ZArith List Reals Lra Lia FunctionalExtensionality.
From ConservationLaws Require Import Polynomials.
From ConservationLaws Require Export Sums.
Import ListNotations.
Open Scope R_scope.

(* A point: the value of each variable. *)
Definition point := positive -> R.

(* x with its k-th coordinate replaced by t *)
Definition move (x : point) (k : positive) (t : R) : point :=
  fun j => if Pos.eqb j k then t else x j.

Fixpoint monomial_value (x : point) (m : monomial) : R :=
  match m with [] => 1 | v :: m' => x v * monomial_value x m' end.

(* The linear extension of a function of monomials to polynomials. *)
Fixpoint extend (f : monomial -> R) (p : polynomial) : R :=
  match p with [] => 0 | (m, c) :: p' => IZR c * f m + extend f p' end.

Definition value (x : point) (p : polynomial) : R := extend (monomial_value x) p.

Definition indicator (b : bool) (r : R) : R := if b then r else 0.

Lemma move_same x k : move x k (x k) = x.
Proof.
  apply functional_extensionality; intro j. unfold move.
  destruct (Pos.eqb_spec j k) as [->|_]; reflexivity.
Qed.

(* ----- algebra ----- *)
Lemma extend_ext f g p : (forall m, f m = g m) -> extend f p = extend g p.
Proof. intro E; induction p as [|[m c] p IH]; simpl; [reflexivity|]. rewrite E, IH; reflexivity. Qed.

Lemma compare_monomials_equal a : forall b, compare_monomials a b = Eq -> a = b.
Proof.
  induction a as [|u a IH]; intros [|v b]; simpl; try discriminate; [reflexivity|].
  destruct (Pos.compare u v) eqn:E; try discriminate.
  apply Pos.compare_eq in E. intro H. rewrite E, (IH b H). reflexivity.
Qed.

Lemma extend_cons_term f m c p : extend f (cons_term m c p) = IZR c * f m + extend f p.
Proof.
  unfold cons_term. destruct (Z.eqb_spec c 0) as [->|_]; simpl; [lra|reflexivity].
Qed.

Lemma add_cons m c p n d q :
  add ((m, c) :: p) ((n, d) :: q) =
  match compare_monomials m n with
  | Lt => (m, c) :: add p ((n, d) :: q)
  | Gt => (n, d) :: add ((m, c) :: p) q
  | Eq => cons_term m (c + d) (add p q)
  end.
Proof. reflexivity. Qed.

Lemma extend_add f p : forall q, extend f (add p q) = extend f p + extend f q.
Proof.
  induction p as [|[m c] p IH]; [simpl; intro q; lra|].
  induction q as [|[n d] q IHq]; [simpl; lra|].
  rewrite add_cons. destruct (compare_monomials m n) eqn:E.
  - apply compare_monomials_equal in E; subst n.
    rewrite extend_cons_term, IH, plus_IZR. simpl. lra.
  - cbn [extend]. rewrite IH. simpl. lra.
  - cbn [extend]. rewrite IHq. simpl. lra.
Qed.

Lemma multiply_monomials_cons u a v b :
  multiply_monomials (u :: a) (v :: b) =
  if Pos.leb u v then u :: multiply_monomials a (v :: b)
  else v :: multiply_monomials (u :: a) b.
Proof. reflexivity. Qed.

Lemma monomial_value_multiply x a : forall b,
  monomial_value x (multiply_monomials a b) = monomial_value x a * monomial_value x b.
Proof.
  induction a as [|u a IH]; [simpl; intro b; lra|].
  induction b as [|v b IHb]; [simpl; lra|].
  rewrite multiply_monomials_cons. destruct (Pos.leb u v); cbn [monomial_value].
  - rewrite IH. simpl. ring.
  - rewrite IHb. simpl. ring.
Qed.

Lemma value_add x p q : value x (add p q) = value x p + value x q.
Proof. apply extend_add. Qed.

Lemma value_multiply_by_term x m c p :
  value x (multiply_by_term m c p) = IZR c * monomial_value x m * value x p.
Proof.
  unfold value, multiply_by_term. induction p as [|[n d] p IH]; simpl; [lra|].
  rewrite IH, mult_IZR, monomial_value_multiply. ring.
Qed.

Lemma value_multiply x p q : value x (multiply p q) = value x p * value x q.
Proof.
  induction p as [|[m c] p IH]; [unfold value; simpl; lra|].
  cbn [multiply]. rewrite value_add, IH, value_multiply_by_term. unfold value; simpl. ring.
Qed.

Lemma value_negate x p : value x (negate p) = - value x p.
Proof. unfold negate. rewrite value_multiply_by_term. simpl. lra. Qed.

Lemma value_constant x c : value x (constant c) = IZR c.
Proof. unfold value; simpl. lra. Qed.

Lemma value_ordered x p : value x (ordered p) = value x p.
Proof.
  unfold ordered. induction p as [|[m c] p IH]; [reflexivity|]. cbn [fold_right].
  rewrite value_add, IH. unfold value; simpl. lra.
Qed.

Lemma value_is_zero x p : is_zero p = true -> value x p = 0.
Proof. destruct p; [reflexivity|discriminate]. Qed.

(* ----- derivatives ----- *)
(* The derivative of a function of monomials, dual to the formal derivative. *)
Definition derive (k : positive) (f : monomial -> R) (m : monomial) : R :=
  sum_over (factors m) (fun s => indicator (Pos.eqb (fst s) k) (f (snd s))).

Lemma derive_cons k f v m :
  derive k f (v :: m) = indicator (Pos.eqb v k) (f m) + derive k (fun r => f (v :: r)) m.
Proof. unfold derive. simpl. rewrite sum_map. reflexivity. Qed.

Lemma derive_ext k f g m : (forall r, f r = g r) -> derive k f m = derive k g m.
Proof. intro E. apply sum_ext. intros s _. rewrite E. reflexivity. Qed.

Lemma derive_plus k f g m : derive k (fun r => f r + g r) m = derive k f m + derive k g m.
Proof.
  unfold derive. rewrite <- sum_plus. apply sum_ext. intros s _. unfold indicator.
  destruct (Pos.eqb _ _); lra.
Qed.

Lemma derive_indicator k b f m : derive k (fun r => indicator b (f r)) m = indicator b (derive k f m).
Proof.
  destruct b; simpl; [reflexivity|]. apply sum_zero. intros s _. unfold indicator.
  destruct (Pos.eqb _ _); reflexivity.
Qed.

Lemma derive_scale k c f m : derive k (fun r => c * f r) m = c * derive k f m.
Proof.
  unfold derive. rewrite <- sum_scale. apply sum_ext. intros s _. unfold indicator.
  destruct (Pos.eqb _ _); lra.
Qed.

Lemma derive_commutes k l m : forall f, derive k (derive l f) m = derive l (derive k f) m.
Proof.
  induction m as [|v m IH]; intro f; [reflexivity|].
  rewrite !derive_cons.
  rewrite (derive_ext k (fun r => derive l f (v :: r)) (fun r => indicator (Pos.eqb v l) (f r)
    + derive l (fun r' => f (v :: r')) r)) by (intro; apply derive_cons).
  rewrite (derive_ext l (fun r => derive k f (v :: r)) (fun r => indicator (Pos.eqb v k) (f r)
    + derive k (fun r' => f (v :: r')) r)) by (intro; apply derive_cons).
  rewrite !derive_plus, !derive_indicator, IH. lra.
Qed.

Lemma extend_derivative k f p : extend f (derivative k p) = extend (derive k f) p.
Proof.
  unfold derivative. induction p as [|[m c] p IH]; [reflexivity|].
  cbn [fold_right extend fst snd]. rewrite <- IH. clear IH. unfold derive.
  induction (factors m) as [|s l IHl]; cbn [fold_right sum_over]; [lra|].
  destruct (Pos.eqb (fst s) k); cbn [indicator].
  - rewrite extend_add, IHl. simpl. lra.
  - rewrite IHl. lra.
Qed.

Lemma derivatives_commute x k l p :
  value x (derivative k (derivative l p)) = value x (derivative l (derivative k p)).
Proof.
  unfold value. rewrite !extend_derivative. apply extend_ext. intro m.
  apply derive_commutes.
Qed.

Lemma monomial_derivative x k m :
  derivable_pt_lim (fun t => monomial_value (move x k t) m) (x k)
    (derive k (monomial_value x) m).
Proof.
  induction m as [|v m IH].
  - apply (derivable_pt_lim_const 1).
  - assert (V : derivable_pt_lim (fun t => move x k t v) (x k) (indicator (Pos.eqb v k) 1)).
    { unfold move, indicator. destruct (Pos.eqb v k).
      - apply derivable_pt_lim_id.
      - apply derivable_pt_lim_const. }
    pose proof (derivable_pt_lim_mult _ _ _ _ _ V IH) as P.
    cbv beta in P. rewrite move_same in P.
    rewrite derive_cons. cbn [monomial_value]. rewrite derive_scale.
    replace (indicator (Pos.eqb v k) (monomial_value x m))
      with (indicator (Pos.eqb v k) 1 * monomial_value x m)
      by (unfold indicator; destruct (Pos.eqb v k); lra).
    exact P.
Qed.

(* The formal derivative is the derivative. *)
Theorem derivative_correct x k p :
  derivable_pt_lim (fun t => value (move x k t) p) (x k) (value x (derivative k p)).
Proof.
  unfold value. rewrite extend_derivative. induction p as [|[m c] p IH].
  - apply (derivable_pt_lim_const 0).
  - apply (derivable_pt_lim_plus (fun t => IZR c * monomial_value (move x k t) m)); [|exact IH].
    apply (derivable_pt_lim_scal (fun t => monomial_value (move x k t) m)).
    apply monomial_derivative.
Qed.

(* ----- rational points ----- *)
Section RationalPoint.
Variables (numerators : positive -> Z) (denominator : Z) (x : point).
Hypothesis Hden : IZR denominator <> 0.
Hypothesis Hx : forall k, x k = IZR (numerators k) / IZR denominator.

Lemma scaled_monomial_correct m : forall power, (length m <= power)%nat ->
  IZR (scaled_monomial numerators denominator power m)
  = IZR denominator ^ power * monomial_value x m.
Proof.
  induction m as [|v m IH].
  - induction power as [|power IHp]; intros _; cbn [scaled_monomial monomial_value pow]; [lra|].
    rewrite mult_IZR, IHp by (simpl; lia). simpl. ring.
  - intros [|power]; simpl length; intro H; [lia|].
    cbn [scaled_monomial monomial_value pow]. rewrite mult_IZR, IH by lia.
    rewrite Hx. field. exact Hden.
Qed.

Lemma degree_at_least_monotone bound p : (bound <= degree_at_least bound p)%nat.
Proof. induction p as [|t p IH]; simpl; lia. Qed.

Lemma degree_at_least_bounds bound p t :
  In t p -> (length (fst t) <= degree_at_least bound p)%nat.
Proof.
  induction p as [|t' p IH]; [intros []|].
  intros [->|Ht]; simpl; [|specialize (IH Ht)]; lia.
Qed.

Lemma scaled_value_correct p power :
  (forall t, In t p -> (length (fst t) <= power)%nat) ->
  IZR (scaled_value numerators denominator power p) = IZR denominator ^ power * value x p.
Proof.
  unfold value. induction p as [|[m c] p IH]; intro H; simpl; [lra|].
  rewrite plus_IZR, mult_IZR, IH by (intros; apply H; simpl; auto).
  rewrite scaled_monomial_correct by (apply (H (m, c)); simpl; auto). ring.
Qed.
End RationalPoint.
