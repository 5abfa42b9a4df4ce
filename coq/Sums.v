(* Finite sums of real numbers over lists. *)
Require Import List Reals Lra.
Import ListNotations.
Open Scope R_scope.

Fixpoint sum_over {A} (l : list A) (f : A -> R) : R :=
  match l with [] => 0 | a :: l' => f a + sum_over l' f end.

Section Sums.
Context {A : Type}.

Lemma sum_ext (l : list A) f g : (forall a, In a l -> f a = g a) -> sum_over l f = sum_over l g.
Proof.
  induction l as [|a l IH]; simpl; intro E; [reflexivity|].
  rewrite (E a (or_introl eq_refl)), IH; auto.
Qed.

Lemma sum_plus (l : list A) f g : sum_over l (fun a => f a + g a) = sum_over l f + sum_over l g.
Proof. induction l as [|a l IH]; simpl; [lra|]. rewrite IH; lra. Qed.

Lemma sum_scale (l : list A) c f : sum_over l (fun a => c * f a) = c * sum_over l f.
Proof. induction l as [|a l IH]; simpl; [lra|]. rewrite IH; lra. Qed.

Lemma sum_zero (l : list A) f : (forall a, In a l -> f a = 0) -> sum_over l f = 0.
Proof.
  induction l as [|a l IH]; simpl; intro E; [reflexivity|].
  rewrite (E a (or_introl eq_refl)), IH; auto; lra.
Qed.

Lemma sum_map {B} (h : B -> A) l f : sum_over (map h l) f = sum_over l (fun b => f (h b)).
Proof. induction l as [|b l IH]; simpl; [reflexivity|]. rewrite IH; reflexivity. Qed.
End Sums.

Lemma sum_swap {A B} (l : list A) (l' : list B) (f : A -> B -> R) :
  sum_over l (fun a => sum_over l' (f a)) = sum_over l' (fun b => sum_over l (fun a => f a b)).
Proof.
  induction l as [|a l IH]; simpl.
  - symmetry; apply sum_zero; reflexivity.
  - rewrite IH, sum_plus; reflexivity.
Qed.
