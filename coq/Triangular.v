(* Systems of polynomial vectors that are triangular modulo an integer p >= 2 at a point.

   Columns are cleared one by one, without division, in the polynomials themselves: what
   all the vectors kill vanishes wherever the product of the pivots does not, and that
   product is congruent to 1 at the point. *)
Require Import ZArith Znumtheory List Reals Lra Lia.
From ConservationLaws Require Import Polynomials Values.
Import ListNotations.
Open Scope R_scope.

(* A vector of polynomials, by column. *)
Definition vector := positive -> polynomial.

Definition dot (columns : list positive) (x : point) (v : vector) (a : positive -> R) : R :=
  sum_over columns (fun i => value x (v i) * a i).

(* v + c w *)
Definition plus_multiple (v : vector) (c : polynomial) (w : vector) : vector :=
  fun i => add (v i) (multiply c (w i)).

Lemma dot_plus_multiple columns x v c w a :
  dot columns x (plus_multiple v c w) a = dot columns x v a + value x c * dot columns x w a.
Proof.
  unfold dot, plus_multiple. rewrite <- sum_scale, <- sum_plus. apply sum_ext.
  intros i _. rewrite value_add, value_multiply. ring.
Qed.

(* v d - c w *)
Definition cross (v : vector) (d c : polynomial) (w : vector) : vector :=
  fun i => add (multiply d (v i)) (negate (multiply c (w i))).

Lemma dot_cross columns x v d c w a :
  dot columns x (cross v d c w) a = value x d * dot columns x v a - value x c * dot columns x w a.
Proof.
  unfold dot, cross.
  replace (value x d * sum_over columns (fun i => value x (v i) * a i)
           - value x c * sum_over columns (fun i => value x (w i) * a i))
    with (value x d * sum_over columns (fun i => value x (v i) * a i)
          + (- value x c) * sum_over columns (fun i => value x (w i) * a i)) by ring.
  rewrite <- !sum_scale, <- sum_plus. apply sum_ext.
  intros i _. rewrite value_add, value_negate, !value_multiply. ring.
Qed.

Section Triangular.
Variables (p : Z) (x0 : point).
Hypothesis Hp : (2 <= p)%Z.

(* The value of q at x0 is an integer congruent to z. *)
Definition congruent (q : polynomial) (z : Z) : Prop :=
  exists y, value x0 q = IZR y /\ (p | y - z)%Z.

Lemma congruent_add q z q' z' : congruent q z -> congruent q' z' -> congruent (add q q') (z + z').
Proof.
  intros (y & E & a & Ha) (y' & E' & b & Hb). exists (y + y')%Z. split.
  - rewrite value_add, E, E', plus_IZR. reflexivity.
  - exists (a + b)%Z. lia.
Qed.

Lemma congruent_multiply q z q' z' :
  congruent q z -> congruent q' z' -> congruent (multiply q q') (z * z').
Proof.
  intros (y & E & a & Ha) (y' & E' & b & Hb). exists (y * y')%Z. split.
  - rewrite value_multiply, E, E', mult_IZR. reflexivity.
  - exists (a * y' + z * b)%Z.
    replace (y * y' - z * z')%Z with ((y - z) * y' + z * (y' - z'))%Z by ring.
    rewrite Ha, Hb. ring.
Qed.

Lemma congruent_negate q z : congruent q z -> congruent (negate q) (- z).
Proof.
  intros (y & E & a & Ha). exists (- y)%Z. split.
  - rewrite value_negate, E, opp_IZR. reflexivity.
  - exists (- a)%Z. lia.
Qed.

Lemma congruent_constant c : congruent (constant c) c.
Proof. exists c. split; [apply value_constant|]. exists 0%Z. lia. Qed.

Lemma congruent_modulo q z z' : congruent q z -> (p | z - z')%Z -> congruent q z'.
Proof.
  intros (y & E & a & Ha) (b & Hb). exists y. split; [exact E|]. exists (a + b)%Z. lia.
Qed.

Lemma congruent_to_one q : congruent q 1 -> value x0 q <> 0.
Proof.
  intros (y & E & a & Ha). rewrite E. apply not_0_IZR. intros ->.
  destruct (Z_lt_le_dec a 0); nia.
Qed.

(* ----- clearing the columns of a triangular system ----- *)
Definition integral (columns : list positive) (rows : positive -> vector) : Prop :=
  forall j i, In j columns -> In i columns -> exists z, congruent (rows j i) z.

(* Row k is congruent to 1 in column k and to 0 in the columns before it. *)
Fixpoint triangular (columns : list positive) (rows : positive -> vector) : Prop :=
  match columns with
  | [] => True
  | k :: columns' =>
      congruent (rows k k) 1 /\
      (forall j, In j columns' -> congruent (rows j k) 0) /\
      triangular columns' rows
  end.

Lemma triangular_transfer columns rows rows' :
  (forall j i z, In j columns -> In i columns -> congruent (rows j i) z -> congruent (rows' j i) z) ->
  triangular columns rows -> triangular columns rows'.
Proof.
  induction columns as [|k columns IH]; [trivial|].
  intros T (H1 & H0 & HT). split; [|split].
  - apply T; simpl; auto.
  - intros j Hj. apply T; simpl; auto.
  - apply IH; [|exact HT]. intros j i z Hj Hi. apply T; simpl; auto.
Qed.

Lemma triangular_injective columns : forall rows, integral columns rows -> triangular columns rows ->
  exists q, congruent q 1 /\ forall x a, value x q <> 0 ->
    (forall j, In j columns -> dot columns x (rows j) a = 0) ->
    forall i, In i columns -> a i = 0.
Proof.
  induction columns as [|k columns IH]; intros rows HI HT.
  - exists (constant 1). split; [apply congruent_constant|]. intros x a _ _ i [].
  - destruct HT as (H1 & H0 & HT).
    set (rows' := fun j => cross (rows j) (rows k k) (rows j k) (rows k)).
    assert (T : forall j i z, In j columns -> In i columns ->
              congruent (rows j i) z -> congruent (rows' j i) z).
    { intros j i z Hj Hi Hz. unfold rows', cross.
      destruct (HI k i (or_introl eq_refl) (or_intror Hi)) as (z' & Hz').
      replace z with (1 * z + - (0 * z'))%Z by ring.
      apply congruent_add; [|apply congruent_negate]; apply congruent_multiply; auto. }
    destruct (IH rows') as (q & Hq & Hinj).
    + intros j i Hj Hi. destruct (HI j i (or_intror Hj) (or_intror Hi)) as (z & Hz).
      exists z. apply T; assumption.
    + apply (triangular_transfer columns rows); assumption.
    + exists (multiply (rows k k) q). split.
      { change 1%Z with (1 * 1)%Z. apply congruent_multiply; assumption. }
      intros x a Hx Hdot.
      rewrite value_multiply in Hx.
      assert (Hkk : value x (rows k k) <> 0) by (intro E; apply Hx; rewrite E; ring).
      assert (Hqx : value x q <> 0) by (intro E; apply Hx; rewrite E; ring).
      assert (Hrest : forall i, In i columns -> a i = 0).
      { apply (Hinj x a Hqx). intros j Hj.
        pose proof (dot_cross (k :: columns) x (rows j) (rows k k) (rows j k) (rows k) a) as E.
        rewrite (Hdot j (or_intror Hj)), (Hdot k (or_introl eq_refl)) in E.
        unfold dot in E. cbn [sum_over] in E. unfold dot, rows'.
        unfold cross at 1 in E.
        rewrite value_add, value_negate, !value_multiply in E. lra. }
      intros i [<-|Hi]; [|apply Hrest, Hi].
      pose proof (Hdot k (or_introl eq_refl)) as E. unfold dot in E. cbn [sum_over] in E.
      rewrite (sum_zero columns) in E.
      * assert (E' : value x (rows k k) * a k = 0) by lra.
        apply Rmult_integral in E'. tauto.
      * intros i Hi. rewrite (Hrest i Hi). ring.
Qed.
End Triangular.
