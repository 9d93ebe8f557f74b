"""Two-parameter Weibull distribution of block maxima, fitted on probability paper.

F(d) = 1 - exp(-(d / scale) ** shape). An infinite shape stands for a step at `scale`.
"""

from math import exp, log

try:
    from ulab import numpy
except ImportError:
    numpy = None

STEP = float("inf")

_levels = []


def levels(count):
    """ln(-ln(1 - p)) at the plotting positions p = (i - 0.5) / count, i = 1..count."""
    if len(_levels) != count:
        del _levels[:]
        for i in range(count):
            _levels.append(log(-log(1 - (i + 0.5) / count)))
    return _levels


def fit(maxima):
    """Least squares of y = ln(-ln(1 - p)) on x = ln(maximum), maxima sorted ascending.

    Returns (shape, scale, r2). Equal maxima give a step: (inf, that maximum, nan).
    """
    count = len(maxima)
    y = levels(count)
    if numpy:
        x = numpy.log(numpy.sort(numpy.array(maxima)))
        y = numpy.array(y)
        mean_x = float(numpy.mean(x))
        mean_y = float(numpy.mean(y))
        x = x - mean_x
        y = y - mean_y
        sxx = float(numpy.sum(x * x))
        sxy = float(numpy.sum(x * y))
        syy = float(numpy.sum(y * y))
    else:
        x = [log(value) for value in sorted(maxima)]
        mean_x = sum(x) / count
        mean_y = sum(y) / count
        sxx = sxy = syy = 0.0
        for i in range(count):
            dx = x[i] - mean_x
            dy = y[i] - mean_y
            sxx += dx * dx
            sxy += dx * dy
            syy += dy * dy
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
