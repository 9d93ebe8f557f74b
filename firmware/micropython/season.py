"""Season: what is usual at this phase of a cycle, learned and taken off before the judging."""

from array import array
from math import sqrt

from level import CLIP, LARGEST_SQUARE
from line import FLOATS
from watcher import const

_CYCLES = const(16)  # that the profile remembers


def cycle_of(params):
    """What a profile is one of: with another cycle it begins anew."""
    return params["season"], params["period"], params["bins"]


class Season:
    """One number a bin of the cycle, and how often it was there.

    Most samples are of a profile that was there often, and near it: `taken_off` deals with those
    alone and in few bytecodes. `near` is the square of how near; negative while there are bins,
    `young` of them, that were not there often.
    """

    def __init__(self, params):
        self.cycle = cycle_of(params)
        self.samples = samples = int(params["season"] / params["period"] + 0.5)
        self.bins = self.young = bins = min(params["bins"], samples)
        self.phase = 0
        self.seen = 0  # samples, up to what matters
        self.usual = None
        self.near = -1.0
        self.profile = array(FLOATS, [0.0] * bins)
        self.visits = bytearray(bins)

    def block_begins(self, detector):
        """Works out how near a sample of this block is if its limit surely clips nothing."""
        self.near = -1.0
        variance = detector.variance
        if not self.young and variance < 1e22:
            # No limit is below gamma, and the variance falls by no more than this a sample.
            fade = 1 - max(1 / (detector.n + 1), detector.b)
            most = CLIP * detector.params["gamma"]
            self.near = 0.99 * most * most * variance * fade**detector.block

    def taken_off(self, x, detector):
        """`x` without what is usual now, which it then changes: by how much at most, the detector
        has to say."""
        phase = self.phase
        samples = self.samples
        k = phase * self.bins // samples
        phase += 1
        self.phase = phase if phase < samples else 0
        profile = self.profile
        usual = profile[k]
        y = x - usual
        if not y * y <= self.near:
            return self._learn(x, k, detector)
        profile[k] = usual + y / _CYCLES
        return y + self.usual

    def _learn(self, x, k, detector):
        """The rest of `taken_off`, for any sample."""
        seen = self.seen
        if seen <= 2 * self.samples:
            self.seen += 1
        if not x * x < LARGEST_SQUARE:
            return x  # a sample that is none takes its place in the cycle, and no more
        profile = self.profile
        visits = self.visits[k]
        if visits < _CYCLES:
            visits += 1
            self.visits[k] = visits
            if visits == _CYCLES:
                self.young -= 1
            if visits == 1:
                profile[k] = x
                return x
        if self.usual is None and seen >= self.samples:
            self.usual = self._mean()
        y = step = x - profile[k]
        if seen > 2 * self.samples:
            most = CLIP * detector.next_limit * sqrt(detector.variance)
            step = max(-most, min(most, step))
        profile[k] += step / visits
        return x if self.usual is None else y + self.usual

    def variance(self):
        """How far the cycle swings: variance of what is usual at its phases."""
        mean = self._mean()
        total = 0.0
        count = 0
        for i in range(len(self.visits)):
            if self.visits[i]:
                away = self.profile[i] - mean
                total += away * away
                count += 1
        return total / count

    def _mean(self):
        total = 0.0
        count = 0
        for i in range(len(self.visits)):
            if self.visits[i]:
                total += self.profile[i]
                count += 1
        return total / count
