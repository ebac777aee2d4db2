"""Writes tests/data/scipy_ranks.csv: columns with many ties, ranked by scipy.stats.rankdata, the highest first.

Run with scipy installed: python tests/oracles/scipy_ranks.py > tests/data/scipy_ranks.csv
"""

import random

from scipy.stats import rankdata

METHODS = ["dense", "min", "max", "average", "ordinal"]


def columns():
    """Lists of scores in tenths: few and many levels, all equal, all different, one unit, two units."""
    draw = random.Random(2018)
    yield [50]
    yield [7, 7]
    yield [0] * 12
    yield draw.sample(range(1000), 30)
    for levels in (2, 3, 5, 8, 20, 60):
        yield [draw.randrange(levels) * 5 for _ in range(40)]
    for _ in range(10):
        size = draw.randrange(3, 25)
        yield [draw.randrange(size) for _ in range(size)]


def main():
    print("column," + "score," + ",".join(METHODS))
    for number, tenths in enumerate(columns(), start=1):
        ranks = [rankdata([-t for t in tenths], method=method) for method in METHODS]
        for row, tenth in enumerate(tenths):
            cells = [f"{ranks_of[row]:g}" for ranks_of in ranks]
            print(f"{number},{tenth // 10}.{tenth % 10}," + ",".join(cells))


if __name__ == "__main__":
    main()
