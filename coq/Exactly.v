(* What a certificate proves.  A model has D variables, numbered 1, ..., D, and a list
   of generators; its conservation laws are the functions whose differential kills
   every generator.  Functions, points and covectors are defined on all positive
   numbers; a function of D variables is one that ignores the others. *)
Require Import ZArith List Reals.
From ConservationLaws Require Import Polynomials VectorFields Values FieldAction.
Import ListNotations.
Open Scope R_scope.

(* ----- conservation laws ----- *)
(* Every point of U can be moved a little along each axis; open sets are such. *)
Definition open_along_axes (U : point -> Prop) : Prop :=
  forall x k, U x -> exists e, 0 < e /\ forall t, Rabs (t - x k) < e -> U (move x k t).

(* A function and, by variable, its partial derivatives. *)
Record candidate := { law : point -> R; partial : positive -> point -> R }.

Definition differential (h : candidate) (x : point) : covector := fun k => partial h k x.

(* On U, the function has the given partial derivatives, and these have partial
   derivatives in turn, which form a symmetric matrix.  Functions of class C2 are
   such (SymmetricHessian.v). *)
Definition twice_differentiable (U : point -> Prop) (h : candidate) : Prop :=
  (forall x k, U x ->
     derivable_pt_lim (fun t => law h (move x k t)) (x k) (partial h k x)) /\
  exists H : positive -> positive -> point -> R,
    (forall x k l, U x ->
       derivable_pt_lim (fun t => partial h k (move x l t)) (x l) (H k l x)) /\
    (forall x k l, U x -> H k l x = H l k x).

(* The covector g kills the generator at x.  The formal derivative is the partial
   derivative: derivative_correct in Values.v. *)
Definition kills (D : positive) (X : generator) (x : point) (g : covector) : Prop :=
  match X with
  | Gradient phi =>
      sum_over (Trie.numbers (Pos.to_nat D)) (fun k => value x (derivative k phi) * g k) = 0
  | Components l => sum_over l (fun t => value x (snd t) * g (fst t)) = 0
  end.

Definition conserved (D : positive) (generators : list generator) (U : point -> Prop)
    (h : candidate) : Prop :=
  twice_differentiable U h /\
  forall X x, In X generators -> U x -> kills D X x (differential h x).

(* ----- independence ----- *)
Fixpoint combination (c : list R) (l : list covector) : covector :=
  match c, l with
  | a :: c', g :: l' => fun k => a * g k + combination c' l' k
  | _, _ => fun _ => 0
  end.

Definition vanishes (D : positive) (g : covector) : Prop :=
  forall k, (k <= D)%positive -> g k = 0.

Definition independent (D : positive) (l : list covector) : Prop :=
  forall c, length c = length l -> vanishes D (combination c l) -> forall a, In a c -> a = 0.

Definition dependent (D : positive) (l : list covector) : Prop :=
  exists c, length c = length l /\ vanishes D (combination c l) /\ exists a, In a c /\ a <> 0.

(* ----- the statements, at a point x ----- *)
(* N functions conserved on U, with independent differentials at x. *)
Definition at_least_on (U : point -> Prop) (D : positive) (generators : list generator)
    (x : point) (N : nat) : Prop :=
  exists hs : list candidate, length hs = N /\
    (forall h, In h hs -> conserved D generators U h) /\
    independent D (map (fun h => differential h x) hs).

(* N functions conserved everywhere. *)
Definition at_least : positive -> list generator -> point -> nat -> Prop :=
  at_least_on (fun _ => True).

(* More than N functions conserved on any open set around x have dependent
   differentials at x. *)
Definition at_most (D : positive) (generators : list generator) (x : point) (N : nat) : Prop :=
  forall U, open_along_axes U -> U x ->
  forall hs : list candidate, (N < length hs)%nat ->
    (forall h, In h hs -> conserved D generators U h) ->
    dependent D (map (fun h => differential h x) hs).

Definition exactly (D : positive) (generators : list generator) (x : point) (N : nat) : Prop :=
  at_least D generators x N /\ at_most D generators x N.

(* ----- the same near a point, and almost everywhere ----- *)
(* At every point of a box around x. *)
Definition nearby (x : point) (P : point -> Prop) : Prop :=
  exists e, 0 < e /\ forall y, (forall k, Rabs (y k - x k) < e) -> P y.

(* Wherever a certain polynomial with integer coefficients does not vanish, and it
   does not vanish at x. *)
Definition generically (x : point) (P : point -> Prop) : Prop :=
  exists q : polynomial, value x q <> 0 /\ forall y, value y q <> 0 -> P y.

(* At points as close as one likes to any point. *)
Definition densely (P : point -> Prop) : Prop :=
  forall x e, 0 < e -> exists y, (forall k, Rabs (y k - x k) < e) /\ P y.

(* At x, and in each of these senses around it. *)
Definition around (x : point) (P : point -> Prop) : Prop :=
  P x /\ nearby x P /\ generically x P /\ densely P.

(* U contains a box around each of its points. *)
Definition open (U : point -> Prop) : Prop := forall x, U x -> nearby x U.

(* N functions conserved on an open set around x: quotients of polynomials, say. *)
Definition at_least_near (D : positive) (generators : list generator) (x : point) (N : nat)
    : Prop :=
  exists U, open U /\ U x /\ at_least_on U D generators x N.

Definition exactly_near (D : positive) (generators : list generator) (x : point) (N : nat)
    : Prop :=
  at_least_near D generators x N /\ at_most D generators x N.

(* ----- functions with continuous differentials ----- *)
(* Such functions allow an upper bound at every point, from bracket words at one. *)
Definition continuous_at (x : point) (f : point -> R) : Prop :=
  forall e, 0 < e -> nearby x (fun y => Rabs (f y - f x) < e).

Definition continuous_differential (U : point -> Prop) (h : candidate) : Prop :=
  forall x k, U x -> continuous_at x (partial h k).

(* As at_most, for functions with continuous differentials. *)
Definition at_most_continuous (D : positive) (generators : list generator) (x : point)
    (N : nat) : Prop :=
  forall U, open U -> U x ->
  forall hs : list candidate, (N < length hs)%nat ->
    (forall h, In h hs -> conserved D generators U h /\ continuous_differential U h) ->
    dependent D (map (fun h => differential h x) hs).

Definition exactly_continuous (D : positive) (generators : list generator) (x : point)
    (N : nat) : Prop :=
  at_least D generators x N /\ at_most_continuous D generators x N.

(* The numerators of the variables 1, 2, ... over one denominator; further variables
   are zero. *)
Definition rational_point (numerators : list Z) (denominator : positive) : point :=
  fun k => IZR (nth (pred (Pos.to_nat k)) numerators 0%Z) / IZR (Zpos denominator).
