"""Certificates about networks themselves: derivatives against a slow forward mode, hand-made certificates, a refusal for every rule."""
import copy
import functools
import random
import unittest
from fractions import Fraction

from test_claws_check import PRIME, REMOVE, bracket_rank, certificate, changed, claws_check, judge, law_rank, laws


# --- Writing networks. ---


def dense(units, activation="linear", bias=False):
    return {"kind": "dense", "units": units, "activation": activation, "bias": bias}


def conv(channels, *kernel, stride=1, padding=0, activation="linear", bias=False):
    return {"kind": "conv", "channels": channels, "kernel": list(kernel), "stride": stride, "padding": padding, "activation": activation, "bias": bias}


def residual(*layers):
    return {"kind": "residual", "layers": list(layers)}


def network(shape, layers, point, inputs, rows, pivots, denominator=1, modulus=PRIME):
    return {"input": shape, "layers": layers, **law_rank(point, pivots, denominator, modulus), "inputs": [[str(n) for n in x] for x in inputs], "rows": rows}


# --- The network with dual numbers over Q: windows are cut out of padded lists, one parameter varies at a time. ---


class Dual:
    def __init__(self, value, slope=0):
        self.value, self.slope = Fraction(value), Fraction(slope)

    def __add__(self, other):
        return Dual(self.value + other.value, self.slope + other.slope)

    def __mul__(self, other):
        return Dual(self.value * other.value, self.value * other.slope + self.slope * other.value)


def total(items):
    result = Dual(0)
    for item in items:
        result = result + item
    return result


def activate(name, unit):
    if name == "linear":
        return unit
    if name != "square" and unit.value == 0:
        raise ZeroDivisionError
    if name != "square" and unit.value < 0:
        return Dual(0)
    result = unit
    for _ in range(1, 2 if name == "square" else int(name[5:] or 1)):
        result = result * unit
    return result


def windows(line, zero, taps, stride, padding):
    """The lists of taps entries that the outputs read, for one dimension."""
    if padding == "circular":
        return [[line[(start + tap) % len(line)] for tap in range(taps)] for start in range(0, len(line), stride)]
    if padding == "same":
        padded = [zero] * ((taps - 1) // 2) + line + [zero] * taps
        return [padded[start:start + taps] for start in range(0, len(line), stride)]
    padded = [zero] * padding + line + [zero] * padding
    return [padded[start:start + taps] for start in range(0, len(padded) - taps + 1, stride)]


def forward(layers, signal, parameters):
    """The signal is a list of channels, of lists of rows, of lists of entries; parameters are taken from the front of the list."""
    for layer in layers:
        if layer["kind"] == "residual":
            inner = forward(layer["layers"], signal, parameters)
            signal = [[[a + b for a, b in zip(r, s)] for r, s in zip(c, d)] for c, d in zip(signal, inner)]
            continue
        if layer["kind"] == "dense":
            flat = [entry for channel in signal for row in channel for entry in row]
            channels, height, width, patches = layer["units"], 1, 1, [[flat]]
        else:
            taps = layer["kernel"]
            down, right, channels = taps[0] if len(taps) == 2 else 1, taps[-1], layer["channels"]
            cut = []
            for channel in signal:
                zeros = [Dual(0)] * len(channel[0])
                bands = windows(channel, zeros, down, layer["stride"], layer["padding"]) if len(taps) == 2 else [[channel[0]]]
                cut.append([[[e for row in square for e in row] for square in
                             zip(*(windows(row, Dual(0), right, layer["stride"], layer["padding"]) for row in band))] for band in bands])
            height, width = len(cut[0]), len(cut[0][0])
            patches = [[[e for one in cut for e in one[y][x]] for x in range(width)] for y in range(height)]
        length = len(patches[0][0])
        weights = [[parameters.pop(0) for _ in range(length)] for _ in range(channels)]
        biases = [parameters.pop(0) if layer["bias"] else Dual(0) for _ in range(channels)]
        signal = [[[activate(layer["activation"], total(w * e for w, e in zip(row, patches[y][x])) + bias) for x in range(width)]
                   for y in range(height)] for row, bias in zip(weights, biases)]
    return signal


def derivatives(shape, layers, point, x):
    """For each output the derivatives by all parameters."""
    height, width = (shape[1], shape[2]) if len(shape) == 3 else (1, shape[1]) if len(shape) == 2 else (1, 1)
    entries = iter(x)
    signal = [[[Dual(next(entries)) for _ in range(width)] for _ in range(height)] for _ in range(shape[0])]
    columns = []
    for k in range(len(point)):
        parameters = [Dual(value, i == k) for i, value in enumerate(point)]
        outputs = forward(layers, signal, parameters)
        assert not parameters
        columns.append([entry.slope for channel in outputs for row in channel for entry in row])
    return [list(row) for row in zip(*columns)]


def evidence(shape, layers, numerators, inputs, denominator=1, modulus=PRIME):
    """The member `network` with as many independent rows as there are."""
    p, rows, pivots, reduced = int(modulus), [], [], []
    point = [Fraction(n, denominator) for n in numerators]
    for i, x in enumerate(inputs):
        try:
            outputs = derivatives(shape, layers, point, x)
        except ZeroDivisionError:  # a gate on its threshold
            continue
        for o, row in enumerate(outputs):
            row = [entry.numerator * pow(entry.denominator, -1, p) % p for entry in row]
            for k, other in zip(pivots, reduced):
                factor = row[k - 1] * pow(other[k - 1], -1, p)
                row = [(a - factor * b) % p for a, b in zip(row, other)]
            if any(row):
                rows.append([i, o])
                pivots.append(next(k for k, entry in enumerate(row, 1) if entry))
                reduced.append(row)
    return network(shape, layers, numerators, inputs, rows, pivots, denominator, modulus)


# --- Certificates. ---


@functools.cache
def chain():
    """1 -> 1 -> 1, linear: the product of the weights."""
    return certificate("exactly", 1, 2, {"phi": [[["1", [1, 2]]]]}, "network", laws=laws([["1", [1, 1]], ["-1", [2, 2]]]),
                       lawRank=law_rank([1, 6], [2], 2), words=[0], bracketRank=bracket_rank([1, 6], [0], [1], 2),
                       network=network([1], [dense(1), dense(1)], [1, 6], [[5]], [[0, 0]], [1], 2))


@functools.cache
def linear_2_2_1():
    """v (U x): 3 laws U U^T - v^T v and 3 = D - N independent brackets, but only two functions, hence two rows."""
    point = [1, 2, 3, 5, 7, 11]
    return certificate("exactly", 3, 6, {"phi": [[["1", [1, 5]], ["1", [3, 6]]], [["1", [2, 5]], ["1", [4, 6]]]]}, "network",
                       laws=laws([["1", [1, 1]], ["1", [2, 2]], ["-1", [5, 5]]], [["1", [1, 3]], ["1", [2, 4]], ["-1", [5, 6]]],
                                 [["1", [3, 3]], ["1", [4, 4]], ["-1", [6, 6]]]),
                       lawRank=law_rank(point, [1, 2, 3]), words=[0, 1, [0, 1]], bracketRank=bracket_rank(point, [0, 1, 2], [1, 2, 3]),
                       network=network([2], [dense(2), dense(1)], point, [[1, 0], [0, 1]], [[0, 0], [1, 0]], [1, 2]))


GATED, GATED_POINT, GATED_INPUTS = [dense(2, "relu", True), dense(1, bias=True)], [1, 1, 1, -1, 1, 1, 2, 3, 5], \
    [[3, 1], [1, 3], [2, 1], [1, 4], [-3, -9], [-2, -7], [-5, -3], [-3, -1]]


@functools.cache
def gated_layers():
    """2 -> 2 -> 1 with gates and biases; the second unit is dead at some inputs. Rank 7 = D - N."""
    sizes = [{"units": 2, "bias": False}, {"units": 2, "bias": True}, {"units": 1, "bias": True}]
    return certificate("monomial", 2, 9, {"layers": sizes}, "network", network=evidence([2], GATED, GATED_POINT, GATED_INPUTS))


@functools.cache
def gated_phi():
    """The same by its products along paths, at a half of the point."""
    paths = [[1, 7], [2, 7], [3, 8], [4, 8], [5, 7], [6, 8], [9]]
    return certificate("exactly", 2, 9, {"phi": [[["1", path]] for path in paths]}, "network",
                       laws=laws(*([["1", [a, a]], ["1", [a + 1, a + 1]], ["1", [b, b]], ["-1", [v, v]]] for a, b, v in ((1, 5, 7), (3, 6, 8)))),
                       lawRank=law_rank(GATED_POINT, [1, 3], 2), words=list(range(7)),
                       bracketRank=bracket_rank(GATED_POINT, [0, 1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 9]),
                       network=evidence([2], GATED, GATED_POINT, GATED_INPUTS, 2))


@functools.cache
def squares():
    """v (u1 x1 + u2 x2)^2: two of its three coefficients span the exponents of all; the law is u^2 - 2 v^2."""
    return certificate("monomial", 1, 3, {"monomials": [[[1, "2"], [3, "1"]], [[1, "1"], [2, "1"], [3, "1"]]]}, "network",
                       kernel=[[[1, "1"], [2, "1"], [3, "-2"]]], kernelRank={"modulus": PRIME, "pivots": [1]},
                       exponentRank={"modulus": PRIME, "rows": [0, 1], "pivots": [1, 2]},
                       network=evidence([2], [dense(1, "square"), dense(1)], [1, 2, 3], [[1, 0], [1, 1]]))


@functools.cache
def convolution():
    """Two gates share the taps w1, w2: outputs v1 [w1 x1 + w2 x2] + v2 [w1 x2 + w2 x3]; the law is w^2 - v^2."""
    graph = {"vertices": 2, "edges": [[0, 1, 1], [0, 1, 2], [0, 2, 1], [0, 2, 2], [1, 0, 3], [2, 0, 4]]}
    return certificate("monomial", 1, 4, {"graph": graph}, "network", kernel=[[[1, "1"], [2, "1"], [3, "-1"], [4, "-1"]]],
                       kernelRank={"modulus": PRIME, "pivots": [1]},
                       exponentRank={"modulus": PRIME, "rows": [[0, 4], [1, 4], [3, 5]], "pivots": [3, 2, 4]},
                       network=evidence([1, 3], [conv(1, 2, activation="relu"), dense(1)], [1, -2, 3, 5],
                                        [[3, 1, 0], [9, 2, 3], [1, 3, 1], [1, 9, 2]]))


def any_map(shape, layers, numerators, inputs, denominator=1):
    """A certificate with an arbitrary map of the right rank: the checkers cannot know which map belongs to the network."""
    member, dimension = evidence(shape, layers, numerators, inputs, denominator), len(numerators)
    rank = len(member["rows"])
    return certificate("monomial", dimension - rank, dimension, {"monomials": [[[k, "1"]] for k in range(1, rank + 1)]}, "network",
                       kernel=[[[k, "1"]] for k in range(rank + 1, dimension + 1)],
                       kernelRank={"modulus": "2", "pivots": list(range(rank + 1, dimension + 1))},
                       exponentRank={"modulus": "2", "rows": list(range(rank)), "pivots": list(range(1, rank + 1))}, network=member)


def no_gradient():
    """A map that is constant: every function is a law, and no row is needed."""
    return certificate("exactly", 1, 1, {"phi": [[]]}, "network", laws=laws([["1", [1]]]), lawRank=law_rank([1], [1]),
                       words=[], bracketRank=bracket_rank([1], [], []), network=network([1, 1000], [conv(1, 1, stride=999)], [1], [], [], []))


POSITIVE = [chain, linear_2_2_1, gated_layers, gated_phi, squares, convolution]
ARCHITECTURES = [
    ([2], [dense(2), dense(1)]),
    ([3], [dense(2, "relu", True), dense(2, "square"), dense(2, "relu^3", True)]),
    ([1, 5], [conv(2, 3), dense(1)]),
    ([1, 4], [conv(1, 2, padding=1), dense(2, bias=True)]),
    ([2, 5], [conv(2, 3, padding=2, stride=2, activation="relu", bias=True), dense(1)]),
    ([1, 4], [conv(2, 2, padding="same", activation="square"), conv(1, 3, padding="same", stride=3)]),
    ([2, 3], [conv(1, 4, padding="same", bias=True), dense(1)]),
    ([1, 4], [conv(1, 3, padding="circular", activation="relu^2"), dense(1)]),
    ([1, 5], [conv(2, 2, padding="circular", stride=2, bias=True)]),
    ([1, 2], [conv(1, 5, padding="circular"), dense(1)]),
    ([2, 3, 4], [conv(2, 2, 3, padding=1, stride=2, activation="relu"), dense(1)]),
    ([1, 4, 3], [conv(1, 3, 2, padding="same"), conv(2, 2, 2, padding="circular", stride=2, bias=True)]),
    ([2], [residual(dense(3, "relu", True), dense(2)), dense(1)]),
    ([2], [dense(2, "square"), residual(dense(2, "square"), residual(dense(2, "relu"))), residual(dense(2))]),
    ([1, 3], [residual(conv(1, 2, padding="same", activation="relu"), residual(conv(1, 3, padding=1))), dense(1)]),
]

INPUTS, LAYERS, POINT = ("network", "inputs"), ("network", "layers"), ("network", "point")
BROKEN = [
    # the member and the scope
    (chain, ("network",), REMOVE, "missing"),
    (chain, ("scope",), "phi", "does not belong"),
    (gated_layers, ("network",), REMOVE, "missing"),
    (gated_layers, ("scope",), "phi", "does not belong"),
    *((chain, ("network", name), REMOVE, "missing") for name in chain()["network"]),
    (chain, ("network", "extra"), 1, "does not belong"),
    (chain, ("network",), [], "not an object"),
    # the point
    (chain, (*POINT, "numerators"), ["1", "7"], "point is not that of lawRank"),
    (chain, POINT, law_rank([2, 12], [], 4)["point"], "point is not that of lawRank"),
    (chain, ("lawRank", "point", "numerators"), ["2", "6"], "point is not that of lawRank"),
    (chain, ("bracketRank", "point", "numerators"), ["2", "6"], None),
    (gated_layers, (*POINT, "numerators", 8), "0", "coordinate of the point is zero"),
    (gated_layers, (*POINT, "numerators", 8), "7", None),
    (gated_layers, (*POINT, "numerators"), ["1"] * 8, "8 entries where 9"),
    (gated_layers, (*POINT, "denominator"), "0", "not positive"),
    (gated_layers, (*POINT, "denominator"), PRIME, "not a unit"),
    (gated_layers, (*POINT, "extra"), [], "does not belong"),
    # the input and the inputs
    (chain, ("network", "input"), [], "1, 2 or 3 sizes"),
    (chain, ("network", "input"), [1, 1, 1, 1], "1, 2 or 3 sizes"),
    (chain, ("network", "input"), [1, 1], None),
    (chain, ("network", "input"), [0], "not in 1.."),
    (chain, ("network", "input"), 1, "not a list"),
    (chain, ("network", "input"), [2], "more parameters"),
    (chain, ("network", "input"), [10**9], "a signal of more than"),
    (chain, ("network", "input"), [10**9] * 3, "a signal of more than"),
    (chain, INPUTS, [["5", "1"]], "2 entries where 1"),
    (chain, INPUTS, [[5]], "not an integer written as a string"),
    (chain, INPUTS, [], "not in 0..-1"),
    (chain, INPUTS, [["5"], ["0"]], None),
    (chain, INPUTS, [["5"], []], "0 entries where 1"),
    (chain, INPUTS, [["0"]], "network: elimination"),
    (chain, INPUTS, [[PRIME]], "network: elimination"),
    # a gate on the threshold, for an input that a row uses
    (gated_layers, (*INPUTS, 0), ["1", "2"], "pre-activation"),
    (gated_layers, (*INPUTS, 8), ["1", "2"], None),
    (gated_layers, (*LAYERS, 0, "activation"), "relu^2", None),
    (gated_layers, (*LAYERS, 0, "activation"), "linear", "network: elimination"),
    (convolution, (*INPUTS, 0), ["2", "1", "5"], "pre-activation"),
    # rows and pivots
    (linear_2_2_1, ("network", "rows"), [[0, 0]], "1 rows where 3 or 2"),
    (linear_2_2_1, ("network", "rows"), [[0, 0]] * 3, "2 entries where 3"),
    (linear_2_2_1, ("network", "rows"), [[0, 0]] * 2, "network: elimination"),
    (linear_2_2_1, ("network", "rows", 1), [2, 0], "not in 0..1"),
    (linear_2_2_1, ("network", "rows", 1), [1, 1], "not in 0..0"),
    (linear_2_2_1, ("network", "rows", 1), [1], "1 entries where 2"),
    (linear_2_2_1, ("network", "rows", 1), 1, "not a list"),
    (linear_2_2_1, INPUTS, [["1", "2"], ["2", "4"]], "network: elimination"),
    (linear_2_2_1, ("network", "pivots"), [1, 3], "network: elimination"),
    (linear_2_2_1, ("network", "pivots"), [3, 2], None),
    (linear_2_2_1, ("network", "pivots"), [2, 1], "network: elimination"),
    (linear_2_2_1, ("network", "pivots"), [1, 7], "not in 1..6"),
    (linear_2_2_1, ("network", "pivots"), [1, 1], "occurs twice"),
    (linear_2_2_1, ("network", "modulus"), "7", "network: elimination"),
    (linear_2_2_1, ("network", "modulus"), "1", "modulus"),
    (gated_layers, ("network", "rows"), gated_layers()["network"]["rows"][:6], "6 rows where 7"),
    # layers
    (chain, LAYERS, [], "no layers"),
    (chain, LAYERS, {}, "not a list"),
    (chain, LAYERS, [dense(1)], "1 parameters where 2"),
    (chain, LAYERS, [dense(1)] * 3, "more parameters"),
    (chain, LAYERS, [dense(1, bias=True)], None),
    (chain, LAYERS, [residual(residual(dense(1))), dense(1)], None),
    (chain, LAYERS, [residual(), dense(1), dense(1)], "no layers"),
    (chain, LAYERS, [residual(dense(2))], "change the sizes"),
    (chain, (*LAYERS, 0, "units"), 0, "not in 1.."),
    (chain, (*LAYERS, 0, "units"), 10**9, "a signal of more than"),
    (chain, (*LAYERS, 0, "units"), 10**8, "more parameters"),
    (chain, (*LAYERS, 0, "units"), "1", "a number is missing"),
    (chain, (*LAYERS, 0, "bias"), 0, "true or false"),
    (chain, (*LAYERS, 0, "kind"), "attention", "kind: not"),
    (chain, (*LAYERS, 0, "kind"), "conv", "does not belong"),
    (chain, (*LAYERS, 0, "kind"), REMOVE, "kind: not"),
    (chain, (*LAYERS, 0), None, "not an object"),
    (chain, (*LAYERS, 0, "extra"), 1, "does not belong"),
    (chain, (*LAYERS, 0, "layers"), [], "does not belong"),
    *((chain, (*LAYERS, 0, "activation"), name, "not an activation") for name in
      ("tanh", "relu^", "relu^1", "relu^0", "relu^02", "relu^-2", "relu^2 ", "relu^2\u0000", "relu^\u0662", "relu^2147483648", "square^2", "", 1, None)),
    *((chain, (*LAYERS, 0, "activation"), name, None) for name in ("square", "relu", "relu^2", "relu^65535")),
    (convolution, (*LAYERS, 0, "kernel"), [], "0 entries where 1"),
    (convolution, (*LAYERS, 0, "kernel"), [2, 1], "2 entries where 1"),
    (convolution, (*LAYERS, 0, "kernel"), [0], "not in 1.."),
    (convolution, (*LAYERS, 0, "kernel"), 2, "not a list"),
    (convolution, (*LAYERS, 0, "kernel"), [4], "kernel is larger"),
    (convolution, (*LAYERS, 0, "kernel"), [10**9], "kernel is larger"),
    (convolution, (*LAYERS, 0), conv(1, 5, padding=1, stride=3), "more parameters"),
    (convolution, (*LAYERS, 0), conv(1, 6, padding=1, stride=3), "kernel is larger"),
    (convolution, (*LAYERS, 0), conv(10**9, 2), "a signal of more than"),
    (convolution, (*LAYERS, 0), conv(1, 2, padding=10**9), "a signal of more than"),
    (convolution, (*LAYERS, 0), conv(1, 10**9, padding="same"), "more parameters"),
    (convolution, (*LAYERS, 0, "channels"), 0, "not in 1.."),
    (convolution, (*LAYERS, 0, "stride"), 0, "not in 1.."),
    (convolution, (*LAYERS, 0, "stride"), "1", "a number is missing"),
    (convolution, (*LAYERS, 0, "padding"), "zero", "padding: not"),
    (convolution, (*LAYERS, 0, "padding"), True, "a number is missing"),
    (convolution, (*LAYERS, 0, "padding"), 1, "parameters"),
    (convolution, (*LAYERS, 0, "padding"), "circular", "parameters"),
    (convolution, (*LAYERS, 1), conv(1, 1), "1 parameters where 4|3 parameters where 4"),
    (squares, (*LAYERS, 0), conv(1, 1), "no dimensions"),
]


def nested(depth):
    layer = dense(1)
    for _ in range(depth):
        layer = residual(layer)
    return changed(chain, (*LAYERS, 0), layer)


class Verdicts(unittest.TestCase):
    def test_accepts_and_says_what_is_proved(self):
        for make, statement in zip(POSITIVE, ("1 law", "3 laws", "2 laws", "2 laws", "1 law", "1 law")):
            with self.subTest(make.__name__):
                accepted, line = judge(make())
                self.assertTrue(accepted, line)
                dimension = make()["model"]["dimension"]
                self.assertEqual(line, f"accepted: exactly {statement} of the network near the point of network, in {dimension} variables (scope network)")

    def test_refuses_every_broken_rule(self):
        for make, path, value, reason in BROKEN:
            with self.subTest(make.__name__, path=path, value=str(value)[:60]):
                whole = copy.deepcopy(make())
                if path == (*INPUTS, 8):
                    whole["network"]["inputs"].append(None)
                accepted, line = judge(changed(lambda: whole, path, value))
                self.assertEqual(accepted, reason is None, line)
                self.assertTrue(any(part in line for part in (reason or "accepted: ").split("|")), line)

    def test_scope_network_has_two_kinds(self):
        whole = chain()
        for kind, names in (("at-least", ("words", "bracketRank")), ("at-most", ("laws", "lawRank"))):
            other = {**{name: value for name, value in whole.items() if name not in names}, "kind": kind}
            self.assertIn("does not belong", judge(other)[1])
            del other["network"]
            self.assertIn("does not go with the scope network", judge(other)[1])

    def test_fields_have_no_network(self):
        whole = copy.deepcopy(chain())
        whole["model"]["fields"] = [[[1, [["1", [2]]]], [2, [["1", [1]]]]]]
        del whole["model"]["phi"]
        self.assertIn("fields does not go with the scope network", judge(changed(lambda: whole, ("seed",), "1"))[1])

    def test_residual_layers_are_nested_at_most_20_deep(self):
        self.assertTrue(judge(nested(20))[0])
        self.assertIn("nested more than 20 deep", judge(nested(21))[1])

    def test_no_rows_are_needed_for_a_constant(self):
        self.assertTrue(judge(no_gradient())[0])

    def test_no_replaced_value_ends_in_an_unexpected_exception(self):
        def paths(value, path=()):
            for key, entry in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
                yield path + (key,)
                yield from paths(entry, path + (key,))

        for make in POSITIVE:
            for path in paths(make()["network"], ("network",)):
                for value in (None, True, -1, 10**30, 0.5, "", "0", "x", [], [[]], {}, {"a": 1}, [None, None], REMOVE):
                    _, line = judge(changed(make, path, value, False))
                    self.assertNotIn("this checker failed", line, (make.__name__, path, value))


class Derivatives(unittest.TestCase):
    def test_agree_with_dual_numbers(self):
        chance = random.Random(3)
        for shape, layers in ARCHITECTURES:
            with self.subTest(shape=shape, layers=layers):
                budget, size = claws_check.Budget(), claws_check.read_size(shape, "")
                denominator, modulus = chance.choice([1, 2, 6]), chance.choice([101, 1000003, 35])
                dimension = self.parameters(shape, layers)
                numerators = [chance.choice([-5, -3, -2, -1, 1, 2, 4, 7]) for _ in range(dimension)]
                read = claws_check.Architecture(layers, shape, dimension, budget).layers
                checker = claws_check.Network(numerators, denominator, modulus, budget)
                for _ in range(3):
                    x = [chance.randint(-9, 9) for _ in range(size)]
                    try:
                        expected = derivatives(shape, layers, [Fraction(n, denominator) for n in numerators], x)
                    except ZeroDivisionError:
                        self.assertRaises(claws_check.Refused, checker.run, read, x, 1)
                        continue
                    done = checker.run(read, x, 1)[0]
                    for o, row in enumerate(expected):
                        gradient = [0] * dimension
                        checker.pull_back(done, [int(o == other) for other in range(len(expected))], gradient)
                        self.assertEqual(gradient, [e.numerator * pow(e.denominator, -1, modulus) % modulus for e in row])

    @staticmethod
    def parameters(shape, layers):
        """The dimension for which the layers are not refused."""
        for dimension in range(1, 200):
            try:
                claws_check.Architecture(layers, shape, dimension, claws_check.Budget())
                return dimension
            except claws_check.Refused:
                continue
        raise AssertionError("no dimension fits")

    def test_certificates_of_all_architectures(self):
        chance = random.Random(4)
        for shape, layers in ARCHITECTURES:
            with self.subTest(shape=shape, layers=layers):
                dimension, size = self.parameters(shape, layers), claws_check.read_size(shape, "")
                numerators = [chance.choice([-5, -3, -2, -1, 1, 2, 4, 7]) for _ in range(dimension)]
                inputs = [[chance.randint(1, 30) for _ in range(size)] for _ in range(4)]
                whole = any_map(shape, layers, numerators, inputs, 3)
                accepted, line = judge(whole)
                self.assertTrue(accepted, line)


class BoundedWork(unittest.TestCase):
    def refuses(self, make, path, value):
        accepted, line = judge(changed(make, path, value))
        self.assertFalse(accepted)
        self.assertIn("limit of 200000000 elementary steps", line)

    def test_large_signals(self):
        whole = changed(chain, ("network", "input"), [1, 1])
        self.refuses(lambda: whole, LAYERS, [conv(1, 1, padding=4 * 10**7), dense(1)])

    def test_high_powers(self):
        self.refuses(chain, (*LAYERS, 0, "activation"), "relu^2147483647")

    def test_many_squares(self):
        self.refuses(chain, LAYERS, [dense(1, "relu^30000"), dense(1, "relu^30000")])


if __name__ == "__main__":
    unittest.main()
