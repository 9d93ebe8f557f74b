"""The level of rules 3 for a BBC micro:bit v1: as level.py, in less heap.

Its sensor gives whole numbers that are small enough to square, so none is invalid. The two rings
are all that is kept; they never grow and a restart keeps them.
"""

from math import exp, log, sqrt

from parameters import params
from weibull import cdf, fit

# verdict
OUTLIER = 1
ALARM = 2
COLLECTIVE = 4

_MOST = 16  # numbers in a ring


def keep(newest, value, size):
    """Adds a value to the list of the newest `size`, oldest first, where it lies."""
    if len(newest) >= size:
        del newest[: 1 - size]
    newest.append(value)


class Detector:
    """`limit` is that of the next sample; fit: location, shape, scale, r2; or None. After `step`:
    probability; refitted when the fit is new."""

    def __init__(self):
        self.maxima = [0.0] * _MOST
        self.times = [0] * _MOST
        self.restart()

    def restart(self):
        """Forgets what was learned. Takes no memory."""
        del self.maxima[:]
        del self.times[:]
        self.size = params["maxima"]
        self.block = params["block"]
        self.fit = None
        self.settled = False
        self.n = self.start = 0
        self.event = -self.block  # n after the last sample of an event
        self.mean = self.variance = self.block_max = 0.0
        self.bar = 1.0
        self.configure()

    def configure(self):
        """Takes new parameters and keeps what was learned; block and memory wait for the next
        block. Sets `refitted`."""
        self.refitted = False
        if not self.n:
            self.start_block()
        size = params["maxima"]
        del self.times[: -params["outliers"]]
        del self.maxima[:-size]
        resized = self.size != size
        self.size = size
        if resized and len(self.maxima) == size:
            self.fit = fit(self.maxima)
            self.refitted = True
        self.set_limit()

    def sigma(self):
        """Standard deviation in signal units, never 0, nor below rounding of the mean."""
        return max(sqrt(self.variance), 7.6293945e-6 * abs(self.mean), 1e-12)

    def step(self, x, t):
        """Judges the sample `x` taken at `t` ms, then learns from it. Returns the verdict:
        OUTLIER, ALARM and COLLECTIVE added up."""
        n = self.n
        block = self.block
        limit = self.limit
        most = 2 * limit * self.sigma()
        step = x - self.mean
        z = step / self.sigma() if n else 0.0  # the first deviates from nothing
        size = abs(z)
        tail = params["tail"]
        d = 0.0 if tail != "both" and (z < 0) == (tail == "upper") else size
        self.refitted = False
        self.probability = verdict = 0
        fitted = self.fit
        ratio = d / limit if fitted else 0
        if ratio and d > params["gamma"]:
            self.probability = cdf(d, fitted)
        if ratio > 1:
            if abs(step) > params["least"]:
                verdict = self.outlier(t)
            else:
                ratio = 0
        if self.settled:
            if size > self.block_max and (not fitted or size <= 1.2 * limit):
                self.block_max = size
            step = max(-most, min(most, step))
        bar = self.bar
        self.bar = bar = max(1, bar - bar * params["fatigue"] / (32 * block))
        free = n - self.event >= block
        self.n = n = n + 1
        a = max(1 / n, self.weight)
        b = max(1 / n, self.weight / 2)
        self.mean += a * step
        self.variance = (1 - b) * (self.variance + b * step * step)
        if ratio > (bar if free else 1):
            self.event = n
            if free:
                verdict += ALARM
                self.bar = min(1.5, bar * (1 + params["fatigue"]))
        if n - self.start >= block:
            self.end_block()
        return verdict

    def outlier(self, t):
        """Notes an outlier at `t` ms. Returns its verdict."""
        times = self.times
        more = params["outliers"]
        keep(times, t, more)
        longest = params["meanGap"] or 5 * params["period"]
        if len(times) == more and t - times[0] <= longest * (more - 1):
            return OUTLIER + COLLECTIVE
        return OUTLIER

    def end_block(self):
        if self.settled:
            keep(self.maxima, max(self.block_max, 1e-6), self.size)
            self.block_max = 0.0
        self.settled = True  # the first block only settles the moments
        self.start_block()
        if len(self.maxima) == self.size:
            self.fit = fit(self.maxima)
            self.refitted = True
            self.set_limit()

    def start_block(self):
        """The block length and memory asked for come into force."""
        block = params["block"]
        self.start = self.n
        if self.n - self.event >= self.block:
            self.event = self.n - block
        self.block = block
        self.weight = 1 / (params["memory"] or 1e9)

    def set_limit(self):
        """The limit from the next sample on. (To fit here would be a call too deep.)"""
        q = 0
        if self.fit:
            location, shape, scale, _ = self.fit
            u = log(params["delta"]) / 8
            e = exp(u)  # 1 - e, without the digits that are lost where e is nearly 1 (Kahan)
            q = scale
            if shape < 1e30:
                beyond = -u if e == 1 else (1 - e) * u / log(e)
                q = location + scale * (-log(beyond)) ** (1 / shape)
        self.limit = max(params["gamma"], q)
