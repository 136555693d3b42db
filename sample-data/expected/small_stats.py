"""A little linear algebra and the t distribution, in plain Python.

Part of expected_pilots.py, which see. Least squares is solved in fractions, without rounding; only the square
roots of CR2 and the t distribution are floating point.
"""
import math
from collections import defaultdict
from fractions import Fraction


def inverse(a):
    """Of a square matrix of fractions; None where it is singular."""
    n = len(a)
    rows = [list(row) + [Fraction(int(i == j)) for j in range(n)] for i, row in enumerate(a)]
    for c in range(n):
        pivot = next((r for r in range(c, n) if rows[r][c]), None)
        if pivot is None:
            return None
        rows[c], rows[pivot] = rows[pivot], rows[c]
        head = rows[c][c]
        rows[c] = [x / head for x in rows[c]]
        for r in range(n):
            if r != c and rows[r][c]:
                f = rows[r][c]
                rows[r] = [x - f * y for x, y in zip(rows[r], rows[c])]
    return [row[n:] for row in rows]


def eigen(a):
    """Eigenvalues and vectors (in columns) of a symmetric matrix, by Jacobi's rotations."""
    n = len(a)
    a = [row[:] for row in a]
    v = [[float(i == j) for j in range(n)] for i in range(n)]
    for _ in range(60):
        if sum(a[i][j] ** 2 for i in range(n) for j in range(i)) < 1e-34:
            break
        for p in range(n - 1):
            for q in range(p + 1, n):
                if a[p][q] == 0:
                    continue
                theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
                t = math.copysign(1, theta) / (abs(theta) + math.hypot(theta, 1))
                c = 1 / math.hypot(t, 1)
                s = t * c
                for k in range(n):
                    a[k][p], a[k][q] = c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]
                for k in range(n):
                    a[p][k], a[q][k] = c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]
                for k in range(n):
                    v[k][p], v[k][q] = c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q]
    return [a[i][i] for i in range(n)], v


def dot(a, b):
    return math.fsum(x * y for x, y in zip(a, b))


class Regression:
    """Least squares of y on X, with cluster-robust errors of one coefficient."""

    def __init__(self, x, y, clusters):
        x, y = [[Fraction(v) for v in row] for row in x], [Fraction(v) for v in y]
        k = len(x[0])
        cross = [[sum(row[i] * row[j] for row in x) for j in range(k)] for i in range(k)]
        bread = inverse(cross)
        if bread is None:
            raise ValueError("collinear")
        xy = [sum(row[i] * v for row, v in zip(x, y)) for i in range(k)]
        beta = [sum(b * c for b, c in zip(row, xy)) for row in bread]
        rest = [v - sum(b * c for b, c in zip(beta, row)) for row, v in zip(x, y)]
        mean = sum(y) / len(y)
        total = sum((v - mean) ** 2 for v in y)
        self.r_squared = float(1 - sum(e * e for e in rest) / total) if total else 0.0
        self.n, self.k, self.beta = len(y), k, [float(b) for b in beta]
        # columns brought to like size, so that floats lose nothing below
        size = [math.sqrt(float(cross[i][i])) for i in range(k)]
        self.size = size
        self.x = [[float(v) / s for v, s in zip(row, size)] for row in x]
        self.bread = [[float(b) * size[i] * size[j] for j, b in enumerate(row)] for i, row in enumerate(bread)]
        self.rest = [float(e) for e in rest]
        self.groups = defaultdict(list)
        for i, g in enumerate(clusters):
            self.groups[g].append(i)

    def cr1(self, j):
        """Stata's: G/(G-1) * (N-1)/(N-K), df G-1."""
        g = len(self.groups)
        lead = self.bread[j]
        meat = math.fsum(dot(lead, [dot([self.x[i][c] for i in of], [self.rest[i] for i in of])
                                    for c in range(self.k)]) ** 2 for of in self.groups.values())
        scale = g / (g - 1) * (self.n - 1) / (self.n - self.k)
        return math.sqrt(meat * scale) / self.size[j], g - 1

    def cr2(self, j):
        """Bell and McCaffrey, working covariance the identity; df by Satterthwaite."""
        variance, own, b = 0.0, [], []
        for of in self.groups.values():
            x = [self.x[i] for i in of]
            xm = [[dot(row, col) for col in self.bread] for row in x]
            rest = [[float(r == s) - dot(xm[r], x[s]) for s in range(len(of))] for r in range(len(of))]
            values, vectors = eigen(rest)
            lead = [row[j] for row in xm]  # X_g M e_j
            a = [0.0] * len(of)  # (I - H_gg)^(-1/2) X_g M e_j
            for c, value in enumerate(values):
                if value > 1e-10:
                    column = [row[c] for row in vectors]
                    f = dot(column, lead) / math.sqrt(value)
                    a = [s + f * v for s, v in zip(a, column)]
            variance += dot(a, [self.rest[i] for i in of]) ** 2
            own.append(dot(a, a))
            b.append([dot(a, [row[c] for row in x]) for c in range(self.k)])
        bm = [[dot(row, col) for col in self.bread] for row in b]
        trace = squares = 0.0
        for g in range(len(own)):
            for h in range(len(own)):
                p = (own[g] if g == h else 0.0) - dot(bm[g], b[h])
                trace += p if g == h else 0.0
                squares += p * p
        return math.sqrt(variance) / self.size[j], trace ** 2 / squares


def t_tail(t, df):
    """P(|T| > |t|): the regularised incomplete beta function, by Lentz's continued fraction."""
    x = df / (df + t * t)
    a, b = df / 2, 0.5
    if x in (0.0, 1.0):
        return x
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    swap = x > (a + 1) / (a + b + 2)
    if swap:
        a, b, x = b, a, t * t / (df + t * t)
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    h = d
    for m in range(1, 1000):
        for num in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                    -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 / (1 + num * d)
            c = 1 + num / c
            h *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    part = front * h / a
    return 1 - part if swap else part


def t_quantile(df, tail=0.05):
    """The t with P(|T| > t) = tail."""
    low, high = 0.0, 1.0
    while t_tail(high, df) > tail:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if t_tail(middle, df) > tail else (low, middle)
    return (low + high) / 2
