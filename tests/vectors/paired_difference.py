#!/usr/bin/env python3
"""Newcombe 1998, Statistics in Medicine 17:2635, method 10, written from the paper's formulas and apart from the
C++: prints the intervals that tests/core/statistics_interval.cpp expects. Cells: both, only a, only b, neither."""
from decimal import Decimal as D, getcontext

getcontext().prec = 50
Z = D("1.959963984540054")


def wilson(s, n):
    p, q = D(s) / n, 1 - D(s) / n
    middle = 2 * n * p + Z * Z
    reach = Z * (Z * Z + 4 * n * p * q).sqrt()
    return (middle - reach) / (2 * (n + Z * Z)), (middle + reach) / (2 * (n + Z * Z))


def method_10(e, f, g, h):
    n = D(e + f + g + h)
    p1, p2 = (e + f) / n, (e + g) / n
    (l1, u1), (l2, u2) = wilson(e + f, n), wilson(e + g, n)
    margins = D((e + f) * (g + h) * (e + g) * (f + h))
    top = D(e * h - f * g)
    if top > n / 2:
        top -= n / 2
    elif top >= 0:
        top = D(0)
    phi = top / margins.sqrt() if margins else D(0)
    low = (p1 - l1) ** 2 - 2 * phi * (p1 - l1) * (u2 - p2) + (u2 - p2) ** 2
    high = (p2 - l2) ** 2 - 2 * phi * (p2 - l2) * (u1 - p1) + (u1 - p1) ** 2
    return p1 - p2 - low.sqrt(), p1 - p2 + high.sqrt()


for table in [(59, 6, 16, 80), (1, 1, 7, 12), (36, 12, 2, 0), (20, 12, 2, 16), (36, 14, 0, 0), (54, 0, 0, 0),
              (53, 0, 1, 0), (0, 30, 20, 0)]:
    print(table, *(f"{end:.4f}" for end in method_10(*table)))
