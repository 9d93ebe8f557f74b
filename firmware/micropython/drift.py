"""Drift: the level of each whole block, judged by a watcher."""

from watcher import LIMIT, MEAN, SIGMA, Watcher

_SURELY = 0.9999  # whatever short floats make of it


class Drift(Watcher):
    """told: an alarm has been raised for it, or it fell into another one's hold-off. why: (value,
    center, limit) of what was last found too far out."""

    bound = "drift"
    block = 2
    memory = 256

    def __init__(self, params):
        self.last = None  # mean at the end of the block before
        self.told = False
        self.why = None
        Watcher.__init__(self, params)

    def block_over(self, mean, a, block, tail, beside):
        """Judges the level of the block of so many samples that has just ended; mean: as it
        stands, each sample of weight a. Returns the ratio, 0 for what was told, and for what is
        within its limit and no more than the ratio `beside`."""
        level = mean
        if self.last is not None:  # unfolded from the mean, which remembers what was before
            level = self.last + (mean - self.last) / (1 - (1 - a) ** block)
        self.last = mean
        state = self.state
        center = state[MEAN]
        sigma = state[SIGMA]
        # At least: while a fit is due, that is not the limit yet.
        width = state[LIMIT] * sigma
        if abs(level - center) <= width * min(beside, 1.0) * _SURELY:
            self.learn(level)
            self.told = False
            return 0.0
        width = self.limit() * sigma
        ratio = self.judge(level)
        if tail != "both" and (level < center) == (tail == "upper"):
            ratio = 0.0
        if ratio <= 1:
            self.told = False
            return ratio
        if self.told:
            return 0.0
        self.why = level, center, center + (width if level > center else -width)
        return ratio
