"""The detector of rules 2, for a BBC micro:bit v1: rules 3 do not fit its heap so far.

The moments, the block maxima and the rings are all that is kept; nothing grows with time.
"""

from math import sqrt

from line import SINGLE
from weibull import cdf, fit, quantile

OUTLIER = 1
ALARM = 2
COLLECTIVE = 4

# A sample whose square is not below this counts as invalid, like one that is not finite: sums of
# such squares would overflow.
_LARGEST_SQUARE = 1e18 * 1e18 if SINGLE else 1e150 * 1e150
_INFINITY = float("inf")


def keep(newest, value, size):
    """Adds a value to the list of the newest `size`, oldest first."""
    newest.append(value)
    del newest[:-size]


class Detector:
    """`limit` is that of the next sample. After `step`: score, probability, d; refitted when the
    fit is new.

    What `step` needs of several parameters is worked out when they change, and what happens
    rarely has a method of its own: on a board each lookup of an attribute or a name takes time.
    """

    def __init__(self, params):
        self.maxima = []
        self.times = []
        self.block = params["block"]
        self.size = self.n = self.invalid = self.in_block = 0
        self.settled = self.fitted = False
        self.mean = self.variance = self.block_max = self.recent = 0.0
        self.shape = self.scale = self.q = 0.0
        self.r2 = float("nan")
        self.quiet = self.block
        self.score = self.probability = self.d = 0.0
        self.configure(params)

    def configure(self, params):
        """Takes new parameters and keeps what was learned; block and memory wait for the
        next block. Sets `refitted`. The dict is kept: call this after each change of it."""
        self.refitted = False
        self.params = params
        self.gamma = params["gamma"]
        self.one_sided = params["tail"] != "both"
        if self.n == 0:
            self._start_block()
        del self.times[: -params["outliers"]]
        resized = self.size != params["maxima"]
        self.size = params["maxima"]
        del self.maxima[: -self.size]
        refit = resized and len(self.maxima) == self.size
        self._set_limit(fit(self.maxima) if refit else None)

    def sigma(self):
        """Standard deviation in signal units, never 0."""
        return max(sqrt(self.variance), 1e-6 * abs(self.mean), 1e-12)

    def step(self, x, t):
        """Judges the sample `x` taken at `t` ms, then learns from it. Returns the verdict:
        OUTLIER, ALARM and COLLECTIVE added up."""
        self.refitted = False
        if not x * x < _LARGEST_SQUARE:
            self.invalid += 1
            self.d = self.score = self.probability = 0.0
            return 0
        n = self.n + 1
        mean = self.mean
        variance = self.variance
        limit = self.limit

        if variance < 1e-12 * mean * mean or variance < 1e-24:
            sigma = self.sigma() if n > 1 else _INFINITY  # the first deviates from nothing
        else:
            sigma = sqrt(variance)
        step = x - mean
        z = step / sigma
        d = z if z >= 0 else -z
        if self.one_sided and (z < 0) == (self.params["tail"] == "upper"):
            d = 0.0
            step = self._clipped(step, limit * sigma)

        self.recent = recent = self.recent * self.fade
        quiet = self.quiet
        block = self.block
        free = quiet >= block
        fitted = self.fitted
        score = probability = 0.0
        if fitted:
            if d > self.gamma:
                probability = cdf(d, self.shape, self.scale)
            if free:
                score = d / (limit + self.rise * recent)
        self.d = d
        self.score = score
        self.probability = probability

        verdict = 0
        if d > limit:
            step = self._clipped(step, limit * sigma)
            if fitted:
                verdict = self._outlier(t, score > 1, free)
                d = self.q  # an outlier must not teach the tail more than the limit it broke
        elif not free:
            self.quiet = quiet + 1
        if d > self.block_max:
            self.block_max = d

        a = 1 / n
        least = self.least_weight
        if a < least:
            a = least
        move = a * step
        self.mean = mean + move
        self.variance = (1 - a) * (variance + move * step)
        self.n = n
        self.in_block = in_block = self.in_block + 1
        if in_block >= block:
            self._end_block()
        return verdict

    def _clipped(self, step, most):
        """A step as the moments take it: at most twice the limit once they have settled."""
        return max(-2 * most, min(2 * most, step)) if self.settled else step

    def _outlier(self, t, alarm, free):
        """Notes an outlier at `t` ms. Returns its verdict."""
        verdict = OUTLIER
        times = self.times
        more = self.params["outliers"]
        keep(times, t, more)
        if len(times) == more and (t - times[0]) / (more - 1) <= self.params["meanGap"]:
            verdict += COLLECTIVE
        if alarm:
            self.recent += 1
            verdict += ALARM
        if alarm or not free:
            self.quiet = 0
        return verdict

    def _end_block(self):
        if self.settled:
            keep(self.maxima, max(self.block_max, 1e-6), self.size)
            if len(self.maxima) == self.size:
                self._set_limit(fit(self.maxima))
        self._start_block()
        if self.settled:
            self.block_max = 0.0
            self.in_block = 0

    def _set_limit(self, new_fit):
        """The limit from the next sample on, and what a recent alarm adds to it."""
        if new_fit:
            self.shape, self.scale, self.r2 = new_fit
            self.fitted = self.refitted = True
        if self.fitted:
            self.q = quantile(self.shape, self.scale, self.params["delta"])
        self.limit = limit = max(self.gamma, self.q)
        self.rise = self.params["fatigue"] * limit

    def _start_block(self):
        """Between blocks: the block length and memory asked for come into force."""
        block = self.params["block"]
        memory = self.params["memory"]
        if self.block != block and self.quiet >= self.block:
            self.quiet = block
        self.block = block
        self.fade = 1 - 1 / (32 * block)
        self.least_weight = 1 / memory if memory else 0.0
        if self.n >= block:  # the first block only settles the moments
            self.settled = True
