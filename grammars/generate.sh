#!/usr/bin/env bash
# Turns Claw.g4 into C# under src/ConservationLaws/Language/Generated.
#   generate.sh           writes the files
#   generate.sh --check   writes nothing; fails when the committed files are not what the grammar gives
# Needs Node. The generated files are committed, so that building the program needs neither Node nor a network.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
target="$here/../src/ConservationLaws/Language/Generated"
mode="${1:-write}"
case "$mode" in
  write | --check) ;;
  *) echo "usage: generate.sh [--check]" >&2; exit 2 ;;
esac

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# Generated in a directory of its own, under a relative name: nothing of this machine leaks into the output.
cp "$here/package.json" "$here/package-lock.json" "$here/Claw.g4" "$work/"
npm ci --prefix "$work" --no-audit --no-fund --silent >/dev/null

mkdir "$work/out"
log="$( (cd "$work" && node_modules/.bin/antlr-ng -D language=CSharp -p ConservationLaws.Language.Generated \
  --generate-listener true --generate-visitor false -o out Claw.g4) 2>&1 )" || { echo "$log" >&2; exit 1; }
# antlr-ng exits 0 on grammar errors; a warning (ambiguity, unreachable token) is a mistake in the grammar too.
if grep -Eq '(error|warning)\(' <<<"$log"; then
  echo "$log" >&2
  exit 1
fi

# The parser is nobody's business outside this assembly; the other attributes of the template do not apply to internal types.
for file in "$work"/out/*.cs; do
  sed -i -E \
    -e 's/\r$//' \
    -e 's/^public (partial class|interface)/internal \1/' \
    -e '/^\[System\.CLSCompliant\(false\)\]$/d' \
    -e 's/[[:blank:]]+$//' \
    "$file"
done

if grep -rnF -e "$work" -e "${HOME:-$work}/" "$work"/out/*.cs >&2; then
  echo "generate.sh: a path of this machine is in the generated files" >&2
  exit 1
fi

if [[ "$mode" == --check ]]; then
  mkdir "$work/committed"
  cp "$target"/*.cs "$work/committed/"
  mkdir "$work/fresh"
  cp "$work"/out/*.cs "$work/fresh/"
  if ! diff -r "$work/committed" "$work/fresh" >&2; then
    echo "generate.sh: the committed parser is not what grammars/Claw.g4 gives; run grammars/generate.sh" >&2
    exit 1
  fi
  echo "the committed parser agrees with grammars/Claw.g4"
else
  mkdir -p "$target"
  rm -f "$target"/*.cs
  cp "$work"/out/*.cs "$target/"
fi
