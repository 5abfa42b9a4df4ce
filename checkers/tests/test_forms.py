"""Laws that are no polynomials, and structure functions: hand-made certificates, and a refusal for every rule."""
import unittest

from test_claws_check import REMOVE, bracket_rank, certificate, changed, judge, law_rank, laws


def quotient():
    """x d/dx + y d/dy: the law y/x."""
    return certificate("exactly", 1, 2, {"fields": [[[1, [["1", [1]]]], [2, [["1", [2]]]]]]}, "fields",
                       laws=[{"class": "rational", "numerator": [["1", [2]]], "denominator": [["1", [1]]]}], lawRank=law_rank([2, 1], [1]),
                       words=[0], bracketRank=bracket_rank([1, 0], [0], [1]))


def logarithm():
    """2 x + y^2: the form dy / y - dx, of the law log y - x."""
    return certificate("exactly", 1, 2, {"phi": [[["2", [1]], ["1", [2, 2]]]]},
                       laws=[{"class": "closed", "form": [[1, [["-1", [2]]]], [2, [["1", []]]]], "denominator": [["1", [2]]]}],
                       lawRank=law_rank([0, 1], [1]), words=[0], bracketRank=bracket_rank([0, 0], [0], [1]))


def half_logarithm():
    """The form alone is a lower bound."""
    whole = logarithm()
    return certificate("at-least", 1, 2, {"phi": whole["model"]["phi"]}, laws=whole["laws"], lawRank=whole["lawRank"])


def products():
    """u v + w z in the metric u, v, w, z: the laws a = u - v and b = w - z, and the form b (du/u - dv/v) - a (dw/w - dz/z), closed where these are constant."""
    product, other = [["1", [1, 2]]], [["1", [3, 4]]]
    form = [[1, [["1", [2, 3, 3, 4]], ["-1", [2, 3, 4, 4]]]], [2, [["-1", [1, 3, 3, 4]], ["1", [1, 3, 4, 4]]]],
            [3, [["-1", [1, 1, 2, 4]], ["1", [1, 2, 2, 4]]]], [4, [["1", [1, 1, 2, 3]], ["-1", [1, 2, 2, 3]]]]]
    one = [["1", []]]
    solvable = {"class": "solvable", "form": form, "denominator": [["1", [1, 2, 3, 4]]],
                "kernel": [[[1, one], [2, one]], [[3, one], [4, one]]], "kernelPivots": [1, 3]}
    return certificate("exactly", 3, 4, {"fields": [[[1, product], [2, product], [3, other], [4, other]]]}, "fields",
                       laws=laws([["1", [1]], ["-1", [2]]], [["1", [3]], ["-1", [4]]]) + [solvable], lawRank=law_rank([2, 1, 3, 1], [1, 3, 2]),
                       words=[0], bracketRank=bracket_rank([2, 1, 3, 1], [0], [1]))


def rotations_by_structure():
    """Two rotations X, Y of space: z [X, Y] = -x X - y Y."""
    zero, one = {"denominator": [["1", []]], "terms": []}, [["1", []]]
    forth = {"denominator": [["1", [3]]], "terms": [[0, [["-1", [1]]]], [1, [["-1", [2]]]]]}
    back = {"denominator": [["1", [3]]], "terms": [[0, [["1", [1]]]], [1, [["1", [2]]]]]}
    fields = [[[2, [["-1", [3]]]], [3, [["1", [2]]]]], [[1, [["1", [3]]]], [3, [["-1", [1]]]]]]
    return certificate("exactly", 1, 3, {"fields": fields}, "fields", laws=[], lawRank=law_rank([1, 2, 3], []),
                       words=[0, 1], bracketRank=bracket_rank([1, 2, 3], [0, 1], [2, 1]),
                       structure={"generators": [{"denominator": one, "terms": [[0, one]]}, {"denominator": one, "terms": [[1, one]]}],
                                  "brackets": [[zero, forth], [back, zero]]})


def sphere():
    """The same, with the law."""
    return {**rotations_by_structure(), "laws": laws([["1", [1, 1]], ["1", [2, 2]], ["1", [3, 3]]]), "lawRank": law_rank([1, 2, 3], [1])}


def zero_field():
    """The field 0 in the plane: no word is needed."""
    zero = {"denominator": [["1", []]], "terms": []}
    return certificate("exactly", 1, 1, {"fields": [[]]}, "fields", laws=[], lawRank=law_rank([0], []), words=[],
                       bracketRank=bracket_rank([0], [], []), structure={"generators": [zero], "brackets": [[]]})


POSITIVE = [quotient, logarithm, half_logarithm, products, rotations_by_structure, sphere, zero_field]
LAW, SOLVABLE, OWN, BRACKETS = ("laws", 0), ("laws", 2), ("structure", "generators"), ("structure", "brackets")
INTEGRABLE = [{"class": "integrable", "form": [[1, [["1", [1]]]], [2, [["1", [2]]]], [3, [["1", [3]]]]]}]
ANGLE = [[1, [["-1", [2]]]], [2, [["1", [1]]]]]

BROKEN = [
    (quotient, (*LAW, "numerator"), [["1", [2, 2]]], "law 0 is not constant along generator 0"),
    (quotient, (*LAW, "denominator"), [["1", [1]], ["1", []]], "law 0 is not constant along generator 0"),
    (quotient, (*LAW, "denominator"), [], "elimination"),
    (quotient, (*LAW, "denominator"), REMOVE, "missing"),
    (quotient, (*LAW, "form"), [], "does not belong"),
    (quotient, ("lawRank", "point", "numerators"), ["0", "1"], "the denominator at the point is no unit"),
    (quotient, (*LAW, "numerator"), [["2", [2]]], None),
    (quotient, (*LAW, "numerator"), [["1", [1]], ["1", [2]]], None),
    (logarithm, (*LAW, "form", 0, 1, 0, 0), "-2", "law 0 is not constant along generator 0"),
    (logarithm, (*LAW, "denominator"), [["1", []]], "the form is not closed"),
    (logarithm, (*LAW, "denominator"), [["1", [2, 2]]], "the form is not closed"),
    (logarithm, (*LAW, "denominator"), [["1", [1, 2]]], "no unit"),
    (logarithm, (*LAW, "denominator"), [["3", [2]]], None),
    (logarithm, ("lawRank", "point", "numerators"), ["0", "0"], "elimination"),
    (logarithm, ("lawRank",), law_rank([0, 0], [2]), "the denominator at the point is no unit"),
    (logarithm, (*LAW, "kernel"), [], "does not belong"),
    (half_logarithm, (*LAW, "denominator"), [["1", []]], "the form is not closed"),
    (half_logarithm, (*LAW, "class"), "integrable", "does not belong"),
    (half_logarithm, ("structure",), {"generators": [], "brackets": []}, "does not belong"),
    (products, (*SOLVABLE, "denominator"), [["1", []]], "the differential of the form does not vanish at the fields 1 and 0"),
    (products, (*SOLVABLE, "denominator", 0, 0), "5", None),
    (products, (*SOLVABLE, "kernel", 0, 1), [2, [["2", []]]], "law 0 does not annihilate field 0"),
    (products, (*SOLVABLE, "kernel", 1), [[1, [["1", []]]], [2, [["1", []]]]], "elimination"),
    (products, (*SOLVABLE, "kernel"), [], "0 fields where 2"),
    (products, (*SOLVABLE, "kernelPivots"), [1], "1 entries where 2"),
    (products, (*SOLVABLE, "kernelPivots"), [2, 2], "a variable occurs twice"),
    (products, (*SOLVABLE, "kernelPivots"), [3, 1], "elimination"),
    (products, (*SOLVABLE, "kernelPivots"), [2, 4], None),
    (products, (*SOLVABLE, "kernelPivots"), REMOVE, "missing"),
    (products, (*SOLVABLE, "class"), "closed", "does not belong"),
    (products, (*SOLVABLE, "form", 3), [4, [["1", [1, 1, 2, 3]]]], "law 2 is not constant along generator 0"),
    (products, ("laws", 1), {"class": "integrable", "form": [[3, [["1", []]]], [4, [["-1", []]]]]}, "an integrable law stands before it"),
    (rotations_by_structure, (*BRACKETS, 0, 1, "terms", 0, 1, 0, 0), "1", "combination 3 is not the field"),
    (rotations_by_structure, (*BRACKETS, 0, 1, "denominator"), [["1", [1]]], "is not the field"),
    (rotations_by_structure, (*BRACKETS, 0, 1, "denominator"), [], "no unit"),
    (rotations_by_structure, (*BRACKETS, 0, 0, "denominator"), [["2", []]], "without terms the denominator is 1"),
    (rotations_by_structure, (*BRACKETS, 0, 1, "terms"), [], "without terms the denominator is 1"),
    (rotations_by_structure, (*BRACKETS, 0, 1, "terms", 1, 0), 2, "not in 0..1"),
    (rotations_by_structure, (*BRACKETS, 0, 1, "terms", 1, 0), 0, "not in strictly ascending order"),
    (rotations_by_structure, (*BRACKETS, 0, 1, "terms", 1, 1), [], "an entry is zero"),
    (rotations_by_structure, (*BRACKETS, 0), [], "0 entries where 2"),
    (rotations_by_structure, BRACKETS, [], "0 entries where 2"),
    (rotations_by_structure, OWN, [], "0 entries where 2"),
    (rotations_by_structure, (*OWN, 0, "terms", 0, 0), 1, "combination 0 is not the field"),
    (rotations_by_structure, ("structure", "extra"), 0, "does not belong"),
    (rotations_by_structure, ("bracketRank",), bracket_rank([1, 2, 4], [0, 1], [2, 1]), "the point is that of lawRank"),
    (rotations_by_structure, ("structure",), REMOVE, "0 entries where 1"),
    (rotations_by_structure, ("count",), 0, "2 entries where 3"),
    (sphere, ("count",), 0, "1 entries where 0"),
    (sphere, ("laws",), INTEGRABLE, "only the kind exactly without structure"),
    (sphere, ("laws", 0, "polynomial", 0, 0), "2", "not constant"),
]


class Forms(unittest.TestCase):
    def test_accepts_every_class(self):
        for make in POSITIVE:
            with self.subTest(make.__name__):
                self.assertTrue(judge(make())[0], judge(make())[1])

    def test_names_the_theorems(self):
        for make, end in [(quotient, "(scope fields)"), (logarithm, "(scope phi), by Poincar\u00e9's lemma"), (half_logarithm, "(scope phi), by Poincar\u00e9's lemma"),
                          (products, "(scope fields), by Frobenius' theorem"), (sphere, "(scope fields), by Frobenius' theorem")]:
            self.assertTrue(judge(make())[1].endswith(end), judge(make())[1])

    def test_refuses_every_broken_rule(self):
        for make, path, value, reason in BROKEN:
            with self.subTest(make.__name__, path=path, value=str(value)[:60]):
                accepted, line = judge(changed(make, path, value))
                self.assertEqual(accepted, reason is None, line)
                self.assertIn(reason or "accepted: ", line)

    def test_a_form_may_vanish_at_generators_and_not_be_closed(self):
        both = certificate("at-least", 1, 3, {"fields": [[[3, [["1", []]]]]]}, "fields", laws=[{"class": "closed", "form": ANGLE, "denominator": [["1", []]]}],
                           lawRank=law_rank([1, 1, 0], [1]))
        self.assertIn("the form is not closed", judge(both)[1])
        closed = changed(lambda: both, (*LAW, "denominator"), [["1", [1, 1]], ["1", [2, 2]]])
        self.assertTrue(judge(closed)[0])

    def test_two_laws_by_different_theorems(self):
        both = certificate("at-least", 2, 4, {"fields": [[[3, [["1", []]]]]]}, "fields", laws=[
            {"class": "closed", "form": [[4, [["1", []]]]], "denominator": [["1", [4]]]},
            {"class": "solvable", "form": [[1, [["1", [4]]]], [4, [["1", [2]]]]], "denominator": [["1", []]],
             "kernel": [[[1, [["1", []]]]], [[2, [["1", []]]]], [[3, [["1", []]]]]], "kernelPivots": [1, 2, 3]}], lawRank=law_rank([1, 1, 0, 1], [4, 1]))
        accepted, line = judge(both)
        self.assertTrue(accepted, line)
        self.assertTrue(line.endswith("by Poincar\u00e9's lemma and Frobenius' theorem"), line)

    def test_no_replaced_value_ends_in_an_unexpected_exception(self):
        def paths(value, path=()):
            for key, entry in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
                yield path + (key,)
                yield from paths(entry, path + (key,))

        for make in POSITIVE:
            for path in paths(make()):
                for value in (None, True, -1, 10**30, 0.5, "", "0", "x", [], [[]], {}, {"a": 1}, [None, None], REMOVE):
                    _, line = judge(changed(make, path, value, False))
                    self.assertNotIn("this checker failed", line, (make.__name__, path, value))


if __name__ == "__main__":
    unittest.main()
