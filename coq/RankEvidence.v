(* Full column rank of an integer matrix, by elimination modulo an integer p >= 2.

   p need not be prime: a row serves as a pivot row when its leading entry turns
   out to be invertible, and is left out otherwise.  Rows are sparse, ascending. *)
Require Import ZArith List Bool.
From ConservationLaws Require Import Trie Polynomials.
Import ListNotations.
Open Scope Z_scope.

Definition row := list (positive * Z).

Definition cons_entry (i : positive) (z : Z) (r : row) : row :=
  if z =? 0 then r else (i, z) :: r.

Definition scale (p c : Z) (r : row) : row :=
  fold_right (fun e rest => cons_entry (fst e) ((c * snd e) mod p) rest) [] r.

(* a + c b modulo p *)
Fixpoint combine (p c : Z) (a : row) : row -> row :=
  match a with
  | [] => scale p c
  | (i, x) :: a' =>
      fix merge (b : row) : row :=
        match b with
        | [] => a
        | (j, y) :: b' =>
            match Pos.compare i j with
            | Lt => (i, x) :: combine p c a' b
            | Gt => cons_entry j ((c * y) mod p) (merge b')
            | Eq => cons_entry i ((x + c * y) mod p) (combine p c a' b')
            end
        end
  end.

(* A candidate for the inverse of a modulo p, by Euclid's algorithm: a s = r0 and
   a t = r1 modulo p throughout.  Whoever uses it checks it. *)
Fixpoint euclid (steps : nat) (r0 s r1 t : Z) : Z :=
  match steps with
  | O => s
  | S steps' =>
      if r1 =? 0 then s
      else let q := r0 / r1 in euclid steps' r1 t (r0 - q * r1) (s - q * t)
  end.

Definition inverse (p a : Z) : Z :=
  euclid (2 * S (Z.to_nat (Z.log2 p))) p 0 (a mod p) 1 mod p.

(* The entry at k is what follows the leading entry 1 of the pivot row for k. *)
Definition pivot_rows := trie row.

Fixpoint reduce (p : Z) (steps : nat) (pivots : pivot_rows) (r : row) : row :=
  match steps, r with
  | O, _ | _, [] => r
  | S steps', (k, c) :: tail =>
      match find k pivots with
      | None => r
      | Some tail' => reduce p steps' pivots (combine p (p - c) tail tail')
      end
  end.

Definition add_row (p : Z) (steps : nat) (pivots : pivot_rows) (r : row) : pivot_rows :=
  match reduce p steps pivots r with
  | [] => pivots
  | (k, c) :: tail =>
      let u := inverse p c in
      if (u * c) mod p =? 1 then insert k (scale p u tail) pivots else pivots
  end.

Definition eliminate (p : Z) (steps : nat) (rows : list row) : pivot_rows :=
  fold_left (add_row p steps) rows Leaf.

Fixpoint ascending (l : list positive) : bool :=
  match l with
  | [] => true
  | i :: l' => forallb (Pos.ltb i) (firstn 1 l') && ascending l'
  end.

Definition full_rank (p : Z) (columns : list positive) (rows : list row) : bool :=
  let pivots := eliminate p (S (length columns)) rows in
  (2 <=? p) && ascending columns &&
  forallb (fun k =>
    match find k pivots with
    | Some tail => forallb (fun e => Pos.ltb k (fst e)) tail
    | None => false
    end) columns.

(* The row of the polynomials f i, i in columns, at a rational point: times a power
   of the denominator, modulo p. *)
Definition row_at (numerators : positive -> Z) (denominator p : Z)
    (columns : list positive) (f : positive -> polynomial) : row :=
  let l := map (fun i => (i, f i)) columns in
  let power := fold_right (fun t bound => degree_at_least bound (snd t)) O l in
  fold_right (fun t rest =>
    match snd t with
    | [] => rest
    | q => cons_entry (fst t) (scaled_value numerators denominator power q mod p) rest
    end) [] l.

Definition full_rank_at (numerators : positive -> Z) (denominator p : Z)
    (columns : list positive) (rows : list (positive -> polynomial)) : bool :=
  full_rank p columns (map (row_at numerators denominator p columns) rows).
