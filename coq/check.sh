#!/usr/bin/env bash
# Builds the Coq library, compiles the negative examples, and checks exported certificates:
#
#   coq/check.sh [file.v | folder]...
#
# The certificates are those in coq/examples and in the files and folders named. Each is compiled by
# its own coqc within a time limit (COQ_TIME_LIMIT seconds, 300 unless set), and each of its theorems may
# rest on no axiom but the two of the standard library's real numbers. The first failure ends the run
# with exit status 1.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# Copies are compiled, so that the sources stay alone.
compiled=$here/../artifacts/coq
mkdir -p "$compiled"
cp -pu "$here"/*.v "$compiled"
limit=${COQ_TIME_LIMIT:-300}

library=(Trie Polynomials VectorFields Words RankEvidence Checker
  Sums Values FieldAction Exactly Brackets Triangular RankSoundness Dependence Soundness Neighbourhood Quotients
  Everywhere Identities Certificate)
needs_coquelicot=SymmetricHessian

allowed_axioms='ClassicalDedekindReals.sig_forall_dec
FunctionalExtensionality.functional_extensionality_dep'

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

passed=0
pass() {
  passed=$((passed + 1))
  echo "passed: $1"
}
fail() {
  echo "FAILED: $1"
  exit 1
}

coq() {
  timeout "$limit" coqc -q -w none -Q "$compiled" ConservationLaws "$@"
}

command -v coqc > /dev/null || fail 'coqc is not installed'

# A file is compiled again when it, or a file before it in the list, is newer than what was compiled.
build() {
  local name=$1
  if [ -n "$stale" ] || [ ! "$compiled/$name.vo" -nt "$compiled/$name.v" ]; then
    stale=yes
    coq "$compiled/$name.v" || fail "library file $name.v"
  fi
  pass "library file $name.v"
}
stale=
for name in "${library[@]}"; do
  build "$name"
done
echo 'From Coquelicot Require Import Coquelicot.' > "$scratch/coquelicot.v"
if coq "$scratch/coquelicot.v" > "$scratch/output" 2>&1; then
  build "$needs_coquelicot"
else
  echo "left out: library file $needs_coquelicot.v, because Coquelicot is not installed"
fi

if grep -nE '\b(Admitted|admit)\b|^ *(Axiom|Parameter|Conjecture)' "$here"/*.v; then
  fail 'the library leaves something unproved'
fi

for source in "$here"/negative/*.v; do
  cp "$source" "$scratch/negative.v"
  coq "$scratch/negative.v" || fail "negative examples $(basename "$source")"
  pass "negative examples $(basename "$source"): $(grep -c '^Lemma' "$source") statements"
done

# Compiles a copy that asks for the axioms of all its theorems at once.
check_certificate() {
  local source=$1 theorems copy=$scratch/certificate.v
  theorems=$(sed -nE 's/^Theorem ([A-Za-z0-9_]+).*/\1/p' "$source" | paste -sd, -)
  [ -n "$theorems" ] || fail "$source states no theorem"
  if grep -nE '^ *(Section|Axiom|Parameter|Conjecture|Hypothes[ie]s|Variables?|Context)\b' "$source"; then
    fail "$source assumes something"
  fi
  {
    sed '/^Print Assumptions/d' "$source"
    echo "Definition all_theorems := ($theorems)."
    echo 'Print Assumptions all_theorems.'
  } > "$copy"
  coq "$copy" > "$scratch/output" 2> "$scratch/errors" || {
    head -c 2000 "$scratch/errors"
    fail "$source is not accepted"
  }
  # Names stand at the beginning of a line, their types on lines that begin with a space.
  grep -q '^Axioms:$' "$scratch/output" || fail "$source: the axioms are not listed"
  if grep -vE '^( |Axioms:$)' "$scratch/output" | sed 's/ *:.*//' | grep -vxF "$allowed_axioms"; then
    fail "$source rests on other axioms"
  fi
  pass "certificate $source: ${theorems//,/, }"
}

for argument in "$here/examples" "$@"; do
  if [ -d "$argument" ]; then
    for source in "$argument"/*.v; do
      [ -e "$source" ] || fail "$argument holds no exported certificate"
      check_certificate "$source"
    done
  elif [ -e "$argument" ]; then
    check_certificate "$argument"
  else
    fail "$argument does not exist"
  fi
done
echo "$passed passed, 0 failed"
