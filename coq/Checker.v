(* The checker: Boolean functions.  What they mean is in Exactly.v, that they
   are right in Soundness.v. *)
Require Import ZArith List Bool.
From ConservationLaws Require Export Trie Polynomials VectorFields Words RankEvidence.
Import ListNotations.
Open Scope Z_scope.

Definition lookup (point : trie Z) (k : positive) : Z :=
  match find k point with Some z => z | None => 0 end.

Section Checks.
(* The model: D variables, numbered from 1, and generators. *)
Variables (D : positive) (generators : list generator).
(* The point: numerators of the variables 1, ..., D over one denominator. *)
Variables (numerators : list Z) (denominator : positive).

(* Columns other than the free ones, in ascending order. *)
Definition pivot_columns (free : list positive) : list positive :=
  let marks := fold_right (fun k t => insert k tt t) Leaf free in
  filter (fun k => match find k marks with Some _ => false | None => true end)
    (numbers (Pos.to_nat D)).

(* The words have rank D - (number of free variables) at the point. *)
Definition check_at_most (words : list word) (free : list positive) (modulus : Z) : bool :=
  let fields := map generator_field generators in
  let brackets := word_fields fields words in
  let point := numbered 1 numerators in
  forallb (within D) fields && forallb (within D) brackets &&
  full_rank_at (lookup point) (Zpos denominator) modulus (pivot_columns free)
    (map (fun Y k => component k Y) brackets).

(* One-forms with polynomial coefficients: every generator is killed by each, and they
   are independent at the point, already in the columns named. *)
Definition check_forms (forms : list field) (columns : list positive) (modulus : Z) : bool :=
  let fields := map generator_field generators in
  let form := numbered 1 forms in
  let point := numbered 1 numerators in
  forallb (within D) fields &&
  forallb (fun w => forallb (fun Y => is_zero (contract Y w)) fields) forms &&
  forallb (fun k => Pos.leb k D) columns &&
  full_rank_at (lookup point) (Zpos denominator) modulus (numbers (length forms))
    (map (fun k j => component k (field_at j form)) columns).

Definition check_at_least (laws : list polynomial) : list positive -> Z -> bool :=
  check_forms (map gradient laws).

(* Laws p / q, given as (p, q): no denominator vanishes at the point. *)
Definition check_at_least_near (laws : list (polynomial * polynomial)) (columns : list positive)
    (modulus : Z) : bool :=
  let point := numbered 1 numerators in
  forallb (fun t => negb (scaled_value (lookup point) (Zpos denominator)
    (degree_at_least O (snd t)) (snd t) =? 0)) laws &&
  check_forms (map (fun t => quotient_form (fst t) (snd t)) laws) columns modulus.

(* As many laws as free variables, and both of the above. *)
Definition check_exactly (laws : list polynomial) (words : list word)
    (free : list positive) (modulus : Z) : bool :=
  Nat.eqb (length free) (length laws) &&
  check_at_least laws free modulus && check_at_most words free modulus.

Definition check_exactly_near (laws : list (polynomial * polynomial)) (words : list word)
    (free : list positive) (modulus : Z) : bool :=
  Nat.eqb (length free) (length laws) &&
  check_at_least_near laws free modulus && check_at_most words free modulus.
End Checks.
