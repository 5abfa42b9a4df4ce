(* Polynomial vector fields, as the checker computes with them. *)
Require Import ZArith List Bool.
From ConservationLaws Require Import Trie Polynomials.
Import ListNotations.

(* The component in the direction of the variable k is the entry at k. *)
Definition field := trie polynomial.

Definition component (k : positive) (Y : field) : polynomial :=
  match find k Y with Some p => p | None => [] end.

Definition add_component (k : positive) (p : polynomial) (Y : field) : field :=
  match p with
  | [] => Y
  | _ => alter (fun old => Some (match old with Some q => add p q | None => p end)) k Y
  end.

(* The differential of p; as a vector field, its gradient. *)
Definition gradient (p : polynomial) : field :=
  fold_right (fun t Y =>
    fold_right (fun s Y' => add_component (fst s) [(snd s, snd t)] Y') Y (factors (fst t)))
    Leaf p.

(* What a model's flow is made of: the gradients of the coordinates of a
   reparametrisation, or polynomial fields given by their components. *)
Inductive generator :=
| Gradient (phi : polynomial)
| Components (components : list (positive * polynomial)).

Definition generator_field (X : generator) : field :=
  match X with
  | Gradient phi => gradient phi
  | Components l =>
      fold_right (fun t Y =>
        fold_right (fun s Y' => add_component (fst t) [s] Y') Y (snd t)) Leaf l
  end.

(* Y(p), the derivative of p along Y. *)
Definition derivative_along (Y : field) (p : polynomial) : polynomial :=
  fold_right (fun t rest =>
    fold_right (fun s rest' =>
      add (multiply_by_term (snd s) (snd t) (component (fst s) Y)) rest')
      rest (factors (fst t)))
    [] p.

(* The sum of the products of the components of a field and a one-form, and of rest. *)
Fixpoint contract_onto (Y w : field) (rest : polynomial) : polynomial :=
  match Y, w with
  | Node even here odd, Node even' here' odd' =>
      let rest' := contract_onto odd odd' rest in
      contract_onto even even'
        (match here, here' with
         | Some p, Some q => add (multiply p q) rest'
         | _, _ => rest'
         end)
  | _, _ => rest
  end.

Definition contract (Y w : field) : polynomial := contract_onto Y w [].

(* q dp - p dq, which is q^2 times the differential of p / q *)
Definition quotient_form (p q : polynomial) : field :=
  let p' := ordered p in
  let q' := ordered q in
  fold_right (fun t w => add_component (fst t) (negate (multiply p' (snd t))) w)
    (fold_right (fun t w => add_component (fst t) (multiply q' (snd t)) w) Leaf
       (entries (gradient p)))
    (entries (gradient q)).

(* [Y, Z], with k-th component Y(Z_k) - Z(Y_k). *)
Definition bracket (Y Z : field) : field :=
  let half := fold_right (fun t W => add_component (fst t) (derivative_along Y (snd t)) W)
    Leaf (entries Z) in
  fold_right (fun t W => add_component (fst t) (negate (derivative_along Z (snd t))) W)
    half (entries Y).

(* No component beyond the first D variables. *)
Definition within (D : positive) (Y : field) : bool :=
  forallb (fun t => Pos.leb (fst t) D) (entries Y).
