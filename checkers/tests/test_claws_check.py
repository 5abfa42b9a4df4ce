"""Hand-made certificates of every kind, and a refusal for every rule of docs/certificates.md."""
import copy
import hashlib
import io
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

CHECKER = pathlib.Path(__file__).resolve().parent.parent / "claws_check.py"
sys.path.insert(0, str(CHECKER.parent))
import claws_check  # noqa: E402

PRIME = "1000003"


# --- Writing certificates. ---


def with_hash(certificate):
    text = json.dumps(certificate["model"], sort_keys=True, separators=(",", ":"))
    return {**certificate, "modelHash": hashlib.sha256(text.encode("ascii")).hexdigest()}


def certificate(kind, count, dimension, generators, scope="phi", **evidence):
    names = {} if "layers" in generators else {"names": [f"x[{k}]" for k in range(1, dimension + 1)]}
    return with_hash({
        "format": "claws-certificate/1", "kind": kind, "scope": scope, "program": "test 1", "seed": "7", "source": "by hand \u03b8\n",
        "model": {"dimension": dimension, **names, **generators}, "count": count, **evidence})


def laws(*polynomials):
    return [{"class": "polynomial", "polynomial": polynomial} for polynomial in polynomials]


def law_rank(numerators, pivots, denominator=1, modulus=PRIME):
    point = {"denominator": str(denominator), "numerators": [str(n) for n in numerators]}
    return {"point": point, "modulus": modulus, "pivots": pivots}


def bracket_rank(numerators, words, pivots, denominator=1, modulus=PRIME):
    return {**law_rank(numerators, pivots, denominator, modulus), "words": words}


def linear_2_2_2():
    """U V^T: the variables are u11 u12 u21 u22 v11 v12 v21 v22, and the laws the entries of U^T U - V^T V."""
    point = [1, 3, 1, 2, 1, 2, 2, 2]
    return certificate(
        "exactly", 3, 8,
        {"phi": [[["1", [1, 5]], ["1", [2, 6]]], [["1", [1, 7]], ["1", [2, 8]]],
                 [["1", [3, 5]], ["1", [4, 6]]], [["1", [3, 7]], ["1", [4, 8]]]]},
        laws=laws([["1", [1, 1]], ["1", [3, 3]], ["-1", [5, 5]], ["-1", [7, 7]]],
                  [["1", [1, 2]], ["1", [3, 4]], ["-1", [5, 6]], ["-1", [7, 8]]],
                  [["1", [2, 2]], ["1", [4, 4]], ["-1", [6, 6]], ["-1", [8, 8]]]),
        lawRank=law_rank(point, [1, 2, 3]),
        words=[0, 1, 2, 3, [0, 1]], bracketRank=bracket_rank(point, [0, 1, 2, 3, 4], [1, 2, 3, 4, 5]))


def product():
    """x y at (1/2, 3)."""
    return certificate("exactly", 1, 2, {"phi": [[["1", [1, 2]]]]}, laws=laws([["1", [1, 1]], ["-1", [2, 2]]]),
                       lawRank=law_rank([1, 6], [2], 2), words=[0], bracketRank=bracket_rank([1, 6], [0], [1], 2))


def affine():
    """x y + y has the law (x + 1)^2 - y^2, whose derivatives mix degrees."""
    return certificate("exactly", 1, 2, {"phi": [[["1", [1, 2]], ["1", [2]]]]}, laws=laws([["1", [1, 1]], ["2", [1]], ["-1", [2, 2]]]),
                       lawRank=law_rank([0, 1], [1]), words=[0], bracketRank=bracket_rank([0, 1], [0], [2]))


def relu_neuron():
    """phi = (u v, u b), one hidden unit with a bias."""
    return certificate("exactly", 1, 3, {"phi": [[["1", [1, 2]]], [["1", [1, 3]]]]},
                       laws=laws([["1", [1, 1]], ["-1", [2, 2]], ["-1", [3, 3]]]), lawRank=law_rank([1, 2, 3], [1]),
                       words=[0, 1], bracketRank=bracket_rank([1, 2, 3], [0, 1], [1, 2]))


def rotations():
    """x d/dy - y d/dx and y d/dz - z d/dy: the radius is a law; the bracket is the third rotation."""
    return certificate("exactly", 1, 3, {"fields": [[[1, [["-1", [2]]]], [2, [["1", [1]]]]], [[2, [["-1", [3]]]], [3, [["1", [2]]]]]]},
                       "fields", laws=laws([["1", [1, 1]], ["1", [2, 2]], ["1", [3, 3]]]), lawRank=law_rank([1, 2, 3], [1]),
                       words=[0, 1, [0, 1]], bracketRank=bracket_rank([1, 2, 3], [0, 2], [1, 3]))


def two_points():
    """x d/dx: the law y at the origin, where the field vanishes, and the field at (1, 0)."""
    return certificate("exactly", 1, 2, {"fields": [[[1, [["1", [1]]]]]]}, "fields", laws=laws([["1", [2]]]),
                       lawRank=law_rank([0, 0], [2]), words=[0], bracketRank=bracket_rank([1, 0], [0], [1]))


def engel():
    """d/dx and d/dy + x d/dz + x^2 d/dw: a bracket of depth 2, equal to 2 d/dw up to sign, leaves no law."""
    fields = [[[1, [["1", []]]]], [[2, [["1", []]]], [3, [["1", [1]]]], [4, [["1", [1, 1]]]]]]
    return certificate("at-most", 0, 4, {"fields": fields}, "fields", words=[0, 1, [0, 1], [0, 2]],
                       bracketRank=bracket_rank([5, 0, 0, 0], [0, 1, 2, 3], [1, 2, 3, 4], modulus="9"))


def integrable(form):
    return {"class": "integrable", "form": form}


def ratio():
    """x^2 + y^2: the form x dy - y dx stands for the law y/x."""
    return certificate("exactly", 1, 2, {"phi": [[["1", [1, 1]], ["1", [2, 2]]]]}, laws=[integrable([[1, [["-1", [2]]]], [2, [["1", [1]]]]])],
                       lawRank=law_rank([1, 2], [1]), words=[0], bracketRank=bracket_rank([1, 2], [0], [1]))


def plane():
    """d/dx and d/dy with the bracket 0, and the form dz, multiplied by 1 + x^2."""
    return certificate("exactly", 1, 3, {"fields": [[[1, [["1", []]]]], [[2, [["1", []]]]]]}, "fields",
                       laws=[integrable([[3, [["1", [1, 1]], ["1", []]]]])], lawRank=law_rank([1, 0, 0], [3]), words=[0, 1],
                       bracketRank=bracket_rank([1, 0, 0], [0, 1], [1, 2]))


def contact():
    """d/dx and d/dy + x d/dz: dz - x dy annihilates both, but not their bracket, so that this proves nothing."""
    return certificate("exactly", 1, 3, {"fields": [[[1, [["1", []]]]], [[2, [["1", []]]], [3, [["1", [1]]]]]]}, "fields",
                       laws=[integrable([[2, [["-1", [1]]]], [3, [["1", []]]]])], lawRank=law_rank([1, 0, 0], [3]), words=[0, 1],
                       bracketRank=bracket_rank([1, 0, 0], [0, 1], [1, 2]))


def at_least():
    whole = linear_2_2_2()
    return certificate("at-least", 2, 8, {"phi": whole["model"]["phi"]}, laws=whole["laws"][:2],
                       lawRank=law_rank([1, 3, 1, 2, 1, 2, 2, 2], [1, 2]))


def monomials():
    """x^2 / y and the constant 1."""
    return certificate("monomial", 1, 2, {"monomials": [[], [[1, "2"], [2, "-1"]]]}, kernel=[[[1, "1"], [2, "2"]]],
                       kernelRank={"modulus": "6", "pivots": [1]}, exponentRank={"modulus": "2", "rows": [1], "pivots": [2]})


def graph():
    """Two hidden units with the same weight in front: the products are x1 x2 and x1 x3."""
    return certificate("monomial", 1, 3, {"graph": {"vertices": 2, "edges": [[0, 1, 1], [0, 2, 1], [1, 0, 2], [2, 0, 3]]}},
                       kernel=[[[1, "1"], [2, "-1"], [3, "-1"]]], kernelRank={"modulus": PRIME, "pivots": [3]},
                       exponentRank={"modulus": PRIME, "rows": [[0, 2], [1, 3]], "pivots": [1, 2]})


def layers():
    sizes = [{"units": 2, "bias": False}, {"units": 3, "bias": True}, {"units": 4, "bias": False}, {"units": 2, "bias": True}]
    return certificate("monomial", 7, 9 + 12 + 10, {"layers": sizes})


POSITIVE = [linear_2_2_2, product, affine, relu_neuron, rotations, ratio, plane, two_points, engel, at_least, monomials, graph, layers]


# --- Asking the checker. ---


def judge(data):
    if not isinstance(data, (bytes, str)):
        data = json.dumps(data)
    return claws_check.verdict(io.BytesIO(data.encode("utf-8") if isinstance(data, str) else data))


def changed(make, path, value, fresh_hash=True):
    """The certificate with the value at the path replaced; with the value REMOVE, removed."""
    result = copy.deepcopy(make())
    place = result
    for step in path[:-1]:
        place = place[step]
    if value is REMOVE:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return with_hash(result) if fresh_hash and "model" in result else result


REMOVE = object()
FIELD = ("model", "fields", 0)
PHI = ("model", "phi", 0)
EDGES = ("model", "graph", "edges")
NAMES = ("model", "names")

# For each rule: a good certificate, the place that is changed, the new value, and a part of the reason.
BROKEN = [
    # members and their types
    (product, ("extra",), 1, "does not belong"),
    (product, ("kernel",), [], "does not belong"),
    (at_least, ("words",), [], "does not belong"),
    (engel, ("laws",), [], "does not belong"),
    (layers, ("kernel",), [], "does not belong"),
    (layers, NAMES, [], "does not belong"),
    (product, ("model", "extra"), 1, "does not belong"),
    (product, ("lawRank", "words"), [], "does not belong"),
    (product, ("bracketRank", "extra"), [], "does not belong"),
    (product, ("lawRank", "point", "extra"), "1", "does not belong"),
    (product, ("laws", 0, "extra"), "1", "does not belong"),
    (monomials, ("kernelRank", "rows"), [], "does not belong"),
    (monomials, ("exponentRank", "extra"), [], "does not belong"),
    (graph, ("model", "graph", "extra"), 0, "does not belong"),
    (layers, ("model", "layers", 0, "extra"), 0, "does not belong"),
    *((product, (name,), REMOVE, "missing", False) for name in product() if name not in ("kind", "model")),
    *((monomials, (name,), REMOVE, "missing") for name in ("kernel", "kernelRank", "exponentRank")),
    (product, ("kind",), REMOVE, "kind: not"),
    (product, ("model",), REMOVE, "missing"),
    (product, NAMES, REMOVE, "missing"),
    (product, ("model", "dimension"), REMOVE, "missing"),
    (product, ("laws", 0, "class"), REMOVE, "class is not one of"),
    (contact, ("seed",), "2", "does not annihilate the bracket of generator 0 with word 1"),
    (ratio, ("laws", 0, "form", 0, 1, 0, 0), "1", "law 0 is not constant along generator 0"),
    (ratio, ("laws", 0, "form", 0, 1), [], "an entry is zero"),
    (ratio, ("laws", 0, "form", 1, 0), 1, "not in strictly ascending order"),
    (ratio, ("laws", 0, "polynomial"), [], "does not belong"),
    (ratio, ("laws", 0, "class"), "closed", "denominator is missing"),
    (ratio, ("bracketRank", "point", "numerators", 0), "3", "the point is that of lawRank"),
    (ratio, ("words",), [0, 0], None),
    (product, ("bracketRank", "words"), REMOVE, "missing"),
    (product, ("format",), "claws-certificate/2", "format: not"),
    (product, ("kind",), "exact", "kind: not"),
    (product, ("kind",), ["exactly"], "kind: not"),
    (product, ("scope",), "net", "scope: not"),
    (product, ("program",), 1, "not a string"),
    (product, ("seed",), 7, "not a string"),
    (product, ("source",), None, "not a string"),
    (product, ("source",), "\ud800", "surrogate"),
    (product, ("laws",), {}, "not a list"),
    (product, ("lawRank",), [], "not an object"),
    (product, ("laws", 0), [], "class is not one of"),
    # the hash
    (product, ("modelHash",), "0" * 64, "modelHash", False),
    (product, ("modelHash",), product()["modelHash"].upper(), "modelHash", False),
    (product, (*NAMES, 0), "other", "modelHash", False),
    # the count
    (product, ("count",), 3, "not in 0..2"),
    (product, ("count",), True, "a number is missing"),
    (product, ("count",), "1", "a number is missing"),
    (product, ("count",), 0, "laws: 1 entries where 0"),
    (product, ("count",), 2, "laws: 1 entries where 2"),
    (engel, ("count",), 1, "4 entries where 3"),
    (layers, ("count",), 6, "7 hidden units"),
    # the model
    (product, ("model",), [], "not exactly one of"),
    (product, PHI[:2], REMOVE, "not exactly one of"),
    (product, ("model", "fields"), [], "not exactly one of"),
    (product, ("model", "dimension"), 0, "dimension"),
    (product, ("model", "dimension"), True, "dimension"),
    (layers, ("model", "dimension"), 100_000_001, "dimension: the number"),
    (product, NAMES, ["x"], "names: 1 entries"),
    (product, NAMES, ["x", "x"], "occurs twice"),
    *((product, NAMES, ["y", name], "form of a name") for name in
      ("1x", "x''", "x[1", "x[]", "x[1,]", "x\n", "x[\u0661]", "\u03b8", "", 1)),
    (product, ("kind",), "monomial", "does not belong"),
    (monomials, ("scope",), "fields", "does not go with the scope"),
    (product, ("scope",), "fields", "does not go with the scope"),
    (layers, ("scope",), "fields", "does not go with the scope"),
    (layers, ("kind",), "exactly", "does not go with the kind"),
    # polynomials
    (product, (*PHI, 0), ["1"], "1 entries where 2"),
    (product, (*PHI, 0), ["0", [1, 2]], "coefficient is zero"),
    (product, (*PHI, 0), ["1", [2, 1]], "ascending order"),
    (product, (*PHI, 0), ["1", [1, 3]], "not in 1..2"),
    (product, (*PHI, 0), ["1", [0, 1]], "not in 1..2"),
    (product, (*PHI, 0), ["1", [True, 2]], "a number is missing"),
    (product, (*PHI, 0), ["1", "12"], "not a list"),
    (product, (*PHI, 0), [1, [1, 2]], "not an integer written as a string"),
    (product, PHI, [["1", [1]], ["1", [1, 1]]], "strictly ascending"),
    (product, PHI, [["1", []], ["1", [1]]], "strictly ascending"),
    (product, PHI, [["1", [2]], ["1", [1]]], "strictly ascending"),
    (product, PHI, [["1", [1]], ["1", [1]]], "strictly ascending"),
    *((product, (*PHI, 0), [text, [1, 2]], "not an integer written as a string")
      for text in ("01", "-0", "+1", "1.0", "1e3", "", " 1", "1 ", "1\n", "1_0", "\u0661", "\uff11", "0x1", "-", "--1", None)),
    (product, (*PHI, 0), ["-1" + "0" * 10_000, [1, 2]], "more than 10000 digits"),
    # vector fields
    (rotations, FIELD, [[2, [["1", [1]]]], [1, [["-1", [2]]]]], "strictly ascending"),
    (rotations, FIELD, [[1, [["1", [1]]]], [1, [["-1", [2]]]]], "strictly ascending"),
    (rotations, FIELD, [[1, []]], "an entry is zero"),
    (rotations, FIELD, [[4, [["1", [1]]]]], "not in 1..3"),
    (rotations, FIELD, [[1, [["1", [1]]], 3]], "3 entries where 2"),
    (rotations, FIELD, {}, "not a list"),
    # laws
    (product, ("laws", 0, "class"), "rational", "does not belong"),
    (product, ("laws", 0, "polynomial", 1, 0), "-2", "law 0 is not constant along generator 0"),
    (product, ("laws", 0, "polynomial"), [["1", [2, 2]]], "not constant"),
    (linear_2_2_2, ("laws", 1, "polynomial", 3, 0), "1", "law 1 is not constant"),
    (two_points, ("laws", 0, "polynomial"), [["1", [1]], ["1", [2]]], "not constant"),
    (product, ("laws", 0, "polynomial"), [], "lawRank: elimination"),
    (linear_2_2_2, ("laws", 1), linear_2_2_2()["laws"][0], "lawRank: elimination"),
    (product, ("lawRank", "point", "numerators", 1), "0", "lawRank: elimination"),
    # points, moduli and pivots
    *((product, ("lawRank", "point", "denominator"), text, "denominator is not positive") for text in ("0", "-2")),
    (product, ("lawRank", "point", "denominator"), PRIME, "not a unit"),
    (product, ("bracketRank", "point", "denominator"), "2000006", "not a unit"),
    (product, ("lawRank", "point", "numerators"), ["1"], "1 entries where 2"),
    (product, ("lawRank", "point", "numerators"), ["1", 6], "not an integer written as a string"),
    *((product, ("lawRank", "modulus"), text, "modulus") for text in ("1", "0", "-7", "2147483648")),
    (product, ("lawRank", "modulus"), 7, "not an integer written as a string"),
    (product, ("lawRank", "pivots"), [0], "not in 1..2"),
    (product, ("lawRank", "pivots"), [3], "not in 1..2"),
    (product, ("lawRank", "pivots"), [True], "a number is missing"),
    (product, ("lawRank", "pivots"), [1, 2], "2 entries where 1"),
    (linear_2_2_2, ("lawRank", "pivots"), [1, 2, 2], "occurs twice"),
    (linear_2_2_2, ("lawRank", "pivots"), [3, 2, 4], None),
    (linear_2_2_2, ("lawRank", "pivots"), [4, 2, 3], "lawRank: elimination"),
    # words
    (engel, ("words", 2), [0, 2], "not in 0..1"),
    (engel, ("words", 2), [2, 0], "not in 0..1"),
    (engel, ("words", 2), [0, 1, 1], "3 entries where 2"),
    (engel, ("words", 2), [0, False], "a number is missing"),
    (engel, ("words", 2), "01", "a number is missing"),
    (engel, ("words", 0), 2, "not in 0..1"),
    (engel, ("words", 0), [0, 0], "not in 0..-1"),
    (engel, ("words", 3), [2, 2], "bracketRank: elimination"),
    (engel, ("words",), [0, 1, [0, 1], [0, 2]] + [[0, k] for k in range(3, 22)], "deeper than 20"),
    (engel, ("words",), [0, 1, [0, 1], [0, 2]] + [[0, k] for k in range(3, 21)], None),
    (engel, ("bracketRank", "words"), [0, 1, 2], "3 entries where 4"),
    (engel, ("bracketRank", "words"), [0, 1, 2, 4], "not in 0..3"),
    (engel, ("bracketRank", "words"), [0, 1, 2, 2], "bracketRank: elimination"),
    (engel, ("bracketRank", "pivots"), [1, 2, 3, 3], "occurs twice"),
    (engel, ("bracketRank", "modulus"), "2", "bracketRank: elimination"),
    (engel, ("bracketRank", "modulus"), "10", "bracketRank: elimination"),
    (two_points, ("bracketRank", "point", "numerators", 0), "0", "bracketRank: elimination"),
    # monomials
    (monomials, ("model", "monomials", 1, 0), [1, "0"], "an entry is zero"),
    (monomials, ("model", "monomials", 1, 0), [2, "2"], "strictly ascending"),
    (monomials, ("model", "monomials", 1, 0), [1, 2], "not an integer written as a string"),
    (monomials, ("model", "monomials", 1, 0), [1, "3"], "vector 0 is not in the kernel"),
    (monomials, ("kernel", 0, 1, 1), "1", "vector 0 is not in the kernel"),
    (monomials, ("kernel", 0, 1, 1), "0", "an entry is zero"),
    (monomials, ("kernel", 0, 1, 0), 1, "strictly ascending"),
    (monomials, ("kernel",), [], "0 entries where 1"),
    (monomials, ("kernel", 0), [], "kernelRank: elimination"),
    (monomials, ("kernelRank", "pivots"), [2], "kernelRank: elimination"),
    (monomials, ("kernelRank", "modulus"), "1", "modulus"),
    (monomials, ("exponentRank", "rows"), [0], "exponentRank: elimination"),
    (monomials, ("exponentRank", "rows"), [2], "not in 0..1"),
    (monomials, ("exponentRank", "rows"), [[1]], "a number is missing"),
    (monomials, ("exponentRank", "rows"), [], "0 entries where 1"),
    (monomials, ("exponentRank", "pivots"), [1], "exponentRank: elimination"),
    # graphs
    (graph, ("model", "graph", "vertices"), 1, "not in 0..1"),
    (graph, (*EDGES, 0), [0, 1], "2 entries where 3"),
    (graph, (*EDGES, 0), [0, 1, 4], "not in 1..3"),
    (graph, (*EDGES, 0), [0, 1, 0], "not in 1..3"),
    (graph, (*EDGES, 3), [2, 1, 3], "back"),
    (graph, (*EDGES, 3), [2, 2, 3], "back"),
    (graph, EDGES, [[0, 1, 1], [0, 2, 1], [2, 0, 3], [1, 0, 2]], "ascending order of their starts"),
    (graph, (*EDGES, 1), [0, 1, 1], "no edge leads"),
    (graph, (*EDGES, 1), [0, 2, 2], "vector 0 is not in the kernel"),
    (graph, (*EDGES, 3), [2, 0, 1], "vector 0 is not in the kernel"),
    (graph, ("kernel", 0, 2, 1), "1", "vector 0 is not in the kernel"),
    *((graph, ("exponentRank", "rows", 0), row, "not a path") for row in ([], [0], [2], [0, 3], [0, 2, 1], [0, 2, 1, 3])),
    (graph, ("exponentRank", "rows", 0), [0, 4], "not in 0..3"),
    (graph, ("exponentRank", "rows", 0), 0, "not a list"),
    (graph, ("exponentRank", "rows", 0), [1, 3], "exponentRank: elimination"),
    # layers
    (layers, ("model", "layers"), [{"units": 2, "bias": False}], "no dense layer"),
    (layers, ("model", "layers", 0, "bias"), True, "input has no bias"),
    (layers, ("model", "layers", 1, "bias"), 1, "true or false"),
    (layers, ("model", "layers", 1, "units"), 0, "not in 1.."),
    (layers, ("model", "layers", 1, "units"), 4, "parameters"),
    (layers, ("model", "dimension"), 30, "parameters"),
]

TEXT = json.dumps(product())
BROKEN_TEXT = [
    ("", "not JSON"), ("[]", "not an object"), ("null", "not an object"), ("{}", "kind"),
    (TEXT + "x", "not JSON"), (TEXT + "{}", "not JSON"),
    ("\ufeff" + TEXT, "not JSON"), (TEXT.encode("utf-16"), "not UTF-8"), (b'{"\xff": 1}', "not UTF-8"), (b"\xed\xa0\x80", "not UTF-8"),
    (TEXT.replace('"count": 1', '"count": 1, "count": 1'), "occurs twice"),
    (TEXT.replace('"class"', '"class": "polynomial", "class"'), "occurs twice"),
    *((TEXT.replace('"count": 1', f'"count": {number}'), "the number") for number in
      ("1.0", "1e0", "1E400", "-0", "-1", "NaN", "Infinity", "-Infinity", "2147483648", "1" + "0" * 5000, "1.5e999999999")),
    *((TEXT.replace('"count": 1', f'"count": {number}'), "not JSON") for number in
      ("01", "+1", "1_0", "\u0661", "0x1", "'1'", "1 1", ".5")),
    (TEXT.replace("test 1", "test\t1"), "not JSON"), (TEXT.replace("test 1", "\\ud800"), "surrogate"),
    (TEXT.replace("{", '{"\\ud800": 1, ', 1), "does not belong"),
    ("[" * 1_000_000, "nested too deeply"), ('{"a":' * 1_000_000, "nested too deeply"),
    (TEXT.replace('"seed": "7"', '"seed": ' + "[" * 900 + "]" * 900), "not a string"),
]


class Verdicts(unittest.TestCase):
    def test_accepts_every_kind_and_form_of_model(self):
        for make in POSITIVE:
            with self.subTest(make.__name__):
                accepted, line = judge(make())
                self.assertTrue(accepted, line)
                self.assertTrue(line.startswith("accepted: "), line)

    def test_says_what_is_proved(self):
        for make, statement in [
            (linear_2_2_2, "exactly 3 laws near the point of lawRank and on a dense open set, in 8 variables (scope phi)"),
            (engel, "at most 0 laws near every point, in 4 variables (scope fields)"),
            (at_least, "at least 2 laws near the point of lawRank, in 8 variables (scope phi)"),
            (monomials, "exactly 1 law near every point without zero coordinates, in 2 variables (scope phi)"),
        ]:
            self.assertEqual(judge(make()), (True, "accepted: " + statement))

    def test_refuses_every_broken_rule(self):
        for make, path, value, reason, *fresh_hash in BROKEN:
            with self.subTest(make.__name__, path=path, value=str(value)[:60]):
                accepted, line = judge(changed(make, path, value, *fresh_hash))
                self.assertEqual(accepted, reason is None, line)
                self.assertIn(reason or "accepted: ", line)
                self.assertEqual(len(line.splitlines()), 1)

    def test_refuses_every_other_text(self):
        for text, reason in BROKEN_TEXT:
            with self.subTest(text[:60], reason=reason):
                accepted, line = judge(text)
                self.assertFalse(accepted)
                self.assertIn(reason, line)

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

    def test_large_integers_are_read(self):
        large = "1" + "0" * 9_999
        accepted, line = judge(changed(product, ("laws", 0, "polynomial"), [["-" + large, [1, 1]], [large, [2, 2]]]))
        self.assertTrue(accepted, line)

    def test_a_model_without_generators_keeps_every_function(self):
        everything = certificate("exactly", 1, 1, {"phi": [[]]}, laws=laws([["1", [1]]]), lawRank=law_rank([0], [1]),
                                 words=[], bracketRank=bracket_rank([0], [], []))
        self.assertTrue(judge(everything)[0])


class BoundedWork(unittest.TestCase):
    def refuses(self, value):
        accepted, line = judge(value)
        self.assertFalse(accepted)
        self.assertIn("limit of 200000000 elementary steps", line)

    def test_deep_brackets(self):
        words = [0, 1] + [[k, k + 1] for k in range(20)]
        rank = bracket_rank([5, 0, 0, 0], [0, 1, 2, 21], [1, 2, 3, 4])
        self.refuses({**engel(), "words": words, "bracketRank": rank})

    def test_long_products(self):
        many = 6_000
        variables = list(range(1, many + 1))
        rank = bracket_rank([1] * many, [], [])
        self.refuses(certificate("at-most", many, many, {"phi": [[["1", variables]]]}, words=[], bracketRank=rank))

    def test_high_powers(self):
        self.refuses(changed(two_points, (*FIELD, 0, 1), [["1", [1] * 200_000]]))

    def test_large_matrices(self):
        size = 15_000
        whole = {"monomials": [[[k, "1"]] for k in range(1, size + 1)]}
        self.refuses(certificate("monomial", 0, size, whole, kernel=[], kernelRank={"modulus": "7", "pivots": []},
                                 exponentRank={"modulus": "7", "rows": list(range(size)), "pivots": list(range(1, size + 1))}))

    def test_products_of_large_laws_and_fields(self):
        dense = [["1", [v, w]] for v in range(2, 200) for w in range(v, 200)]
        law = [["1", [1] + variables] for _, variables in dense]
        self.refuses(certificate("at-least", 1, 200, {"fields": [[[1, dense]]]}, "fields", laws=laws(law),
                                 lawRank=law_rank([1] * 200, [1])))

    def test_elimination(self):
        size, chance = 30, random.Random(1)
        budget = claws_check.Budget()
        rows = [[chance.randrange(1, 10**6) for _ in range(size)] for _ in range(size)]
        claws_check.check_elimination(rows, 1000003, budget, "here")
        self.assertGreater(claws_check.STEP_LIMIT - budget.left, size**3 // 4)

    def test_endless_files(self):
        class Endless(io.RawIOBase):
            def read(self, size):
                return b" " * size

        accepted, line = claws_check.verdict(Endless())
        self.assertFalse(accepted)
        self.assertIn("limit of 200000000 elementary steps", line)


class Brackets(unittest.TestCase):
    """Values of nested brackets against brackets that are expanded."""

    @staticmethod
    def expanded(left, right, dimension):
        def multiply_into(result, sign, terms, others):
            for c, m in terms:
                for d, n in others:
                    name = tuple(sorted(m + n))
                    result[name] = result.get(name, 0) + sign * c * d

        def partial(terms, k):
            return [(c * m.count(k), tuple(m[:m.index(k)] + m[m.index(k) + 1:])) for c, m in terms if k in m]

        bracket = {}
        for i in range(1, dimension + 1):
            result = {}
            for k in range(1, dimension + 1):
                multiply_into(result, 1, partial(left.get(i, []), k), right.get(k, []))
                multiply_into(result, -1, partial(right.get(i, []), k), left.get(k, []))
            bracket[i] = [(c, m) for m, c in result.items() if c]
        return bracket

    def test_agree_with_expansion(self):
        chance = random.Random(5)
        for _ in range(60):
            dimension, modulus = 3, chance.choice([2, 4, 7, 12, 101, 2**31 - 1])
            fields = [{k: [(chance.randint(-3, 3), tuple(sorted(chance.choices([1, 2, 3], k=chance.randint(0, 3))))) for _ in range(2)]
                       for k in range(1, 4)} for _ in range(2)]
            words = [0, 1, (0, 1), (0, 2), (2, 1), (3, 4), (5, 0)]
            symbolic = fields[:]
            for a, b in words[2:]:
                symbolic.append(self.expanded(symbolic[a], symbolic[b], dimension))
            point = [0] + [chance.randrange(modulus) for _ in range(dimension)]
            brackets = claws_check.Brackets(fields, words, point, claws_check.Budget())
            for word, field in enumerate(symbolic):
                expected = {k: claws_check.evaluate(field.get(k, []), point, modulus) for k in range(1, 4)}
                self.assertEqual(brackets.value(word, point, modulus), {k: v for k, v in expected.items() if v}, words[word])


class CommandLine(unittest.TestCase):
    def run_checker(self, *arguments, stdin=b""):
        done = subprocess.run([sys.executable, str(CHECKER), *arguments], input=stdin, capture_output=True, timeout=100)
        self.assertNotIn(b"Traceback", done.stderr)
        return done.returncode, done.stdout.decode("utf-8").splitlines()

    def test_exit_status_and_lines(self):
        with tempfile.TemporaryDirectory() as folder:
            good, bad, missing = (str(pathlib.Path(folder, name)) for name in ("good.json", "bad.json", "missing.json"))
            pathlib.Path(good).write_text(TEXT)
            pathlib.Path(bad).write_text(TEXT.replace('"count": 1', '"count": 2'))
            status, lines = self.run_checker(good)
            self.assertEqual((status, lines[0][:22], len(lines)), (0, "accepted: exactly 1 la", 1))
            status, lines = self.run_checker(bad)
            self.assertEqual((status, lines[0][:9], len(lines)), (3, "refused: ", 1))
            status, lines = self.run_checker(good, bad)
            self.assertEqual(status, 3)
            self.assertTrue(lines[0].startswith(good + ": accepted: ") and lines[1].startswith(bad + ": refused: "))
            status, lines = self.run_checker(missing, good, bad)
            self.assertEqual((status, len(lines)), (2, 2))
            self.assertEqual(self.run_checker(folder)[0], 2)

    def test_standard_input(self):
        self.assertEqual(self.run_checker("-", stdin=TEXT.encode())[0], 0)
        self.assertEqual(self.run_checker("-", stdin=b'{"\\ud800":' * 100_000)[0], 3)

    def test_wrong_usage(self):
        self.assertEqual(self.run_checker(), (2, []))
        self.assertEqual(self.run_checker("--wrong"), (2, []))


if __name__ == "__main__":
    unittest.main()
