(* Polynomials over Z, as the checker computes with them.

   A monomial is the ascending list of its variables, with repetition; a
   polynomial is a list of terms.  The operations keep terms strictly ascending
   for the order below, so that zero is the empty list; soundness does not rest on
   that: a list in another order can only make a check fail. *)
Require Import ZArith List.
Import ListNotations.
Open Scope Z_scope.

Definition monomial := list positive.
Definition polynomial := list (monomial * Z).

(* How exported files write a term: coefficient first. *)
Definition term (coefficient : Z) (variables : monomial) : monomial * Z :=
  (variables, coefficient).

(* Lexicographic order in which the end of a list counts as larger than any
   variable: multiplication by a monomial preserves it. *)
Fixpoint compare_monomials (a b : monomial) : comparison :=
  match a, b with
  | [], [] => Eq
  | [], _ :: _ => Gt
  | _ :: _, [] => Lt
  | u :: a', v :: b' =>
      match Pos.compare u v with
      | Eq => compare_monomials a' b'
      | different => different
      end
  end.

Fixpoint multiply_monomials (a : monomial) : monomial -> monomial :=
  match a with
  | [] => fun b => b
  | u :: a' =>
      fix merge (b : monomial) : monomial :=
        match b with
        | [] => a
        | v :: b' => if Pos.leb u v then u :: multiply_monomials a' b else v :: merge b'
        end
  end.

Definition cons_term (m : monomial) (c : Z) (p : polynomial) : polynomial :=
  if c =? 0 then p else (m, c) :: p.

Fixpoint add (p : polynomial) : polynomial -> polynomial :=
  match p with
  | [] => fun q => q
  | (m, c) :: p' =>
      fix merge (q : polynomial) : polynomial :=
        match q with
        | [] => p
        | (n, d) :: q' =>
            match compare_monomials m n with
            | Lt => (m, c) :: add p' q
            | Gt => (n, d) :: merge q'
            | Eq => cons_term m (c + d) (add p' q')
            end
        end
  end.

Definition multiply_by_term (m : monomial) (c : Z) (p : polynomial) : polynomial :=
  map (fun t => (multiply_monomials m (fst t), c * snd t)) p.

Fixpoint multiply (p q : polynomial) : polynomial :=
  match p with
  | [] => []
  | (m, c) :: p' => add (multiply_by_term m c q) (multiply p' q)
  end.

Definition negate (p : polynomial) : polynomial := multiply_by_term [] (-1) p.

Definition constant (c : Z) : polynomial := [([], c)].

(* Every way to split one variable off a monomial: (variable, what is left). *)
Fixpoint factors (m : monomial) : list (positive * monomial) :=
  match m with
  | [] => []
  | v :: m' => (v, m') :: map (fun s => (fst s, v :: snd s)) (factors m')
  end.

(* The formal partial derivative with respect to the variable k. *)
Definition derivative (k : positive) (p : polynomial) : polynomial :=
  fold_right (fun t rest =>
    fold_right (fun s rest' =>
      if Pos.eqb (fst s) k then add [(snd s, snd t)] rest' else rest')
      rest (factors (fst t)))
    [] p.

(* The same polynomial with its terms in order. *)
Definition ordered (p : polynomial) : polynomial := fold_right (fun t => add [t]) [] p.

Definition is_zero (p : polynomial) : bool := match p with [] => true | _ => false end.

Definition degree_at_least (bound : nat) (p : polynomial) : nat :=
  fold_right (fun t bound' => Nat.max (length (fst t)) bound') bound p.

(* Values at the rational point numerators / denominator, times the given power of
   the denominator, so that they are integers when the degree is at most power. *)
Section Values.
Variables (numerators : positive -> Z) (denominator : Z).

Fixpoint scaled_monomial (power : nat) (m : monomial) : Z :=
  match power with
  | O => 1
  | S power' =>
      match m with
      | [] => denominator * scaled_monomial power' []
      | v :: m' => numerators v * scaled_monomial power' m'
      end
  end.

Fixpoint scaled_value (power : nat) (p : polynomial) : Z :=
  match p with
  | [] => 0
  | (m, c) :: p' => c * scaled_monomial power m + scaled_value power p'
  end.
End Values.
