(* Iterated brackets as straight-line programs: every field is computed once. *)
Require Import NArith List.
From ConservationLaws Require Import Trie VectorFields.
Import ListNotations.

(* Numbers count from 0: generators in the order of the model, entries in the
   order of the list. *)
Inductive word :=
| Generator (i : N)
| Bracket (a b : N).

(* A number that is out of range stands for the zero field. *)
Definition field_at (k : positive) (t : trie field) : field :=
  match find k t with Some Y => Y | None => Leaf end.

Definition entry_at (i : N) : trie field -> field := field_at (N.succ_pos i).

Fixpoint fields_after (generators earlier : trie field) (next : positive)
    (words : list word) : list field :=
  match words with
  | [] => []
  | w :: words' =>
      let Y := match w with
               | Generator i => entry_at i generators
               | Bracket a b => bracket (entry_at a earlier) (entry_at b earlier)
               end in
      Y :: fields_after generators (insert next Y earlier) (Pos.succ next) words'
  end.

Definition word_fields (generators : list field) (words : list word) : list field :=
  fields_after (numbered 1 generators) Leaf 1 words.
