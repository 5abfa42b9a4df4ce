(* Laws by one-forms, and structure functions: the identities behind counts that rest on
   Poincare's lemma or Frobenius' theorem, at every real point where the denominators do
   not vanish.  The two theorems themselves stay on paper. *)
Require Import ZArith NArith List Bool Reals Lra Lia.
From ConservationLaws Require Import Checker Values FieldAction Exactly RankSoundness Dependence
  Soundness Quotients Neighbourhood.
Import ListNotations.
Open Scope R_scope.

(* ----- what a certificate gives ----- *)
(* A form w / q is given by its components, pairs of a variable and a polynomial, and q. *)
Inductive law_evidence :=
| Polynomial_law (p : polynomial)
| Rational_law (p q : polynomial)
| Closed_form (w : list (positive * polynomial)) (q : polynomial)
| Solvable_form (w : list (positive * polynomial)) (q : polynomial)
    (kernel : list (list (positive * polynomial)))
| Integrable_form (w : list (positive * polynomial)).

(* The form without its denominator; for quotients q^2 times the differential. *)
Definition law_form (e : law_evidence) : field :=
  match e with
  | Polynomial_law p => gradient p
  | Rational_law p q => quotient_form p q
  | Closed_form w _ | Solvable_form w _ _ | Integrable_form w => generator_field (Components w)
  end.

Definition weight (place : N) (f : polynomial) : N * polynomial := (place, f).

(* q Y is the sum of the products of the weights with the fields at their places. *)
Record combination_of_fields := Combination
  { multiple : polynomial; weights : list (N * polynomial) }.

Definition chosen_fields (generators : list generator) (words : list word) (rows : list N)
    : list field :=
  let brackets := numbered 1 (word_fields (map generator_field generators) words) in
  map (fun i => entry_at i brackets) rows.

(* ----- the identities ----- *)
Definition coefficient (w : field) (q : polynomial) (k : positive) (x : point) : R :=
  value x (component k w) / value x q.

(* The partial derivatives of the coefficients of w / q at x. *)
Definition slopes (w : field) (q : polynomial) (x : point) (s : positive -> positive -> R) : Prop :=
  forall k l, derivable_pt_lim (fun t => coefficient w q k (move x l t)) (x l) (s k l).

(* d(w / q)(Y, Z) *)
Definition two_form (D : positive) (s : positive -> positive -> R) (Y Z : field) (x : point) : R :=
  sum_over (numbers (Pos.to_nat D)) (fun k => sum_over (numbers (Pos.to_nat D)) (fun l =>
    value x (component l Y) * value x (component k Z) * (s k l - s l k))).

Section Statements.
Variables (D : positive) (generators : list generator) (chosen : list field).

Definition class_identities (earlier : list field) (e : law_evidence) (x : point) : Prop :=
  match e with
  | Polynomial_law _ | Rational_law _ _ => True
  | Closed_form _ q =>
      value x q <> 0 -> exists s, slopes (law_form e) q x s /\
        forall k l, (k <= D)%positive -> (l <= D)%positive -> s k l = s l k
  | Solvable_form _ q kernel =>
      let fields := map (fun T => generator_field (Components T)) kernel in
      (forall w T, In w earlier -> In T fields -> pairing T x (form_at w x) = 0) /\
      (value x q <> 0 -> exists s, slopes (law_form e) q x s /\
        forall T T', In T fields -> In T' fields -> two_form D s T T' x = 0)
  | Integrable_form _ =>
      forall Z, In Z chosen -> pairing Z x (form_at (law_form e) x) = 0 /\
        forall X, In X generators ->
          pairing (bracket (generator_field X) Z) x (form_at (law_form e) x) = 0
  end.

(* Every form kills every generator, and is closed, or closed on the common kernel of the
   forms before it, or kills the brackets of the chosen fields with the generators. *)
Fixpoint law_identities (earlier : list field) (laws : list law_evidence) (x : point) : Prop :=
  match laws with
  | [] => True
  | e :: laws' =>
      (forall X, In X generators -> kills D X x (form_at (law_form e) x)) /\
      class_identities earlier e x /\
      law_identities (earlier ++ [law_form e]) laws' x
  end.

(* Y is a combination of the chosen fields at x. *)
Definition combines (x : point) (Y : field) (c : combination_of_fields) : Prop :=
  value x (multiple c) <> 0 -> forall g,
    pairing Y x g = sum_over (weights c) (fun t =>
      value x (snd t) / value x (multiple c) * pairing (entry_at (fst t) (numbered 1 chosen)) x g).

(* The generators, and their brackets with the chosen fields. *)
Definition targets : list field :=
  let fields := map generator_field generators in
  fields ++ flat_map (fun X => map (bracket X) chosen) fields.

Definition structure_identities (structure : list combination_of_fields) (x : point) : Prop :=
  Forall2 (combines x) targets structure.
End Statements.

(* ----- the checks ----- *)
Definition numerator_polynomial (p q : polynomial) (k : positive) : polynomial :=
  add (multiply q (derivative k p)) (negate (multiply p (derivative k q))).

Definition twist (w : field) (q : polynomial) (k l : positive) : polynomial :=
  add (numerator_polynomial (component k w) q l)
    (negate (numerator_polynomial (component l w) q k)).

Definition sum_polynomials {A} (l : list A) (f : A -> polynomial) : polynomial :=
  fold_right (fun a => add (f a)) [] l.

Definition scale_onto (f : polynomial) (Y W : field) : field :=
  fold_right (fun t W' => add_component (fst t) (multiply f (snd t)) W') W (entries Y).

Section Checks.
Variables (D : positive) (generators : list generator) (chosen : list field).
Let variables := numbers (Pos.to_nat D).
Let fields := map generator_field generators.

Definition two_form_polynomial (w : field) (q : polynomial) (Y Z : field) : polynomial :=
  sum_polynomials variables (fun k => sum_polynomials variables (fun l =>
    multiply (multiply (component l Y) (component k Z)) (twist w q k l))).

Definition check_class (earlier : list field) (e : law_evidence) : bool :=
  match e with
  | Polynomial_law _ | Rational_law _ _ => true
  | Closed_form _ q =>
      forallb (fun k => forallb (fun l => is_zero (twist (law_form e) q k l)) variables) variables
  | Solvable_form _ q kernel =>
      let kernel' := map (fun T => generator_field (Components T)) kernel in
      forallb (fun w => forallb (fun T => is_zero (contract T w)) kernel') earlier &&
      forallb (fun T => forallb (fun T' =>
        is_zero (two_form_polynomial (law_form e) q T T')) kernel') kernel'
  | Integrable_form _ =>
      forallb (fun Z => is_zero (contract Z (law_form e)) &&
        forallb (fun X => is_zero (contract (bracket X Z) (law_form e))) fields) chosen
  end.

Fixpoint check_laws (earlier : list field) (laws : list law_evidence) : bool :=
  match laws with
  | [] => true
  | e :: laws' =>
      forallb (fun Y => is_zero (contract Y (law_form e))) fields && check_class earlier e &&
      check_laws (earlier ++ [law_form e]) laws'
  end.

Definition check_combination (Y : field) (c : combination_of_fields) : bool :=
  forallb (fun t => is_zero (snd t)) (entries
    (fold_right (fun t W => scale_onto (negate (snd t)) (entry_at (fst t) (numbered 1 chosen)) W)
      (scale_onto (multiple c) Y Leaf) (weights c))).

Fixpoint check_all (Ys : list field) (cs : list combination_of_fields) : bool :=
  match Ys, cs with
  | [], [] => true
  | Y :: Ys', c :: cs' => check_combination Y c && check_all Ys' cs'
  | _, _ => false
  end.

Definition check_structure : list combination_of_fields -> bool :=
  check_all (targets generators chosen).
End Checks.

(* What an exported file computes. *)
Definition check_law_identities D generators words rows laws : bool :=
  forallb (within D) (map generator_field generators) &&
  check_laws D generators (chosen_fields generators words rows) [] laws.

Definition check_structure_identities generators words rows structure : bool :=
  check_structure generators (chosen_fields generators words rows) structure.

(* ----- the checks are right ----- *)
Lemma value_sum_polynomials {A} (l : list A) f x :
  value x (sum_polynomials l f) = sum_over l (fun a => value x (f a)).
Proof.
  induction l as [|a l IH]; [reflexivity|]. cbn [sum_polynomials fold_right sum_over].
  rewrite value_add. unfold sum_polynomials in IH. rewrite IH. reflexivity.
Qed.

Lemma value_numerator x p q k : value x (numerator_polynomial p q k) = numerator p q k x.
Proof.
  unfold numerator_polynomial, numerator. rewrite value_add, value_negate, !value_multiply. ring.
Qed.

Lemma value_twist x w q k l : value x (twist w q k l)
  = numerator (component k w) q l x - numerator (component l w) q k x.
Proof. unfold twist. rewrite value_add, value_negate, !value_numerator. ring. Qed.

Definition slope (w : field) (q : polynomial) (x : point) (k l : positive) : R :=
  numerator (component k w) q l x / Rsqr (value x q).

Lemma slope_correct w q x : value x q <> 0 -> slopes w q x (slope w q x).
Proof.
  intros Hq k l.
  destruct (quotient_twice_differentiable (fun y => value y q <> 0) (component k w) q
    (fun y H => H)) as [H _].
  exact (H x l Hq).
Qed.

Lemma contract_killed x Y w : is_zero (contract Y w) = true -> pairing Y x (form_at w x) = 0.
Proof. intro H. apply (value_is_zero x) in H. rewrite value_contract in H. exact H. Qed.

Lemma two_form_correct D w q x Y Z : value x q <> 0 ->
  two_form D (slope w q x) Y Z x
  = / Rsqr (value x q) * value x (two_form_polynomial D w q Y Z).
Proof.
  intro Hq. unfold two_form, two_form_polynomial. rewrite value_sum_polynomials, <- sum_scale.
  apply sum_ext. intros k _. rewrite value_sum_polynomials, <- sum_scale.
  apply sum_ext. intros l _. rewrite !value_multiply, value_twist. unfold slope, Rdiv. ring.
Qed.

Section Soundness.
Variables (D : positive) (generators : list generator) (chosen : list field).

Lemma class_sound earlier e x : check_class D generators chosen earlier e = true ->
  class_identities D generators chosen earlier e x.
Proof.
  destruct e as [p|p q|w q|w q kernel|w]; cbn [check_class class_identities]; auto.
  - rewrite forallb_forall. intros H Hq. exists (slope (law_form (Closed_form w q)) q x).
    split; [apply slope_correct, Hq|]. intros k l Hk Hl.
    assert (Hk' : In k (numbers (Pos.to_nat D))) by (apply in_numbers, Pos2Nat.inj_le, Hk).
    assert (Hl' : In l (numbers (Pos.to_nat D))) by (apply in_numbers, Pos2Nat.inj_le, Hl).
    specialize (H k Hk'). rewrite forallb_forall in H. specialize (H l Hl').
    apply (value_is_zero x) in H. rewrite value_twist in H. unfold slope, Rdiv. f_equal. lra.
  - rewrite andb_true_iff, !forallb_forall. intros [H1 H2]. split.
    + intros w' T Hw HT. specialize (H1 w' Hw). rewrite forallb_forall in H1.
      apply contract_killed, H1, HT.
    + intro Hq. exists (slope (law_form (Solvable_form w q kernel)) q x).
      split; [apply slope_correct, Hq|]. intros T T' HT HT'.
      specialize (H2 T HT). rewrite forallb_forall in H2. specialize (H2 T' HT').
      apply (value_is_zero x) in H2. rewrite two_form_correct by exact Hq. rewrite H2. ring.
  - rewrite forallb_forall. intros H Z HZ. specialize (H Z HZ).
    rewrite andb_true_iff, forallb_forall in H. destruct H as [H1 H2].
    split; [apply contract_killed, H1|]. intros X HX.
    apply contract_killed, H2, in_map, HX.
Qed.

Lemma laws_sound laws x : forallb (within D) (map generator_field generators) = true ->
  forall earlier, check_laws D generators chosen earlier laws = true ->
  law_identities D generators chosen earlier laws x.
Proof.
  intro HD. induction laws as [|e laws IH]; intro earlier; cbn [check_laws law_identities]; [auto|].
  rewrite !andb_true_iff, forallb_forall. intros [[H1 H2] H3].
  split; [|split; [apply class_sound, H2|apply IH, H3]].
  intros X HX. rewrite forallb_forall in HD.
  pose proof (in_map generator_field _ _ HX) as HF.
  apply kills_pairing; [apply HD, HF|]. apply contract_killed, H1, HF.
Qed.

Lemma pairing_scale_onto f Y W x g :
  pairing (scale_onto f Y W) x g = value x f * pairing Y x g + pairing W x g.
Proof.
  unfold scale_onto. rewrite <- (pairing_entries Y). unfold pairing_list.
  induction (entries Y) as [|t l IH]; cbn [fold_right sum_over]; [ring|].
  rewrite pairing_add_component, IH, value_multiply. ring.
Qed.

Lemma combination_sound Y c x : check_combination chosen Y c = true -> combines chosen x Y c.
Proof.
  unfold check_combination. intros H Hq g.
  assert (Z : forall W, forallb (fun t : positive * polynomial => is_zero (snd t)) (entries W) = true ->
              pairing W x g = 0).
  { intros W HW. rewrite <- pairing_entries. apply sum_zero. intros t Ht.
    rewrite forallb_forall in HW. rewrite (value_is_zero x _ (HW t Ht)). ring. }
  apply Z in H. clear Z.
  assert (E : forall l, pairing (fold_right (fun t W =>
      scale_onto (negate (snd t)) (entry_at (fst t) (numbered 1 chosen)) W)
      (scale_onto (multiple c) Y Leaf) l) x g
    = value x (multiple c) * (pairing Y x g - sum_over l (fun t =>
        value x (snd t) / value x (multiple c) * pairing (entry_at (fst t) (numbered 1 chosen)) x g))).
  { induction l as [|t l IH]; cbn [fold_right sum_over].
    - rewrite pairing_scale_onto. simpl. ring.
    - rewrite pairing_scale_onto, IH, value_negate. field. exact Hq. }
  rewrite E in H. apply Rmult_integral in H. destruct H as [H|H]; [contradiction|lra].
Qed.

Lemma structure_sound structure x : check_structure generators chosen structure = true ->
  structure_identities generators chosen structure x.
Proof.
  unfold check_structure, structure_identities. generalize (targets generators chosen).
  intro Ys. revert structure.
  induction Ys as [|Y Ys IH]; intros [|c cs]; cbn [check_all]; try discriminate; [constructor|].
  rewrite andb_true_iff. intros [H1 H2]. constructor; [apply combination_sound, H1|apply IH, H2].
Qed.
End Soundness.

Section Certificates.
Context {D : positive} {generators : list generator} {words : list word} {rows : list N}.
Context {laws : list law_evidence} {structure : list combination_of_fields}.
Let chosen := chosen_fields generators words rows.

Theorem laws_everywhere :
  check_law_identities D generators words rows laws = true ->
  forall x, law_identities D generators chosen [] laws x.
Proof.
  unfold check_law_identities. rewrite andb_true_iff. intros [H1 H2] x.
  apply laws_sound; assumption.
Qed.

(* The forms are independent at the point, and around it. *)
Theorem forms_independent_around {numerators denominator columns modulus} :
  check_forms D generators numerators denominator (map law_form laws) columns modulus = true ->
  around (rational_point numerators denominator)
    (fun x => independent D (map (fun e => form_at (law_form e) x) laws)).
Proof.
  intro H. apply generically_around.
  destruct (forms_sound _ _ _ _ _ _ _ H) as [_ (q & Hq & Hind)].
  exists q. split; [exact Hq|]. intros x Hx. specialize (Hind x Hx). rewrite map_map in Hind. exact Hind.
Qed.

Theorem structure_everywhere :
  check_structure_identities generators words rows structure = true ->
  forall x, structure_identities generators chosen structure x.
Proof. intros H x. apply structure_sound, H. Qed.
End Certificates.
