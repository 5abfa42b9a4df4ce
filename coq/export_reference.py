#!/usr/bin/env python3
"""Proves the models of tests/data/counts.csv and exports their certificates for coq/check.sh.

Where laws are functions the exported theorem has the count. Where one-forms or structure functions stand for laws it bounds their number, and
there are theorems about the forms or functions besides.

usage: coq/export_reference.py FOLDER COMMAND...        (COMMAND runs claws)
"""
import csv
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FEWEST = 20


def main():
    folder, command = sys.argv[1], sys.argv[2:]
    with open(os.path.join(ROOT, "tests", "data", "counts.csv"), newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        name = re.sub(r"\W", "_", row["id"])
        certificate = os.path.join(folder, name + ".json")
        subprocess.run([*command, "prove", "-e", row["model"], "--quiet", "--certificate", certificate], check=True, stdout=subprocess.DEVNULL, timeout=300)
        with open(os.path.join(folder, name + ".v"), "w", encoding="utf-8") as target:
            subprocess.run([*command, "export", certificate, "--to", "coq"], check=True, stdout=target, timeout=300)
        with open(os.path.join(folder, name + ".v"), encoding="utf-8") as exported:
            text = exported.read()
        bound = re.search(r"^Theorem (exactly|at_most)_(\d+)_laws? : ", text, re.MULTILINE)
        identities = re.search(r"^Theorem (identities_of_(\d+)_laws?|closed_under_brackets) :", text, re.MULTILINE)
        if bound is None or bound[2] != row["laws"] or (bound[1] == "at_most" and (row["evidence"] == "laws" or identities is None)):
            sys.exit("%s: the exported theorems do not say why there are exactly %s laws" % (row["id"], row["laws"]))
    families = {row["family"] for row in rows}
    print("exported %d theorems of %d families" % (len(rows), len(families)))
    if len(rows) < FEWEST:
        sys.exit("fewer than %d" % FEWEST)


if __name__ == "__main__":
    main()
