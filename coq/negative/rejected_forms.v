(* One-forms and structure functions that must be refused, each beside one that is
   accepted. *)
Require Import ZArith NArith List.
From ConservationLaws Require Import Checker Identities.
Import ListNotations.
Open Scope positive_scope.

Ltac computed := vm_compute; reflexivity.

Definition x := [term 1 [1]].
Definition y := [term 1 [2]].

(* 2 x + y^2 with the form dy / y - dx, of the law log y - x. *)
Definition exponential := [Gradient [term 2 [1]; term 1 [2; 2]]].
Definition one := [term 1 []].
Definition growth := [(1, [term (-1) [2]]); (2, one)].
Lemma a_closed_form :
  check_law_identities 2 exponential [] [] [Closed_form growth y] = true.
Proof. computed. Qed.
Lemma a_form_that_is_not_closed :
  check_law_identities 2 exponential [] [] [Closed_form growth one] = false
  /\ check_law_identities 2 exponential [] [] [Closed_form growth (multiply y y)] = false.
Proof. split; computed. Qed.
Lemma a_form_that_a_generator_does_not_kill :
  check_law_identities 2 exponential [] [] [Closed_form [(1, [term 1 [2]]); (2, one)] y] = false.
Proof. computed. Qed.

(* u v in the metric (u, v) and w z in the metric (w, z): behind the laws a = u - v and
   b = w - z the form b (du / u - dv / v) - a (dw / w - dz / z). *)
Definition clocks := [Components [(1, [term 1 [1; 2]]); (2, [term 1 [1; 2]]);
  (3, [term 1 [3; 4]]); (4, [term 1 [3; 4]])]].
Definition a := [term 1 [1]; term (-1) [2]].
Definition b := [term 1 [3]; term (-1) [4]].
Definition time := [(1, multiply b [term 1 [2; 3; 4]]); (2, negate (multiply b [term 1 [1; 3; 4]]));
  (3, negate (multiply a [term 1 [1; 2; 4]])); (4, multiply a [term 1 [1; 2; 3]])].
Definition first := [(1, one); (2, one)].
Definition second := [(3, one); (4, one)].
Definition check_time q kernel :=
  check_law_identities 4 clocks [] [] [Polynomial_law a; Polynomial_law b; Solvable_form time q kernel].
Lemma a_solvable_form : check_time [term 1 [1; 2; 3; 4]] [first; second] = true.
Proof. computed. Qed.
Lemma a_form_that_is_not_solvable : check_time one [first; second] = false.
Proof. computed. Qed.
Lemma a_field_outside_the_kernel : check_time [term 1 [1; 2; 3; 4]] [first; [(3, one)]] = false.
Proof. computed. Qed.
Lemma a_solvable_form_is_not_closed :
  check_law_identities 4 clocks [] [] [Closed_form time [term 1 [1; 2; 3; 4]]] = false.
Proof. computed. Qed.

(* d/dx and d/dy + x d/dz: dz - x dy kills both, but not their bracket. *)
Definition contact := [Components [(1, one)]; Components [(2, one); (3, x)]].
Lemma a_form_that_is_not_integrable :
  check_law_identities 3 contact [Generator 0; Generator 1] [0; 1]%N
    [Integrable_form [(2, [term (-1) [1]]); (3, one)]] = false
  /\ check_law_identities 3 contact [Generator 0] [0]%N
    [Integrable_form [(2, [term (-1) [1]]); (3, one)]] = false
  /\ check_law_identities 3 [Components [(1, one)]; Components [(2, one)]] [Generator 0; Generator 1] [0; 1]%N
    [Integrable_form [(3, one)]] = true.
Proof. repeat split; computed. Qed.

(* Two rotations X, Y of space: z [X, Y] = x X + y Y in the sign of brackets here. *)
Definition turns := [Components [(2, [term (-1) [3]]); (3, y)]; Components [(1, [term 1 [3]]); (3, [term (-1) [1]])]].
Definition check_turns f :=
  check_structure_identities turns [Generator 0; Generator 1] [0; 1]%N
    [Combination one [weight 0 one]; Combination one [weight 1 one];
     Combination one []; Combination [term 1 [3]] [weight 0 f; weight 1 y];
     Combination [term 1 [3]] [weight 0 (negate x); weight 1 (negate y)]; Combination one []].
Lemma structure_functions : check_turns x = true.
Proof. computed. Qed.
Lemma wrong_structure_functions : check_turns (negate x) = false.
Proof. computed. Qed.
Lemma a_combination_is_missing :
  check_structure_identities turns [Generator 0; Generator 1] [0; 1]%N
    [Combination one [weight 0 one]; Combination one [weight 1 one]] = false.
Proof. computed. Qed.
