"""Online anomaly detection by extreme value theory: one detector for one channel.

The same rule judges three series: the samples (level.py), the levels of whole blocks (drift.py)
and how long the signal stays on one side (rhythm.py), after what is usual at this phase of a cycle
was taken off (season.py). What is switched off is not even imported.
"""

from math import sqrt

from level import CLIP, LARGEST_SQUARE, OUTLIER, Level
from line import EPSILON

LEVEL = 0
DRIFT = 1
RHYTHM = 2

_CALM = 1024


class Detector(Level):
    """As Level; of the newest sample also limit, d, score, probability and cause.

    Most samples are near the mean and change nothing but the moments: `step` deals with those
    alone and in few bytecodes, for on a board each look-up takes time. `plain` is the deviation up
    to which it may, `wake` the n at which a block ends or a run is overdue, `low` and `high` the
    values between which the run goes on.
    """

    def __init__(self, params):
        self.drift = self.rhythm = self.season = None
        self.cycle = None  # samples and bins of the season
        self.raised_by = LEVEL
        self.ratio = 0.0
        # n after the newest sample that was no ordinary one, and whose score was worked out
        self.marked = self.scored = -1
        self.disturbed = -2 * _CALM  # n at the last outlier or alarm of level or drift
        Level.__init__(self, params)

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
        cycle = None
        if params["season"]:
            from season import Season, cycle_of

            cycle = cycle_of(params)
        if cycle != self.cycle:
            self.cycle = cycle
            self.season = Season(cycle) if cycle else None
        self._doze()

    def _doze(self):
        """Says what an ordinary sample is from now on."""
        self.plain = self.params["gamma"] if self.settled else -1
        self.warm = 2 * self.memory or 1 << 30
        self.keep = 1 - self.b
        self.wake = self.start + self.block
        # While samples are no further than this, the mean is not: what rounding makes of sigma
        # need not be looked at as long as the variance is larger.
        far = 2 * abs(self.next_mean) + 40 * sqrt(self.variance)
        self.far = far
        self.low = -far
        self.high = far
        self.solid = max((16 * EPSILON * far) ** 2, 1e-24)
        if self.rhythm is not None:
            self._take_side()

    def _take_side(self):
        """Between which values, and until when, the rhythm has nothing to say."""
        rhythm = self.rhythm
        if self.n <= 2 * self.block or self.n == self.start:
            self.wake = 0
        else:
            self.wake = min(self.start + self.block, rhythm.wakes)
        far = self.far
        self.high = far if rhythm.side == 1 else min(far, rhythm.upper)
        self.low = -far if rhythm.side == 2 else max(-far, rhythm.lower)

    def __getattr__(self, name):
        """What is reported, worked out when asked for. (MicroPython looks through the class for each
        attribute that is stored, once that has a property.)"""
        n = self.n
        marked = self.marked == n
        if name == "d":  # the deviation that counts, in sigmas
            z = self.z
            tail = self.params["tail"]
            return 0.0 if tail != "both" and (z < 0) == (tail == "upper") else abs(z)
        if name == "limit":  # in sigmas
            return self.used_limit if marked else self.next_limit
        if name == "probability":  # F(d) beyond gamma, else 0
            return self.full_probability if marked else 0.0
        if name == "cause":  # which series raised the score
            return self.raised_by if marked else LEVEL
        if name != "score":  # above 1 an event begins
            raise AttributeError(name)
        if self.scored == n:
            return self.full_score
        if n - 1 - self.event < self.block:
            return 0.0
        ratio = self.ratio if marked else self._ratio()
        return ratio / max(1.0, self.bar * self.fade ** (n - self.bar_n))

    def _ratio(self):
        """Of the level, for an ordinary sample."""
        if not self.fit:
            return 0.0
        z = self.z
        tail = self.params["tail"]
        if tail == "both":
            return abs(z) / self.next_limit
        return 0.0 if (z < 0) == (tail == "upper") else abs(z) / self.next_limit

    def step(self, x, t):
        """Judges the sample `x` taken at `t` ms, then learns from it. Returns the verdict:
        OUTLIER, ALARM and COLLECTIVE added up."""
        if self.season is not None:
            x = self._without_season(x)
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
                    if self.rhythm is not None and -self.far <= x <= self.far:
                        return self._side_left(2 if x < self.low else 1)
                self.full_probability = 0.0
                return self.finish(0, self._ratio(), x)
        self.marked = self.n  # in case that it is no valid sample
        self.raised_by = LEVEL
        self.ratio = 0.0
        self.scored = -1
        return Level.step(self, x, t)

    def _warm_up(self, step):
        """The moments while each sample still weighs more than it will later."""
        a = max(1 / self.n, self.a)
        b = max(1 / self.n, self.b)
        self.next_mean = self.mean + a * step
        self.variance = (1 - b) * (self.variance + b * step * step)

    def _without_season(self, x):
        season = self.season
        if x * x < LARGEST_SQUARE:
            return season.taken_off(x, CLIP * self.next_limit * sqrt(self.variance))
        season.skip()
        return x

    def finish(self, verdict, ratio, x):
        """What only some samples need: the watchers, an alarm, the end of a block."""
        n = self.n
        block = self.block
        into = n - self.start
        drifted = 0.0
        self.marked = n
        self.used_limit = self.next_limit
        self.raised_by = LEVEL
        # A first block that has grown meanwhile is not over yet.
        if into >= block and self.drift is not None and n >= self.params["block"]:
            drifted = self.drift.block_over(
                self.next_mean, max(1 / n, self.a), block, self.params["tail"]
            )
            if drifted > ratio:
                ratio = drifted
                self.raised_by = DRIFT
        rhythm = self.rhythm
        if rhythm is not None:
            if into == 1:
                rhythm.block_begins(self.next_mean, self.variance)
            change = rhythm.sample(x, n, n > 2 * block)
            calm = min(self.memory or _CALM, _CALM)
            if change > ratio and n - 1 - self.disturbed >= calm:
                ratio = change
                self.raised_by = RHYTHM
        self.ratio = ratio
        if ratio > 1 or into >= block:
            verdict += self._told(verdict, ratio, drifted)
        if into >= block:
            self.end_block()
            self._doze()
        elif not -self.far <= x <= self.far:
            self._doze()
        elif rhythm is not None:
            self._take_side()
        return verdict

    def _side_left(self, side):
        """An ordinary sample, but for being the first on this side."""
        n = self.n
        rhythm = self.rhythm
        ratio = rhythm.change(side, n)
        if side == 1:
            self.high = self.far
            self.low = rhythm.lower
        else:
            self.high = rhythm.upper
            self.low = -self.far
        end = self.start + self.block
        self.wake = rhythm.wakes if rhythm.wakes < end else end
        level = self._ratio()
        if ratio <= level or n - 1 - self.disturbed < min(self.memory or _CALM, _CALM):
            return 0
        self.marked = n
        self.used_limit = self.next_limit
        self.full_probability = 0.0
        self.raised_by = RHYTHM
        self.ratio = ratio
        return self._told(0, ratio, 0.0) if ratio > 1 else 0

    def _told(self, verdict, ratio, drifted):
        """ALARM or 0, and what the watchers are to make of it."""
        free = self.n - 1 - self.event >= self.block
        alarm = self.alarmed(verdict, ratio)
        self.scored = self.n
        if drifted > 1 and (alarm or not free):
            self.drift.told = True
        rhythm = self.rhythm
        if verdict & OUTLIER or (alarm and self.raised_by != RHYTHM):
            self.disturbed = self.n
            if rhythm is not None:
                rhythm.rest()
        elif alarm and rhythm.going:
            rhythm.tell()
        return alarm
