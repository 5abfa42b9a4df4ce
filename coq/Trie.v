(* Binary tries: finite maps from positive numbers, read along the bits of the
   key.  The checker keeps vector fields, points and pivot rows in them. *)
Require Import PArith Arith List Lia FinFun.
Import ListNotations.

(* 1, ..., n *)
Definition numbers (n : nat) : list positive := map Pos.of_succ_nat (seq 0 n).

Section Trie.
Context {A : Type}.

Inductive trie : Type :=
| Leaf
| Node (even : trie) (here : option A) (odd : trie).

Fixpoint find (k : positive) (t : trie) : option A :=
  match t with
  | Leaf => None
  | Node even here odd =>
      match k with
      | xH => here
      | xO k' => find k' even
      | xI k' => find k' odd
      end
  end.

(* Replaces the entry at k by f of it. *)
Fixpoint alter (f : option A -> option A) (k : positive) (t : trie) : trie :=
  match k, t with
  | xH, Leaf => Node Leaf (f None) Leaf
  | xH, Node even here odd => Node even (f here) odd
  | xO k', Leaf => Node (alter f k' Leaf) None Leaf
  | xO k', Node even here odd => Node (alter f k' even) here odd
  | xI k', Leaf => Node Leaf None (alter f k' Leaf)
  | xI k', Node even here odd => Node even here (alter f k' odd)
  end.

Definition insert (k : positive) (a : A) : trie -> trie := alter (fun _ => Some a) k.

(* All entries of t, in front of rest; key turns a key of t into the key to report. *)
Fixpoint entries_onto (t : trie) (key : positive -> positive)
    (rest : list (positive * A)) : list (positive * A) :=
  match t with
  | Leaf => rest
  | Node even here odd =>
      let rest' := entries_onto odd (fun k => key (xI k)) rest in
      entries_onto even (fun k => key (xO k))
        (match here with Some a => (key xH, a) :: rest' | None => rest' end)
  end.

Definition entries (t : trie) : list (positive * A) := entries_onto t (fun k => k) [].

(* The list l as a map from first, first + 1, ... *)
Fixpoint numbered (first : positive) (l : list A) : trie :=
  match l with
  | [] => Leaf
  | a :: l' => insert first a (numbered (Pos.succ first) l')
  end.

Lemma find_leaf k : find k Leaf = None.
Proof. destruct k; reflexivity. Qed.

Lemma find_alter_same f k : forall t, find k (alter f k t) = f (find k t).
Proof.
  induction k as [k IH|k IH|]; intros [|even here odd]; simpl; try reflexivity;
    rewrite IH; try reflexivity; rewrite find_leaf; reflexivity.
Qed.

Lemma find_alter_other f k : forall j t, j <> k -> find j (alter f k t) = find j t.
Proof.
  induction k as [k IH|k IH|]; intros [j|j|] [|even here odd] Hne; simpl;
    try congruence; try reflexivity; try (rewrite IH by congruence);
    try rewrite find_leaf; reflexivity.
Qed.

Lemma find_insert k a j t :
  find j (insert k a t) = if Pos.eqb j k then Some a else find j t.
Proof.
  unfold insert. destruct (Pos.eqb_spec j k) as [->|Hne].
  - apply find_alter_same.
  - apply find_alter_other; assumption.
Qed.

Lemma find_numbered l : forall first k,
  find k (numbered first l) =
    if Pos.ltb k first then None else nth_error l (Pos.to_nat k - Pos.to_nat first).
Proof.
  induction l as [|a l IH]; intros first k; simpl.
  - rewrite find_leaf. destruct (Pos.ltb k first); [reflexivity|].
    destruct (Pos.to_nat k - Pos.to_nat first); reflexivity.
  - rewrite find_insert, IH. destruct (Pos.eqb_spec k first) as [->|Hne].
    + rewrite Pos.ltb_irrefl, Nat.sub_diag. reflexivity.
    + destruct (Pos.ltb_spec k first) as [H|H];
        destruct (Pos.ltb_spec k (Pos.succ first)) as [H'|H']; try reflexivity.
      * lia.
      * lia.
      * replace (Pos.to_nat k - Pos.to_nat first)%nat
          with (S (Pos.to_nat k - Pos.to_nat (Pos.succ first)))%nat by lia.
        reflexivity.
Qed.
End Trie.

Lemma in_numbers n k : In k (numbers n) <-> (Pos.to_nat k <= n)%nat.
Proof.
  unfold numbers. rewrite in_map_iff. split.
  - intros (i & <- & Hi). apply in_seq in Hi. lia.
  - intro H. exists (pred (Pos.to_nat k)). split; [lia|]. apply in_seq. lia.
Qed.

Lemma numbers_NoDup n : NoDup (numbers n).
Proof.
  apply FinFun.Injective_map_NoDup; [|apply seq_NoDup]. intros i j. lia.
Qed.
Arguments trie : clear implicits.
