#!/usr/bin/env python3
"""Checks certificates of numbers of conservation laws, with Python's standard library alone.

    python3 checkers/claws_check.py CERTIFICATE.json [MORE.json ...]        ("-" is standard input)

One line for each file: "accepted: ..." is a theorem about the model in the file, "refused: ..." says why the file proves nothing; with
several files the file's name comes first. Exit status: 0 all accepted, 3 something refused, 2 wrong usage or a file that cannot be read.

What is proved. The model gives polynomial vector fields X_1, ..., X_g on R^D, the generators (for a map phi, the gradients of its
coordinates). A law is a C^1 function h with X_i(h) = 0 for all i.
  at least N: N polynomials satisfy these identities over Z, and their gradients are independent at a point, hence nearby.
  at most N:  D - N iterated brackets are independent at a point, hence on a dense open set, and every law is constant along them.
  exactly N:  both. The points may differ: independence of gradients is an open condition. Or it is shown that the brackets span a distribution
              which contains the generators and is closed under brackets with them (Frobenius' theorem): by one-forms in the place of laws, or
              by structure functions, the coefficients of these fields in terms of the brackets.
  laws:       in the place of polynomials also quotients of them; one-forms whose differential vanishes (Poincare's lemma); and one-forms whose
              differential vanishes on the fields that the laws before annihilate (Frobenius' theorem).
  monomial:   for phi_i = c_i theta^e_i, with E the matrix of the exponents, the laws near every point without zero coordinates are the
              functions of sum c_k theta_k^2 with E c = 0. A vector of E c = 0 is one law; rank E = D - N bounds their number.
  of the network: also, at a point theta_0 and for some inputs x, so many gradients of the outputs g_o(theta_0, x) are independent that near
              theta_0 functions that are constant along all of them are no more than the laws of phi.
Ranks are found modulo an integer p: a matrix whose determinant is a unit modulo p is invertible over Q. Everything else is exact.

This file follows docs/certificates.md, which defines the format and every check, and nothing else of the project.
"""
import collections
import hashlib
import json
import math
import re
import sys

FORMAT = "claws-certificate/1"
STEP_LIMIT = 200_000_000  # reading a byte is a step too
DIGIT_LIMIT = 10_000  # of an integer that is written as a string
LARGEST_NUMBER = 2**31 - 1  # of an integer that is written as a JSON number
LARGEST_DIMENSION = 10**8
LARGEST_SIGNAL = 10**8
DEPTH_LIMIT = 20  # of words, and of residual layers
INTEGER = re.compile(r"0|-?[1-9][0-9]*")
NUMBER = re.compile(r"0|[1-9][0-9]{0,9}")
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*'?(\[[0-9]+(,[0-9]+)*\])?")
COMMON = ("format", "kind", "scope", "program", "seed", "source", "model", "modelHash", "count")
EVIDENCE = {
    "exactly": ("laws", "lawRank", "words", "bracketRank"),
    "at-least": ("laws", "lawRank"),
    "at-most": ("words", "bracketRank"),
    "monomial": ("kernel", "kernelRank", "exponentRank"),
}
MONOMIAL_MODELS, MODELS = ("monomials", "graph", "layers"), ("phi", "fields", "monomials", "graph", "layers")
LAW_MEMBERS = {
    "polynomial": ("polynomial",),
    "rational": ("numerator", "denominator"),
    "closed": ("form", "denominator"),
    "solvable": ("form", "denominator", "kernel", "kernelPivots"),
    "integrable": ("form",),
}
ONE = [(1, ())]  # the polynomial
POWER = re.compile(r"relu\^([1-9][0-9]*)")
STATEMENT = {
    "exactly": "exactly {} near the point of lawRank and on a dense open set, {}",
    "at-least": "at least {} near the point of lawRank, {}",
    "at-most": "at most {} near every point, {}",
    "monomial": "exactly {} near every point without zero coordinates, {}",
    "network": "exactly {} of the network near the point of network, {}",
}


class Refused(Exception):
    """The certificate proves nothing, for the reason in the message."""


def require(condition, reason):
    if not condition:
        raise Refused(reason)


class Budget:
    """Counts elementary steps: about one multiplication of numbers of 64 bits each."""

    def __init__(self):
        self.left = STEP_LIMIT

    def spend(self, steps):
        self.left -= steps
        if self.left < 0:
            raise Refused(f"the work exceeds this checker's limit of {STEP_LIMIT} elementary steps")


# --- Strict reading: the JSON itself, then its values. `where` names the value in reasons. ---


def parse(data):
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(DIGIT_LIMIT)
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=read_object, parse_int=read_number,
                          parse_float=refuse_number, parse_constant=refuse_number)
    except UnicodeDecodeError as error:
        raise Refused(f"not UTF-8: {error.reason} at byte {error.start}")
    except json.JSONDecodeError as error:
        raise Refused(f"not JSON: {error}")


def read_object(pairs):
    members = dict(pairs)
    require(len(members) == len(pairs), "a member occurs twice in an object")
    return members


def read_number(text):
    if not NUMBER.fullmatch(text) or int(text) > LARGEST_NUMBER:
        raise Refused(f"the number {text[:20]} is not in 0..{LARGEST_NUMBER}")
    return int(text)


def refuse_number(text):
    raise Refused(f"the number {text[:20]} is not a plain integer")


def read_members(value, names, where):
    """The values of exactly these members, in this order."""
    require(isinstance(value, dict), f"{where}: not an object")
    for name in value:
        require(name in names, f"{where}: the member {name[:40]!a} does not belong here")
    for name in names:
        require(name in value, f"{where}: the member {name} is missing")
    return [value[name] for name in names]


def read_list(value, where, length=None):
    if not isinstance(value, list):
        raise Refused(f"{where}: not a list")
    if length is not None and len(value) != length:
        raise Refused(f"{where}: {len(value)} entries where {length} belong")
    return value


def read_index(value, lowest, highest, where):
    if type(value) is not int:  # a bool is an instance of int
        raise Refused(f"{where}: a number is missing")
    if not lowest <= value <= highest:
        raise Refused(f"{where}: the number {value} is not in {lowest}..{highest}")
    return value


def read_integer(value, where):
    if not isinstance(value, str) or not INTEGER.fullmatch(value):
        raise Refused(f"{where}: not an integer written as a string")
    if len(value) > DIGIT_LIMIT and len(value.lstrip("-")) > DIGIT_LIMIT:
        raise Refused(f"{where}: an integer of more than {DIGIT_LIMIT} digits")
    return int(value)


def read_text(value, where):
    require(isinstance(value, str), f"{where}: not a string")
    require(not re.search("[\ud800-\udfff]", value), f"{where}: half of a surrogate pair")


def read_choice(value, choices, where):
    require(isinstance(value, str) and value in choices, f"{where}: not {' or '.join(choices)}")
    return value


def read_modulus(value, where):
    modulus = read_integer(value, where)
    require(2 <= modulus < 2**31, f"{where}: a modulus is at least 2 and below 2^31")
    return modulus


def read_pivots(value, length, dimension, where):
    pivots = [read_index(k, 1, dimension, where) for k in read_list(value, where, length)]
    require(len(set(pivots)) == length, f"{where}: a variable occurs twice")
    return pivots


def read_polynomial(value, dimension, where):
    """The terms (coefficient, variables). The end of a list of variables counts as larger than every variable."""
    terms, previous = [], []
    for term in read_list(value, where):
        coefficient, variables = read_list(term, where, 2)
        coefficient = read_integer(coefficient, where)
        for variable in read_list(variables, where):
            read_index(variable, 1, dimension, where)
        if coefficient == 0:
            raise Refused(f"{where}: a coefficient is zero")
        if any(v > w for v, w in zip(variables, variables[1:])):
            raise Refused(f"{where}: the variables of a monomial are not in ascending order")
        place = variables + [dimension + 1]
        if place <= previous:
            raise Refused(f"{where}: the terms are not in strictly ascending order")
        previous = place
        terms.append((coefficient, tuple(variables)))
    return terms


def read_sparse(value, dimension, where, read_entry, places=None):
    """A list of [k, entry], k strictly ascending, no entry zero; as a dictionary. The k are variables unless a range of places is given."""
    places = range(1, dimension + 1) if places is None else places
    entries, previous = {}, places.start - 1
    for pair in read_list(value, where):
        k, entry = read_list(pair, where, 2)
        require(read_index(k, places.start, places.stop - 1, where) > previous, f"{where}: the variables are not in strictly ascending order")
        entries[k], previous = read_entry(entry, dimension, where), k
        require(entries[k], f"{where}: an entry is zero")
    return entries


def read_component(value, _, where):
    return read_integer(value, where)


def read_fractions(value, dimension, modulus, where):
    """The numerators of a point and their common denominator, a unit modulo the modulus."""
    denominator, numerators = read_members(value, ("denominator", "numerators"), where)
    denominator = read_integer(denominator, where)
    require(denominator >= 1, f"{where}: the denominator is not positive")
    require(math.gcd(denominator, modulus) == 1, f"{where}: the denominator is not a unit modulo the modulus")
    return [read_integer(n, where) for n in read_list(numerators, where, dimension)], denominator


def residues(numerators, denominator, modulus):
    inverse = pow(denominator, -1, modulus)
    return [n * inverse % modulus for n in numerators]


def read_point(value, dimension, modulus, where):
    """The point modulo the modulus, with a zero in front because variables are numbered from 1."""
    return [0] + residues(*read_fractions(value, dimension, modulus, where), modulus)


# --- The model. A field is a dictionary: k -> terms of its component k. A row of exponents is one too: k -> exponent. ---


def read_model(model, kind, scope, budget):
    """The dimension, and what gives the generators: fields, rows of exponents, edges, or for layers the number of hidden units."""
    form = [name for name in MODELS if isinstance(model, dict) and name in model]
    require(len(form) == 1, f"model: not exactly one of {', '.join(MODELS)}")
    form = form[0]
    dimension, content, *names = read_members(model, ("dimension", form) + (("names",) if form != "layers" else ()), "model")
    read_index(dimension, 1, LARGEST_DIMENSION, "dimension")
    require((form in MONOMIAL_MODELS) == (kind == "monomial"), f"model: {form} does not go with the kind {kind}")
    scopes = ("phi", "fields") if form == "fields" else ("phi", "network") if kind in ("exactly", "monomial") else ("phi",)
    require(scope in scopes, f"model: {form} does not go with the scope {scope} and the kind {kind}")
    for value in names:
        read_names(value, dimension)
    if form == "graph":
        return dimension, read_graph(content, dimension)
    if form == "layers":
        return dimension, read_layers(content, dimension)
    items = [(value, f"{form}, entry {i}") for i, value in enumerate(read_list(content, form))]
    if form == "phi":
        return dimension, [gradient(read_polynomial(value, dimension, where), budget) for value, where in items]
    if form == "monomials":
        return dimension, [read_sparse(value, dimension, where, read_component) for value, where in items]
    return dimension, [read_sparse(value, dimension, where, read_polynomial) for value, where in items]


def read_names(value, dimension):
    names = read_list(value, "names", dimension)
    require(all(isinstance(name, str) and NAME.fullmatch(name) for name in names), "names: not of the form of a name")
    require(len(set(names)) == dimension, "names: a name occurs twice")


def read_graph(value, dimension):
    vertices, edges = read_members(value, ("vertices", "edges"), "graph")
    read_index(vertices, 0, LARGEST_NUMBER, "vertices")
    reached, previous = {0}, 0
    for edge in read_list(edges, "edges"):
        a, b, k = read_list(edge, "edges", 3)
        read_index(a, 0, vertices, "edges")
        read_index(b, 0, vertices, "edges")
        read_index(k, 1, dimension, "edges")
        require(a >= previous, "edges: not in ascending order of their starts")
        require(b == 0 or a < b, f"edges: from vertex {a} back to {b}")
        require(a in reached, f"edges: no edge leads to the start {a} of an edge")
        reached.add(b)
        previous = a
    return edges


def read_layers(value, dimension):
    layers = [read_members(layer, ("units", "bias"), "layers") for layer in read_list(value, "layers")]
    require(len(layers) >= 2, "layers: no dense layer")
    for units, bias in layers:
        read_index(units, 1, LARGEST_NUMBER, "layers")
        require(isinstance(bias, bool), "layers: a bias is true or false")
    require(not layers[0][1], "layers: the input has no bias")
    parameters = sum(units * (inputs + bias) for (inputs, _), (units, bias) in zip(layers, layers[1:]))
    require(parameters == dimension, f"dimension: {dimension}, but the layers have {parameters} parameters")
    return sum(units for units, _ in layers[1:-1])


# --- Fields and their brackets. ---


def limbs(number):
    return 1 + number.bit_length() // 64


def weight(terms):
    return sum(limbs(coefficient) + len(variables) for coefficient, variables in terms)


def gradient(polynomial, budget):
    partials = {}
    for coefficient, variables in polynomial:
        budget.spend(8 * len(variables) * len(set(variables)))
        for place, v in enumerate(variables):
            if place == 0 or variables[place - 1] != v:
                rest = variables[:place] + variables[place + 1:]
                partials.setdefault(v, []).append((coefficient * variables.count(v), rest))
    return partials


def evaluate(terms, point, modulus):
    total = 0
    for product, variables in terms:
        for v in variables:
            product = product * point[v] % modulus
            if not product:
                break
        total += product
    return total % modulus


class Brackets:
    """Values of generators and iterated brackets, without expanding a bracket.

    For a polynomial field X over Z, X(x + qY) = X(x) + q dX(x)Y modulo q^2: so in the integers modulo q^2 the number q plays the part of
    the infinitesimal of docs/certificates.md, and q [X, Y](x) = (X(x + qY) - X(x)) - (Y(x + qX) - Y(x)). A bracket modulo q needs its
    two entries modulo q^2; a nested one needs those of its entries modulo q^4, and so on.
    """

    def __init__(self, generators, words, base, budget):
        self.generators, self.words, self.base, self.budget = generators, words, base, budget
        self.weights = [sum(map(weight, field.values())) for field in generators]
        self.known = {}  # values at the base point

    def value(self, word, point, modulus):
        """The components that are not zero modulo the modulus, as a dictionary."""
        if point is not self.base:
            return self.compute(word, point, modulus)
        if (word, modulus) not in self.known:
            self.known[word, modulus] = self.compute(word, point, modulus)
        return self.known[word, modulus]

    def compute(self, word, point, modulus):
        entry = self.words[word]
        if type(entry) is int:
            self.budget.spend(1 + self.weights[entry] * limbs(modulus) ** 2)
            components = ((k, evaluate(terms, point, modulus)) for k, terms in self.generators[entry].items())
            return {k: value for k, value in components if value}
        square = modulus * modulus
        x, y = (self.value(part, point, square) for part in entry)
        x_moved, y_moved = self.moved(entry[0], point, y, modulus), self.moved(entry[1], point, x, modulus)
        difference = {k: x_moved.get(k, 0) - x.get(k, 0) - y_moved.get(k, 0) + y.get(k, 0)
                      for k in x.keys() | y.keys() | x_moved.keys() | y_moved.keys()}
        return {k: value % square // modulus for k, value in difference.items() if value % square}

    def moved(self, word, point, direction, modulus):
        """The value at point + modulus * direction, modulo the square."""
        self.budget.spend(len(point))
        square, target = modulus * modulus, point
        if any(value % modulus for value in direction.values()):
            target = point[:]
            for k, value in direction.items():
                target[k] = (target[k] + modulus * value) % square
        return self.value(word, target, square)


# --- The checks. ---


def check_elimination(rows, modulus, budget, where):
    """For i = 0, 1, ...: the entry (i, i) is a unit, and multiples of row i clear the column below it."""
    for i, row in enumerate(rows):
        require(math.gcd(row[i], modulus) == 1, f"{where}: elimination in the given order finds no unit at ({i}, {i})")
        inverse = pow(row[i], -1, modulus)
        support = [j for j in range(i, len(rows)) if row[j]]
        for other in rows[i + 1:]:
            if other[i]:
                budget.spend(len(support))
                factor = other[i] * inverse % modulus
                for j in support:
                    other[j] = (other[j] - factor * row[j]) % modulus


def first_primes(count):
    bound = 16 + 2 * count * count.bit_length()
    sieve = bytearray([1]) * bound
    for n in range(2, math.isqrt(bound) + 1):
        if sieve[n]:
            sieve[n * n::n] = bytes(len(range(n * n, bound, n)))
    return [n for n in range(2, bound) if sieve[n]][:count]


def check_identities(generators, gradients, budget, reason="laws: law {} is not constant along generator {}"):
    """The pairings of fields with covectors vanish over Z; for gradients X_i(P_j) = 0. A monomial's name is the product of one prime for each of its variables: names multiply like monomials."""
    variables = {v for field in generators + gradients for terms in field.values() for _, monomial in terms for v in monomial}
    budget.spend(64 * len(variables))
    prime = dict(zip(sorted(variables), first_primes(len(variables))))

    def with_names(field):
        named = {}
        for k, terms in field.items():
            budget.spend(sum(len(monomial) + len(monomial) ** 2 // 64 for _, monomial in terms))
            pairs = [(coefficient, math.prod([prime[v] for v in monomial])) for coefficient, monomial in terms]
            named[k] = pairs, sum(limbs(coefficient * name) for coefficient, name in pairs)
        return named

    laws, with_component = [with_names(field) for field in gradients], {}
    for j, law in enumerate(laws):
        for k in law:
            with_component.setdefault(k, []).append(j)
    for i, field in enumerate(map(with_names, generators)):
        budget.spend(1 + sum(1 + len(with_component.get(k, ())) for k in field))
        for j in sorted({j for k in field for j in with_component.get(k, ())}):
            budget.spend(1 + min(len(field), len(laws[j])))
            require(annihilates(field, laws[j], budget), reason.format(j, i))


def annihilates(field, law, budget):
    total = {}
    for k in field.keys() & law.keys():
        (left, left_size), (right, right_size) = field[k], law[k]
        budget.spend(left_size * right_size)
        for d, n in right:
            for c, m in left:
                total[m * n] = total.get(m * n, 0) + c * d
    return not any(total.values())


def add_products(total, left, right, sign, budget):
    """Adds a product of polynomials, times the sign, to a dictionary from monomials to coefficients."""
    budget.spend(8 * (1 + weight(left)) * (1 + weight(right)))
    for c, m in left:
        for d, n in right:
            monomial = tuple(sorted(m + n))
            total[monomial] = total.get(monomial, 0) + sign * c * d


def components(totals):
    """The field, or covector, with the sums of add_products as its components."""
    fields = {k: [(c, monomial) for monomial, c in total.items() if c] for k, total in totals.items()}
    return {k: terms for k, terms in fields.items() if terms}


class Law:
    """A law by a one-form without its denominator; for a quotient P/Q the form Q dP - P dQ."""

    def __init__(self, value, dimension, where, budget):
        known = isinstance(value, dict) and isinstance(value.get("class"), str) and value["class"] in LAW_MEMBERS
        require(known, f"{where}: its class is not one of {', '.join(LAW_MEMBERS)}")
        self.name, self.where = value["class"], where
        first, *others = read_members(value, ("class",) + LAW_MEMBERS[self.name], where)[1:]
        self.denominator = read_polynomial(others[0], dimension, where) if others else ONE
        if self.name in ("polynomial", "rational"):
            numerator, totals = read_polynomial(first, dimension, where), {}
            self.form = slopes = gradient(numerator, budget)
            if self.name == "rational":
                for k, slope in slopes.items():
                    add_products(totals.setdefault(k, {}), slope, self.denominator, 1, budget)
                for k, slope in gradient(self.denominator, budget).items():
                    add_products(totals.setdefault(k, {}), slope, numerator, -1, budget)
                self.form = components(totals)
        else:
            self.form = read_sparse(first, dimension, where, read_polynomial)
        if self.name == "solvable":
            self.kernel = [read_sparse(field, dimension, where, read_polynomial) for field in read_list(others[1], where)]
            self.pivots = others[2]

    def differential(self, budget):
        """The matrix Q^2 d(P/Q)(e_i, e_j) = Q d_i P_j - Q d_j P_i - P_j d_i Q + P_i d_j Q, by rows."""
        rows, slopes_of_denominator = {}, gradient(self.denominator, budget)

        def add(i, j, left, right, sign):
            add_products(rows.setdefault(i, {}).setdefault(j, {}), left, right, sign, budget)
            add_products(rows.setdefault(j, {}).setdefault(i, {}), left, right, -sign, budget)

        for j, terms in self.form.items():
            for i, slope in gradient(terms, budget).items():
                add(i, j, self.denominator, slope, 1)
            for i, slope in slopes_of_denominator.items():
                add(i, j, terms, slope, -1)
        return {i: components(totals) for i, totals in rows.items()}


def evaluated(fields, pivots, point, modulus, budget):
    budget.spend(len(fields) * len(pivots) + sum(weight(terms) for field in fields for terms in field.values()))
    return [[evaluate(field.get(k, ()), point, modulus) for k in pivots] for field in fields]


def require_unit(polynomial, point, modulus, budget, where):
    budget.spend(weight(polynomial))
    require(math.gcd(evaluate(polynomial, point, modulus), modulus) == 1, f"{where}: the denominator at the point is no unit modulo {modulus}")


def check_class(law, earlier, dimension, point, modulus, budget):
    """What the one-form of a law needs besides annihilating the generators."""
    require_unit(law.denominator, point, modulus, budget, law.where)
    if law.name == "closed":
        require(not any(law.differential(budget).values()), f"{law.where}: the form is not closed")
    if law.name == "solvable":
        size = dimension - len(earlier)
        require(all(other.name != "integrable" for other in earlier), f"{law.where}: an integrable law stands before it")
        require(len(law.kernel) == size, f"{law.where}: {len(law.kernel)} fields where {size} belong")
        pivots = read_pivots(law.pivots, size, dimension, law.where)
        check_elimination(evaluated(law.kernel, pivots, point, modulus, budget), modulus, budget, law.where)
        check_identities(law.kernel, [other.form for other in earlier], budget, f"{law.where}: law {{}} does not annihilate field {{}} of the kernel")
        differential, contractions = law.differential(budget), []
        for field in law.kernel:
            totals = {}
            for i, row in differential.items():
                for j in row.keys() & field.keys():
                    add_products(totals.setdefault(i, {}), row[j], field[j], 1, budget)
            contractions.append(components(totals))
        check_identities(law.kernel, contractions, budget, f"{law.where}: the differential of the form does not vanish at the fields {{}} and {{}} of the kernel")


def check_laws(certificate, generators, dimension, budget):
    """Checks laws, which does not suffice for integrable ones, and gives them."""
    laws = [Law(law, dimension, f"law {j}", budget) for j, law in enumerate(read_list(certificate["laws"], "laws"))]
    count, by_structure = certificate["count"], "structure" in certificate
    require(len(laws) == count or (by_structure and len(laws) < count), f"laws: {len(laws)} entries where {count} belong")
    allowed = certificate["kind"] == "exactly" and not by_structure
    require(allowed or all(law.name != "integrable" for law in laws), "laws: only the kind exactly without structure has integrable ones")
    forms = [law.form for law in laws]
    point, modulus, pivots = read_members(certificate["lawRank"], ("point", "modulus", "pivots"), "lawRank")
    modulus = read_modulus(modulus, "lawRank")
    pivots = read_pivots(pivots, len(laws), dimension, "lawRank")
    point = read_point(point, dimension, modulus, "lawRank")
    check_elimination(evaluated(forms, pivots, point, modulus, budget), modulus, budget, "lawRank")
    check_identities(generators, forms, budget)
    for j, law in enumerate(laws):
        check_class(law, laws[:j], dimension, point, modulus, budget)
    return laws


def read_words(value, generator_count):
    words, depths = [], []
    for place, entry in enumerate(read_list(value, "words")):
        if isinstance(entry, list):
            word = tuple(read_index(part, 0, place - 1, "words") for part in read_list(entry, "words", 2))
            depth = 1 + max(depths[part] for part in word)
        else:
            word, depth = read_index(entry, 0, generator_count - 1, "words"), 0
        require(depth <= DEPTH_LIMIT, f"words: deeper than {DEPTH_LIMIT}")
        words.append(word)
        depths.append(depth)
    return words


def check_brackets(certificate, generators, dimension, budget):
    size, words = dimension - certificate["count"], read_words(certificate["words"], len(generators))
    point, modulus, chosen, pivots = read_members(certificate["bracketRank"], ("point", "modulus", "words", "pivots"), "bracketRank")
    chosen = [read_index(w, 0, len(words) - 1, "bracketRank") for w in read_list(chosen, "bracketRank", size)]
    modulus = read_modulus(modulus, "bracketRank")
    pivots = read_pivots(pivots, size, dimension, "bracketRank")
    point = read_point(point, dimension, modulus, "bracketRank")
    budget.spend(size * size)
    brackets = Brackets(generators, words, point, budget)
    values = [brackets.value(word, point, modulus) for word in chosen]
    check_elimination([[value.get(k, 0) for k in pivots] for value in values], modulus, budget, "bracketRank")


def expanded_bracket(x, y, budget):
    totals = {}
    for direction, field, sign in ((y, x, 1), (x, y, -1)):
        budget.spend(len(direction) + len(field))
        for k, terms in field.items():
            for j, partial in gradient(terms, budget).items():
                if j in direction:
                    add_products(totals.setdefault(k, {}), partial, direction[j], sign, budget)
    return components(totals)


def check_closure(certificate, forms, generators, dimension, budget):
    """The chosen words span generators and their brackets with these words, near the point: by one-forms or by structure functions."""
    require(certificate["lawRank"]["point"] == certificate["bracketRank"]["point"], "bracketRank: for Frobenius' theorem the point is that of lawRank")
    words, fields = read_words(certificate["words"], len(generators)), {}

    def field(word):
        if word not in fields:
            entry = words[word]
            fields[word] = generators[entry] if type(entry) is int else expanded_bracket(field(entry[0]), field(entry[1]), budget)
        return fields[word]

    chosen = [field(word) for word in certificate["bracketRank"]["words"]]
    if "structure" in certificate:
        check_structure(certificate, chosen, generators, dimension, budget)
        return
    check_identities(chosen, forms, budget, "laws: one-form {} does not annihilate word {} of bracketRank")
    for i, generator in enumerate(generators):
        brackets = [expanded_bracket(generator, z, budget) for z in chosen]
        check_identities(brackets, forms, budget, f"laws: one-form {{}} does not annihilate the bracket of generator {i} with word {{}} of bracketRank")


def check_structure(certificate, chosen, generators, dimension, budget):
    """q Y = sum f_b Z_b for all generators Y and all brackets Y of generators with the chosen words Z_b, q not zero at the point."""
    own, brackets = read_members(certificate["structure"], ("generators", "brackets"), "structure")
    combinations = list(read_list(own, "structure", len(generators)))
    for row in read_list(brackets, "structure", len(generators)):
        combinations += read_list(row, "structure", len(chosen))
    modulus = read_modulus(certificate["bracketRank"]["modulus"], "bracketRank")
    point = read_point(certificate["bracketRank"]["point"], dimension, modulus, "bracketRank")
    targets = generators + [expanded_bracket(x, z, budget) for x in generators for z in chosen]
    covectors = {}  # for each coordinate the components of all these fields, the chosen words first
    for place, y in enumerate(chosen + targets):
        for k, terms in y.items():
            covectors.setdefault(k, {})[place] = terms
    rows = []
    for t, value in enumerate(combinations):
        where = f"structure, combination {t}"
        denominator, terms = read_members(value, ("denominator", "terms"), where)
        denominator = read_polynomial(denominator, dimension, where)
        terms = read_sparse(terms, dimension, where, read_polynomial, range(len(chosen)))
        require(terms or denominator == ONE, f"{where}: without terms the denominator is 1")
        require_unit(denominator, point, modulus, budget, where)
        rows.append({**terms, len(chosen) + t: [(-c, monomial) for c, monomial in denominator]})
    check_identities(rows, list(covectors.values()), budget, "structure: in coordinate {} combination {} is not the field")


def check_monomial(certificate, content, dimension, budget):
    count, by_graph = certificate["count"], "graph" in certificate["model"]
    kernel = [read_sparse(vector, dimension, "kernel", read_component) for vector in read_list(certificate["kernel"], "kernel", count)]
    for j, vector in enumerate(kernel):
        vanishes = sums_vanish_on_paths if by_graph else is_orthogonal_to_rows
        require(vanishes(vector, content, budget), f"kernel: vector {j} is not in the kernel of the exponents")
    modulus, pivots = read_members(certificate["kernelRank"], ("modulus", "pivots"), "kernelRank")
    check_minor(kernel, modulus, pivots, dimension, budget, "kernelRank")
    modulus, rows, pivots = read_members(certificate["exponentRank"], ("modulus", "rows", "pivots"), "exponentRank")
    read_row = path_exponents if by_graph else row_exponents
    exponents = [read_row(row, content) for row in read_list(rows, "exponentRank", dimension - count)]
    check_minor(exponents, modulus, pivots, dimension, budget, "exponentRank")


def is_orthogonal_to_rows(vector, rows, budget):
    for row in rows:
        shared = row.keys() & vector.keys()
        budget.spend(1 + min(len(row), len(vector)) + sum(limbs(row[k]) * limbs(vector[k]) for k in shared))
        if sum(row[k] * vector[k] for k in shared):
            return False
    return True


def sums_vanish_on_paths(vector, edges, budget):
    """Whether the vector is a difference of potentials along the edges, with potential 0 at the inputs and outputs."""
    budget.spend(len(edges) * max(map(limbs, vector.values()), default=1))
    potential = {0: 0}
    for a, b, k in edges:
        end = potential[a] + vector.get(k, 0)
        if potential.setdefault(b, end) != end:
            return False
    return True


def row_exponents(row, monomials):
    return monomials[read_index(row, 0, len(monomials) - 1, "exponentRank")]


def path_exponents(row, edges):
    path = [edges[read_index(place, 0, len(edges) - 1, "exponentRank")] for place in read_list(row, "exponentRank")]
    starts, ends = [a for a, _, _ in path], [b for _, b, _ in path]
    require(path and 0 not in ends[:-1] and starts + [0] == [0] + ends, "exponentRank: not a path from vertex 0 to its first return")
    return collections.Counter(k for _, _, k in path)


def check_minor(vectors, modulus, pivots, dimension, budget, where):
    modulus = read_modulus(modulus, where)
    pivots = read_pivots(pivots, len(vectors), dimension, where)
    budget.spend(len(vectors) ** 2)
    check_elimination([[vector.get(k, 0) % modulus for k in pivots] for vector in vectors], modulus, budget, where)


# --- The network itself. ---


class Layer:
    """Sums of products of a parameter and an input, for a bias the constant 1 behind the inputs; units then raise them to a power.

    For each unit, or output channel, and each input channel, `taps` lists (output, parameter, input) as places within these.
    """

    def __init__(self, units, channels, taps, sizes, first, bias, activation):
        self.units, self.channels, self.taps, (self.outputs, self.per_pair, self.inputs) = units, channels, taps, sizes
        self.first, self.bias, (self.gated, self.power) = first, bias, activation
        self.size = units * self.outputs
        self.products = units * (channels * len(taps) + bias * self.outputs)

    def wires(self):
        for unit in range(self.units):
            for channel in range(self.channels):
                first = self.first + (unit * self.channels + channel) * self.per_pair
                for output, tap, place in self.taps:
                    yield unit * self.outputs + output, first + tap, channel * self.inputs + place
            if self.bias:
                parameter = self.first + self.units * self.channels * self.per_pair + unit
                for output in range(self.outputs):
                    yield unit * self.outputs + output, parameter, self.channels * self.inputs


class Residual:
    def __init__(self, layers):
        self.layers, self.size = layers, layers[-1].size


class Architecture:
    """Reads the layers in the order of their parameters."""

    def __init__(self, value, shape, dimension, budget):
        self.shape, self.parameters, self.dimension, self.budget = shape, 0, dimension, budget
        self.layers = self.read_layers(value, "network", 0)
        require(self.parameters == dimension, f"network: {self.parameters} parameters where {dimension} belong")

    def read_layers(self, value, where, depth):
        require(depth <= DEPTH_LIMIT, f"network: residual layers are nested more than {DEPTH_LIMIT} deep")
        require(read_list(value, where), f"{where}: no layers")
        return [self.read_layer(layer, f"{where}, layer {i}", depth) for i, layer in enumerate(value)]

    def read_layer(self, value, where, depth):
        require(isinstance(value, dict), f"{where}: not an object")
        kind = read_choice(value.get("kind"), ("dense", "conv", "residual"), f"{where}: kind")
        if kind == "residual":
            before, layers = self.shape, read_members(value, ("kind", "layers"), where)[1]
            layers = self.read_layers(layers, where, depth + 1)
            require(self.shape == before, f"{where}: its layers change the sizes of the signal")
            return Residual(layers)
        if kind == "dense":
            _, units, activation, bias = read_members(value, ("kind", "units", "activation", "bias"), where)
            lines, channels = [], read_size(self.shape, where)
        else:
            names = ("kind", "channels", "activation", "bias", "kernel", "stride", "padding")
            _, units, activation, bias, kernel, stride, padding = read_members(value, names, where)
            read_index(stride, 1, LARGEST_NUMBER, where)
            lengths, channels = self.shape[1:], self.shape[0]
            require(lengths, f"{where}: the signal has no dimensions")
            lines = [read_line(taps, length, stride, padding, where) for taps, length in zip(read_list(kernel, where, len(lengths)), lengths)]
        read_index(units, 1, LARGEST_NUMBER, where)
        require(isinstance(bias, bool), f"{where}: bias is true or false")
        activation = read_activation(activation, where)
        self.shape = [units] + [line[0] for line in lines]
        read_size(self.shape, where)
        sizes = [math.prod(line[i] for line in lines) for i in range(3)]
        first, self.parameters = self.parameters, self.parameters + units * (channels * sizes[1] + bias)
        require(self.parameters <= self.dimension, f"{where}: more parameters than variables")
        self.budget.spend(64 * sizes[0] * sizes[1])
        taps = [(0, 0, 0)]
        for line in lines:
            taps = [tuple(a * n + b for a, b, n in zip(outer, inner, line)) for outer in taps for inner in line_taps(*line)]
        return Layer(units, channels, taps, sizes, first, bias, activation)


def read_size(shape, where):
    size = math.prod(shape)
    require(size <= LARGEST_SIGNAL, f"{where}: a signal of more than {LARGEST_SIGNAL} entries")
    return size


def read_line(taps, length, stride, padding, where):
    """One dimension of a convolution: the numbers of outputs, taps and inputs, the stride, the zeros before, whether it is circular."""
    read_index(taps, 1, LARGEST_NUMBER, where)
    if isinstance(padding, str):
        read_choice(padding, ("same", "circular"), f"{where}: padding")
        return -(-length // stride), taps, length, stride, (taps - 1) // 2 if padding == "same" else 0, padding == "circular"
    read_index(padding, 0, LARGEST_NUMBER, where)
    require(taps <= length + 2 * padding, f"{where}: the kernel is larger than the padded signal")
    return (length + 2 * padding - taps) // stride + 1, taps, length, stride, padding, False


def line_taps(outputs, taps, length, stride, before, circular):
    for output in range(outputs):
        for tap in range(taps):
            place = stride * output - before + tap
            if circular or 0 <= place < length:
                yield output, tap, place % length


def read_activation(value, where):
    """Whether there are gates, and the power."""
    known = {"linear": (False, 1), "square": (False, 2), "relu": (True, 1)}
    if isinstance(value, str) and value in known:
        return known[value]
    power = POWER.fullmatch(value) if isinstance(value, str) else None
    require(power and len(power[1]) <= 10 and 2 <= int(power[1]) <= LARGEST_NUMBER, f"{where}: not an activation")
    return True, int(power[1])


class Network:
    """Derivatives of the outputs at a point. Signals are exact, numerators with a common denominator: their signs decide about the gates.

    What a layer did is kept as (layer, its inputs, the derivatives of its units), the latter two modulo p; a residual layer as the list of its layers'.
    """

    def __init__(self, numerators, denominator, modulus, budget):
        self.numerators, self.denominator, self.modulus, self.budget = numerators, denominator, modulus, budget
        self.parameters, self.limbs = residues(numerators, denominator, modulus), largest(numerators + [denominator])

    def run(self, layers, signal, denominator):
        done = []
        for layer in layers:
            if isinstance(layer, Residual):
                inner, result, multiple = self.run(layer.layers, signal, denominator)
                self.budget.spend(len(signal) * largest(result + [multiple]) ** 2)
                factor = multiple // denominator  # every layer multiplies the denominator by an integer
                signal, denominator = [a + factor * b for a, b in zip(result, signal)], multiple
                done.append(inner)
            else:
                record, signal, denominator = self.apply(layer, signal, denominator)
                done.append(record)
        return done, signal, denominator

    def apply(self, layer, signal, denominator):
        inputs = signal + [denominator]
        self.budget.spend(layer.products * self.limbs * largest(inputs) + 4 * layer.size)
        sums = [0] * layer.size
        for output, parameter, place in layer.wires():
            sums[output] += self.numerators[parameter] * inputs[place]
        require(not layer.gated or all(sums), "network: the pre-activation of a unit with a gate is zero")
        common, power, p = self.denominator * denominator, layer.power, self.modulus
        if power > 1:
            bits = max(n.bit_length() for n in sums + [common])
            self.budget.spend(layer.size * (1 + bits * power // 64) ** 2)
        slopes = [0 if layer.gated and n < 0 else power * pow(r, power - 1, p) % p for n, r in zip(sums, residues(sums, common, p))]
        powers = [0 if layer.gated and n < 0 else n**power for n in sums]
        return (layer, residues(inputs, denominator, p), slopes), powers, common**power

    def pull_back(self, done, outputs, gradient):
        """From derivatives by the outputs of layers to those by their inputs; adds those by the parameters to the gradient."""
        p = self.modulus
        for record in reversed(done):
            if isinstance(record, list):
                outputs = [(a + b) % p for a, b in zip(outputs, self.pull_back(record, outputs, gradient))]
                continue
            layer, inputs, slopes = record
            self.budget.spend(2 * layer.products)
            sums, outputs = [a * b % p for a, b in zip(outputs, slopes)], [0] * len(inputs)
            for output, parameter, place in layer.wires():
                if sums[output]:
                    gradient[parameter] = (gradient[parameter] + sums[output] * inputs[place]) % p
                    outputs[place] = (outputs[place] + sums[output] * self.parameters[parameter]) % p
        return outputs


def largest(numbers):
    return max(map(limbs, numbers))


def check_network(certificate, content, dimension, budget):
    members = ("input", "layers", "point", "inputs", "modulus", "rows", "pivots")
    shape, layers, point, inputs, modulus, rows, pivots = read_members(certificate["network"], members, "network")
    modulus = read_modulus(modulus, "network")
    numerators, denominator = read_fractions(point, dimension, modulus, "network")
    if certificate["kind"] == "exactly":
        require(point == certificate["lawRank"]["point"], "network: the point is not that of lawRank")
    else:
        require(all(numerators), "network: a coordinate of the point is zero")
    require(1 <= len(read_list(shape, "network")) <= 3, "network: the input has 1, 2 or 3 sizes")
    size = read_size([read_index(n, 1, LARGEST_NUMBER, "network") for n in shape], "network")
    layers = Architecture(layers, shape, dimension, budget).layers
    inputs = [[read_integer(n, "network") for n in read_list(x, "network", size)] for x in read_list(inputs, "network")]
    rank = dimension - certificate["count"]
    sufficient = (rank, len(content)) if "phi" in certificate["model"] else (rank,)
    require(len(read_list(rows, "network")) in sufficient, f"network: {len(rows)} rows where {' or '.join(map(str, sufficient))} belong")
    pivots = read_pivots(pivots, len(rows), dimension, "network")
    rows = [(read_index(i, 0, len(inputs) - 1, "network"), read_index(o, 0, layers[-1].size - 1, "network"))
            for i, o in (read_list(row, "network", 2) for row in rows)]
    network, runs, matrix = Network(numerators, denominator, modulus, budget), {}, []
    for i, o in rows:
        if i not in runs:
            runs[i] = network.run(layers, inputs[i], 1)[0]
        budget.spend(dimension + layers[-1].size + len(rows))
        outputs, gradient = [0] * layers[-1].size, [0] * dimension
        outputs[o] = 1
        network.pull_back(runs[i], outputs, gradient)
        matrix.append([gradient[k - 1] for k in pivots])
    check_elimination(matrix, modulus, budget, "network")


def check(certificate, budget):
    """The statement that the certificate proves. Raises Refused when it proves none."""
    require(isinstance(certificate, dict), "the file is not an object")
    kind = read_choice(certificate.get("kind"), tuple(EVIDENCE), "kind")
    by_layers = isinstance(certificate.get("model"), dict) and "layers" in certificate["model"]
    by_network = certificate.get("scope") == "network" and kind in ("exactly", "monomial")
    by_structure = kind == "exactly" and "structure" in certificate
    names = COMMON + (() if by_layers else EVIDENCE[kind]) + (("structure",) if by_structure else ()) + (("network",) if by_network else ())
    values = read_members(certificate, names, "certificate")
    form, _, scope, program, seed, source, model, model_hash, count = values[:len(COMMON)]
    read_choice(form, (FORMAT,), "format")
    read_choice(scope, ("phi", "fields", "network"), "scope")
    for text in (program, seed, source):
        read_text(text, "program, seed or source")
    dimension, content = read_model(model, kind, scope, budget)
    canonical = json.dumps(model, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    require(model_hash == hashlib.sha256(canonical.encode("utf-8")).hexdigest(), "modelHash: not the hash of the model")
    read_index(count, 0, dimension, "count")
    if by_layers:
        require(count == content, f"count: {count}, but the network has {content} hidden units")
    elif kind == "monomial":
        check_monomial(certificate, content, dimension, budget)
    laws = check_laws(certificate, content, dimension, budget) if "laws" in certificate else []
    if "words" in certificate:
        check_brackets(certificate, content, dimension, budget)
    forms = [law.form for law in laws if law.name == "integrable"]
    if forms or by_structure:
        check_closure(certificate, forms, content, dimension, budget)
    if by_network:
        check_network(certificate, content, dimension, budget)
    classes = {law.name for law in laws}
    theorems = ["Poincar\u00e9's lemma"] * ("closed" in classes) + ["Frobenius' theorem"] * (by_structure or bool(classes & {"solvable", "integrable"}))
    by = f", by {' and '.join(theorems)}" if theorems else ""
    return STATEMENT["network" if by_network else kind].format(f"{count} law{'' if count == 1 else 's'}", f"in {dimension} variables (scope {scope}){by}")


# --- The command line. ---


def read_all(stream, budget):
    chunks = []
    while chunk := stream.read(1 << 20):
        budget.spend(len(chunk))
        chunks.append(chunk)
    return b"".join(chunks)


def verdict(stream):
    """Whether the certificate in the stream is accepted, and the line that says so. Raises OSError only."""
    budget = Budget()
    try:
        return True, "accepted: " + check(parse(read_all(stream, budget)), budget)
    except Refused as refusal:
        return False, f"refused: {refusal}"
    except RecursionError:
        return False, "refused: the file is nested too deeply"
    except MemoryError:
        return False, "refused: the check needs more memory than there is"
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        return False, f"refused: this checker failed with {type(error).__name__}"


def main(names):
    if not names or any(name.startswith("-") and name != "-" for name in names):
        print("usage: claws_check.py CERTIFICATE.json [MORE.json ...]   (- is standard input)", file=sys.stderr)
        return 2
    sys.stdout.reconfigure(errors="backslashreplace")
    statuses = {0}
    for name in names:
        try:
            with open(0 if name == "-" else name, "rb", closefd=name != "-") as stream:
                accepted, line = verdict(stream)
        except (OSError, ValueError) as error:
            print(f"claws_check.py: {name}: {error}", file=sys.stderr)
            statuses.add(2)
            continue
        print(f"{name}: {line}" if len(names) > 1 else line, flush=True)
        statuses.add(0 if accepted else 3)
    return 2 if 2 in statuses else max(statuses)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
