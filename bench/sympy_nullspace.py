"""Times SymPy's sparse nullspace over the rational numbers on one system: its shape, then row, column and value of each entry."""
import sys
import time

from sympy import QQ
from sympy.polys.matrices import DomainMatrix
from sympy.polys.matrices.sdm import SDM

with open(sys.argv[1], encoding="ascii") as lines:
    shape = tuple(map(int, next(lines).split()))
    rows = {}
    for line in lines:
        if line.strip():
            row, column, value = map(int, line.split())
            rows.setdefault(row, {})[column] = QQ(value)
matrix = DomainMatrix.from_rep(SDM(rows, shape, QQ))
start = time.process_time()
nullity = matrix.nullspace().shape[0]
print("nullspace %d" % round(1e6 * (time.process_time() - start)), nullity)
