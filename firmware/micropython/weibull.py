"""Two-parameter Weibull distribution of block maxima, fitted on probability paper.

F(d) = 1 - exp(-(d / scale) ** shape). An infinite shape stands for a step at `scale`.
"""

from math import exp, log

try:
    from weibull_ulab import sums
except ImportError:

    def sums(maxima, y):
        """With x = ln(maximum), sorted ascending, and y that add up to 0: mean of x, sum of
        (x - mean of x) squared, sum of (x - mean of x) times y."""
        x = sorted(maxima)
        count = len(x)
        mean_x = sxx = sxy = 0.0
        for i in range(count):
            x[i] = log(x[i])
            mean_x += x[i] / count
        for i in range(count):
            dx = x[i] - mean_x
            sxx += dx * dx
            sxy += dx * y[i]
        return mean_x, sxx, sxy


STEP = float("inf")


def fit(maxima):
    """Least squares of y = ln(-ln(1 - p)) on x = ln(maximum), maxima sorted ascending, at the
    plotting positions p = (i - 0.5) / count, i = 1..count.

    Returns (shape, scale, r2). Equal maxima give a step: (inf, that maximum, nan).
    """
    count = len(maxima)
    y = []
    mean_y = syy = 0.0
    for i in range(count):
        y.append(log(-log(1 - (i + 0.5) / count)))
        mean_y += y[i] / count
    for i in range(count):
        y[i] -= mean_y
        syy += y[i] * y[i]
    mean_x, sxx, sxy = sums(maxima, y)
    if sxx <= 1e-12:
        return STEP, max(maxima), float("nan")
    shape = sxy / sxx
    return shape, exp(mean_x - mean_y / shape), sxy * sxy / (sxx * syy)


def quantile(shape, scale, level):
    """The d at which F(d) = level, 0 < level < 1."""
    if shape == STEP:
        return scale
    return scale * (-log(1 - level)) ** (1 / shape)


def cdf(d, shape, scale):
    """F(d) for d > 0."""
    if shape == STEP:
        return 1.0 if d > scale else 0.0
    ratio = d / scale
    if shape * log(ratio) > 4:  # 1 - exp(-e**4) is 1 in any float; the power may overflow
        return 1.0
    return 1 - exp(-(ratio**shape))
