"""Online anomaly detection by extreme value theory: one detector for one channel.

The same rule judges three series: the samples (level.py), the levels of whole blocks (drift.py)
and how long the signal stays on one side (rhythm.py), after what is usual at this phase of a cycle
was taken off (season.py). What is switched off is not even imported.
"""

from math import sqrt

from level import LEVEL, OUTLIER, Level
from line import EPSILON

# cause, besides LEVEL
DRIFT = 1
RHYTHM = 2

_CALM = 1024
_NEVER = 1 << 30
_REPORTED = ("n", "limit", "score", "probability", "cause")


class Detector(Level):
    """As Level; of the newest sample also limit, d, score, probability and cause; seasonless,
    what was judged of it, with a season alone.

    Most samples are near the mean and change nothing but the moments: `step` deals with those
    alone and in few bytecodes, for on a board each look-up takes time. `plain` is the deviation up
    to which it may, `wake` the n at which a block ends or a run is overdue, `low` and `high` the
    values between which the run goes on.
    """

    def __init__(self, params):
        self.drift = self.rhythm = self.season = None
        self.stirred = -_NEVER  # n at the last event of another cause than rhythm
        Level.__init__(self, params)
        self.found = 0, self.next_limit, 0.0, 0.0, LEVEL
        self.mean = self.z = 0.0
        self.sigma = self.sigma_now()

    def configure(self, params):
        """As Level.configure. A watcher switched on begins to learn, one switched off forgets;
        another season or sampling period starts the season's profile anew."""
        Level.configure(self, params)
        if not params["drift"]:
            self.drift = None
        elif self.drift is not None:
            self.drift.configure(params)
        else:
            from drift import Drift

            self.drift = Drift(params)
        if not params["rhythm"]:
            self.rhythm = None
        elif self.rhythm is not None:
            self.rhythm.configure(params)
        else:
            from rhythm import Rhythm

            self.rhythm = Rhythm(params, self.n)
        if params["season"] >= 1.5 * params["period"]:  # two samples, rounded
            from season import Season, cycle_of

            if self.season is None or self.season.cycle != cycle_of(params):
                self.season = Season(params)
        else:
            self.season = None
        self._doze()

    def _doze(self):
        """Says what an ordinary sample is from now on."""
        self.plain = self.params["gamma"] if self.settled else -1
        self.keep = 1 - self.b
        self.wake = self.start + self.block
        # While samples are no further than this, the mean is not: what rounding makes of sigma
        # need not be looked at as long as the variance is larger.
        far = 2 * abs(self.next_mean) + 40 * sqrt(self.variance)
        self.far = far
        self.low = -far
        self.high = far
        self.solid = max((16 * EPSILON * far) ** 2, 1e-24)
        if self.season is not None:
            self.season.block_begins(self)
        if self.rhythm is not None:
            self.rhythm.wait(self)

    def __getattr__(self, name):
        """What is reported, worked out when asked for. (Once a class has a property, MicroPython
        looks through it for each attribute that is stored.)"""
        found = self.found
        if found[0] != self.n:  # an ordinary sample
            found = self.n, self.next_limit, 0.0, 0.0, LEVEL
            if name == "score":
                return self._score(self._ratio())
        if name == "d":  # the deviation that counts, in sigmas
            return self._deviation()
        return found[_REPORTED.index(name)]

    def why(self, cause):
        """(value, center, limit) of what a watcher, DRIFT or RHYTHM, last found too far out: block
        levels in the signal's unit, runs in samples."""
        return (self.drift if cause == DRIFT else self.rhythm).why

    def _deviation(self):
        z = self.z
        tail = self.params["tail"]
        return 0.0 if tail != "both" and (z < 0) == (tail == "upper") else abs(z)

    def _ratio(self):
        """Of the level, for an ordinary sample."""
        return self._deviation() / self.next_limit if self.fit else 0.0

    def _score(self, ratio):
        n = self.n
        if n - 1 - self.event < self.block:
            return 0.0
        return ratio / max(1.0, self.bar * self.fade ** (n - self.bar_n))

    def step(self, x, t):
        """Judges the sample `x` taken at `t` ms, then learns from it. Returns the verdict:
        OUTLIER, ALARM and COLLECTIVE added up."""
        if self.season is not None:
            x = self.season.taken_off(x, self)
            self.seasonless = x
        variance = self.variance
        if self.solid < variance < 1e22:
            mean = self.next_mean
            sigma = sqrt(variance)
            step = x - mean
            z = step / sigma
            size = z if z >= 0 else -z
            if size <= self.plain:
                if size > self.block_max:
                    self.block_max = size
                n = self.n + 1
                self.n = n
                self.mean = mean
                self.sigma = sigma
                self.z = z
                if n < self.warm:
                    self._warm_up(step)
                else:
                    self.next_mean = mean + self.a * step
                    self.variance = self.keep * (variance + self.b * step * step)
                if n < self.wake:
                    if self.low <= x <= self.high:
                        return 0
                    far = self.far
                    if -far <= x <= far:  # one that `low` or `high` of the rhythm leaves out
                        ratio = self.rhythm.change(2 if x < self.low else 1, self)
                        return self._side_left(ratio) if ratio else 0
                return self.finish(0, self._ratio(), 0.0, x)
        return Level.step(self, x, t)

    def _warm_up(self, step):
        """The moments while each sample still weighs more than it will later."""
        a = max(1 / self.n, self.a)
        b = max(1 / self.n, self.b)
        self.next_mean = self.mean + a * step
        self.variance = (1 - b) * (self.variance + b * step * step)

    def finish(self, verdict, ratio, probability, x):
        """What only some samples need: the watchers, an alarm, the end of a block."""
        n = self.n
        block = self.block
        into = n - self.start
        drifted = 0.0
        cause = LEVEL
        if into >= block and self.drift is not None:
            a = max(1 / n, self.a)
            drifted = self.drift.block_over(self.next_mean, a, block, self.params["tail"], ratio)
            if drifted > ratio:
                ratio = drifted
                cause = DRIFT
        rhythm = self.rhythm
        if rhythm is not None:
            if into == 1:
                rhythm.block_begins(self.next_mean, self.variance)
            change = rhythm.sample(x, n > 2 * block, self)
            if change > ratio and self._calm():
                ratio = change
                cause = RHYTHM
        if ratio > 1:
            verdict += self._told(verdict, ratio, probability, cause, drifted)
        else:
            self.found = n, self.next_limit, self._score(ratio), probability, cause
        if into >= block:
            self.end_block()
            self._doze()
        elif not -self.far <= x <= self.far:
            self._doze()
        elif rhythm is not None:
            rhythm.wait(self)
        return verdict

    def _side_left(self, ratio):
        """An ordinary sample, but for being the first on this side; ratio: of the run before."""
        if ratio <= self._ratio() or not self._calm():
            return 0
        if ratio > 1:
            return self._told(0, ratio, 0.0, RHYTHM, 0.0)
        self.found = self.n, self.next_limit, self._score(ratio), 0.0, RHYTHM
        return 0

    def _calm(self):
        """Whether the mean has had time to learn what the last event was."""
        return self.n - 1 - self.stirred >= min(self.warm // 2, _CALM)

    def _told(self, verdict, ratio, probability, cause, drifted):
        """ALARM or 0, and what the watchers are to make of it."""
        free = self.n - 1 - self.event >= self.block
        alarm = self.alarmed(ratio, probability, cause)
        if drifted > 1 and (alarm or not free):
            self.drift.told = True
        rhythm = self.rhythm
        if verdict & OUTLIER or (alarm and cause != RHYTHM):
            self.stirred = self.n
            if rhythm is not None:
                rhythm.rest()
        elif alarm and rhythm is not None and rhythm.since < self.n - 1:  # the run goes on
            rhythm.tell()
        return alarm
