#!/usr/bin/env python3
"""Proves the models of tests/data/counts.csv that have enough polynomial laws and exports their certificates for coq/check.sh.

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
        rows = [row for row in csv.DictReader(file) if row["evidence"] == "laws"]
    for row in rows:
        name = re.sub(r"\W", "_", row["id"])
        certificate = os.path.join(folder, name + ".json")
        subprocess.run([*command, "prove", "-e", row["model"], "--quiet", "--certificate", certificate], check=True, stdout=subprocess.DEVNULL, timeout=300)
        with open(os.path.join(folder, name + ".v"), "w", encoding="utf-8") as target:
            subprocess.run([*command, "export", certificate, "--to", "coq"], check=True, stdout=target, timeout=300)
        with open(os.path.join(folder, name + ".v"), encoding="utf-8") as exported:
            theorem = re.search(r"^Theorem exactly_(\d+)_laws? : ", exported.read(), re.MULTILINE)
        if theorem is None or theorem[1] != row["laws"]:
            sys.exit("%s: the exported theorem does not say that there are exactly %s laws" % (row["id"], row["laws"]))
    families = {row["family"] for row in rows}
    print("exported %d theorems of %d families" % (len(rows), len(families)))
    if len(rows) < FEWEST:
        sys.exit("fewer than %d" % FEWEST)


if __name__ == "__main__":
    main()
