"""Two-parameter Weibull distribution of block maxima, fitted on probability paper.

F(d) = 1 - exp(-(d / scale) ** shape). An infinite shape stands for a step at `scale`.
"""

from math import exp, log

STEP = float("inf")

try:
    from weibull_ulab import fit
except ImportError:

    def fit(maxima):
        """Least squares of y = ln(-ln(1 - p)) on x = ln(maximum), maxima sorted ascending, at the
        plotting positions p = (i - 0.5) / count, i = 1..count.

        Returns (shape, scale, r2). Equal maxima give a step: (inf, that maximum, nan).
        """
        x = sorted(maxima)
        most = x[-1]  # logarithms of ratios: those of equal maxima are 0 in any float
        count = len(x)
        y = []
        mean_x = mean_y = sxx = sxy = syy = 0.0
        for i in range(count):
            x[i] = log(x[i] / most)
            mean_x += x[i] / count
            y.append(log(-log(1 - (i + 0.5) / count)))
            mean_y += y[i] / count
        for i in range(count):
            dx = x[i] - mean_x
            dy = y[i] - mean_y
            sxx += dx * dx
            sxy += dx * dy
            syy += dy * dy
        if sxx <= 1e-12:
            return STEP, most, float("nan")
        shape = sxy / sxx
        return shape, most * exp(mean_x - mean_y / shape), sxy * sxy / (sxx * syy)


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
