"""The level of a signal: each sample's deviation, held against the fitted maxima of blocks.

The rule of src/detector/README.md for single samples; the moments, the block maxima and the rings
are all that is kept. A board with little memory judges by this alone.
"""

from array import array
from math import exp, log, sqrt

from line import EPSILON, FLOATS, SINGLE
from weibull import cdf, fit, quantile

OUTLIER = 1
ALARM = 2
COLLECTIVE = 4

LEVEL = 0  # cause

CLIP = 2  # limits: the most that a sample moves the mean by
_NEAR = 1.2  # what exceeds the limit by no more than this teaches the maxima
_ETA = 0.8  # location of the fit, as a share of the smallest maximum
_HORIZON = 8  # blocks that stay below the limit with probability delta
_SPREAD = 2  # the variance remembers so many times what the mean does
_FADE = 32  # blocks over which a raised bar comes down
_MOST = 1.5  # the highest bar

# A sample whose square is not below this counts as invalid, like one that is not finite: sums of
# such squares would overflow.
LARGEST_SQUARE = 1e18 * 1e18 if SINGLE else 1e150 * 1e150


class Level:
    """Of the newest sample, after `step`: mean and sigma, what it was judged with; z, its
    deviation in sigmas; found, (n, limit, score, probability, cause). refitted: the fit is new;
    whoever sends it sets that back. next_limit, next_mean and variance are what the next sample
    will be judged with. fit: location, shape, scale, r2; or None.
    """

    def __init__(self, params):
        self.params = params
        self.maxima = []
        self.times = []
        self.size = self.n = self.invalid = 0
        self.block = params["block"]
        self.start = 0  # n when the block began
        self.event = -self.block  # n after the last sample of an event
        self.settled = False
        self.fit = None
        self.next_mean = self.variance = self.block_max = 0.0
        self.bar = self.fade = 1.0
        self.bar_n = 0  # n when the bar stood so
        self.configure(params)

    def configure(self, params):
        """Takes new parameters and keeps what was learned; block and memory wait for the
        next block. The dict is kept: call this after each change of it."""
        size = params["maxima"]
        # First, should there be no memory for it: then everything is as before.
        self.maxima = array(FLOATS, list(self.maxima)[-size:])
        refit = self.size != size
        self.size = size
        self.refitted = False
        self.params = params
        if self.n == 0:
            self._start_block()
        self._set_fade()
        del self.times[: -params["outliers"]]
        self._set_limit(refit and len(self.maxima) == size)

    def sigma_now(self):
        """Standard deviation as the next sample will be judged with, never 0."""
        # Never below what rounding of values around the mean makes.
        return max(sqrt(self.variance), 16 * EPSILON * abs(self.next_mean), 1e-12)

    def step(self, x, t):
        """Judges the sample `x` taken at `t` ms, then learns from it. Returns the verdict:
        OUTLIER, ALARM and COLLECTIVE added up."""
        self.mean = self.next_mean
        self.sigma = self.sigma_now()
        self.z = 0.0
        self.found = self.n, self.next_limit, 0.0, 0.0, LEVEL
        if not x * x < LARGEST_SQUARE:
            self.invalid += 1
            return 0
        n = self.n
        limit = self.next_limit
        params = self.params
        step = x - self.mean
        self.z = z = step / self.sigma if n else 0.0  # the first deviates from nothing
        size = abs(z)
        tail = params["tail"]
        d = 0.0 if tail != "both" and (z < 0) == (tail == "upper") else size
        verdict = 0
        ratio = probability = 0.0
        if self.fit:
            if d > params["gamma"]:
                probability = cdf(d, self.fit)
            ratio = d / limit
            if d > limit:
                if abs(step) > params["least"]:
                    verdict = OUTLIER
                    times = self.times
                    more = params["outliers"]
                    times.append(t)
                    del times[:-more]
                    longest = params["meanGap"] or 5 * params["period"]
                    if len(times) == more and (t - times[0]) / (more - 1) <= longest:
                        verdict += COLLECTIVE
                else:
                    ratio = 0.0

        if self.settled:
            if size > self.block_max and (not self.fit or size <= _NEAR * limit):
                self.block_max = size
            most = CLIP * limit * self.sigma
            step = max(-most, min(most, step))
        self.n = n = n + 1
        a = max(1 / n, self.a)
        b = max(1 / n, self.b)
        self.next_mean = self.mean + a * step
        self.variance = (1 - b) * (self.variance + b * step * step)
        return self.finish(verdict, ratio, probability, x)

    def finish(self, verdict, ratio, probability, x):
        """The rest of a step, once the sample is learned. Returns the verdict."""
        verdict += self.alarmed(ratio, probability, LEVEL)
        if self.n - self.start >= self.block:
            self.end_block()
        return verdict

    def alarmed(self, ratio, probability, cause):
        """Whether an event begins with a sample this far out, in limits: ALARM or 0."""
        n = self.n
        free = n - 1 - self.event >= self.block
        self._set_fade()
        score = ratio / self.bar if free else 0.0
        self.found = n, self.next_limit, score, probability, cause
        if score > 1:
            self.bar = min(_MOST, self.bar * (1 + self.params["fatigue"]))
            self.event = n
            return ALARM
        if ratio > 1 and not free:
            self.event = n
        return 0

    def _set_fade(self):
        """Brings the bar up to now, and takes its fading from now on."""
        if self.bar > 1:
            self.bar = max(1.0, self.bar * self.fade ** (self.n - self.bar_n))
        self.bar_n = self.n
        self.fade = 1 - self.params["fatigue"] / (_FADE * self.block)

    def end_block(self):
        """Takes the block's maximum and, once there are enough, fits anew."""
        refit = False
        if self.settled:
            size = self.size
            newest = [max(self.block_max, 1e-6)]
            self.block_max = 0.0
            self.maxima = array(FLOATS, list(self.maxima)[1 - size :] + newest)
            refit = len(self.maxima) == size
        self._start_block()
        if refit:
            self._set_limit(True)

    def _set_limit(self, refit):
        """The limit from the next sample on."""
        params = self.params
        if refit:
            self.fit = array(FLOATS, fit(self.maxima, _ETA))
            self.refitted = True
        q = 0.0
        if self.fit:
            u = log(params["delta"]) / _HORIZON
            e = exp(u)  # 1 - e, without the digits that are lost where e is nearly 1 (Kahan)
            q = quantile(self.fit, -u if e == 1 else (1 - e) * u / log(e))
        self.next_limit = max(params["gamma"], q)

    def _start_block(self):
        """Between blocks: the block length and memory asked for come into force."""
        block = self.params["block"]
        memory = self.params["memory"]
        if self.block != block:
            self._set_fade()
            if self.n - self.event >= self.block:
                self.event = self.n - block
            self.block = block
            self._set_fade()
        self.warm = 2 * memory or 1 << 30  # n up to which a sample weighs more than later
        self.a = 1 / memory if memory else 0.0
        self.b = self.a / _SPREAD
        if self.n:  # the first block only settles the moments, and is over at its end
            self.settled = True
            self.start = self.n
