"""Rhythm: how long the signal stays on one side of its mean, judged by a watcher."""

from array import array
from math import exp, log, sqrt

from line import FLOATS
from watcher import LIMIT, MEAN, SIGMA, VARIANCE, Q, Watcher, const

# Places in `sides`, after the usual log run of each side.
_RUNS = const(2)  # how many there were, up to _MANY
_UPPER = const(4)  # beyond these is a side
_LOWER = const(5)

_BAND = 0.7  # sigmas on either side of the mean that belong to neither side
_BLOCK = 4
_FLOOR = 0.1
_STEADY = 0.5  # the spread of log run lengths above which there is no rhythm
_SKIPPED = 2
_FAR = 1e18
_NEVER = 1 << 30
_LONGEST = 20  # e**20 samples are years
_MANY = 32  # runs; from there on each has the same weight


class Rhythm(Watcher):
    """side: 1 above, 2 below, 0 neither so far. wakes: n from which on the run is overdue. sides:
    numbers of the two sides. why: (value, center, limit) of what was last found too far out, in
    samples.
    """

    bound = "rhythm"
    block = _BLOCK
    memory = 64
    floor = _FLOOR

    def __init__(self, params, n):
        self.side = 0
        self.since = n  # samples before the run
        self.skip = 1
        self.told = False
        self.sides = array(FLOATS, [0.0, 0.0, 0.0, 0.0, _FAR, -_FAR])
        self.wakes = _NEVER
        self.why = None
        Watcher.__init__(self, params)

    def block_begins(self, mean, variance):
        """Takes the band around the mean that parts the sides."""
        half = _BAND * sqrt(variance)
        self.sides[_UPPER] = mean + half
        self.sides[_LOWER] = mean - half

    def wait(self, detector):
        """Tells the detector between which values, and until which n, there is nothing to see."""
        n = detector.n
        start = detector.start
        block = detector.block
        far = detector.far
        sides = self.sides
        wake = start + block
        if self.wakes < wake:
            wake = self.wakes
        detector.wake = 0 if n == start or n <= 2 * block else wake
        high = sides[_UPPER]
        low = sides[_LOWER]
        detector.high = far if self.side == 1 or high > far else high
        detector.low = -far if self.side == 2 or low < -far else low

    def rest(self):
        """After an event nothing is told of the runs that it spoils."""
        self.skip = _SKIPPED
        self.wakes = _NEVER

    def tell(self):
        """The run going on has been told."""
        self.told = True
        self.wakes = _NEVER

    def sample(self, x, awake, detector):
        """Judges the run that the newest sample ends or goes on with. Returns the ratio."""
        if awake:
            sides = self.sides
            if x > sides[_UPPER]:
                if self.side != 1:
                    return self.change(1, detector)
            elif x < sides[_LOWER] and self.side != 2:
                return self.change(2, detector)
        n = detector.n
        return self._overdue(n) if n >= self.wakes else 0.0

    def change(self, side, detector):
        """The newest sample is the first on this side. Tells the detector as `wait` does, but for
        what is the same in the whole block. Returns the ratio of the run that it ends."""
        sides = self.sides
        far = detector.far
        if side == 1:
            low = sides[_LOWER]
            detector.high = far
            detector.low = low if low > -far else -far
        else:
            high = sides[_UPPER]
            detector.low = -far
            detector.high = high if high < far else far
        n = detector.n
        run = n - 1 - self.since
        i = self.side - 1
        told = self.told
        self.since = n - 1
        self.side = side
        self.told = False
        self.wakes = _NEVER
        if i < 0:
            return 0.0
        if self.skip:
            self.skip -= 1
            return 0.0
        y = log(run)
        runs = sides[_RUNS + i]
        if runs < _MANY:
            runs += 1
            sides[_RUNS + i] = runs
            if runs == 1:
                sides[i] = y
                return 0.0
        state = self.state
        was = sides[i]
        residual = step = y - was
        spread = state[SIGMA]
        steady = spread <= _STEADY
        if self.n >= _BLOCK:
            sigma = sqrt(state[VARIANCE]) if steady else spread
            most = 2 * state[LIMIT] * sigma  # at least, while a fit is due
            if not -most <= step <= most:
                most = 2 * self.limit() * sigma
                step = max(-most, min(most, step))
        sides[i] = was + step / runs
        if not steady:
            self.learn(residual)
            return 0.0
        center = was + state[MEAN]
        width = self.limit() * max(spread, _FLOOR)
        ratio = self.judge(residual)
        i = side - 1
        if state[Q] and sides[_RUNS + i]:
            latest = sides[i] + self.limit() * max(state[SIGMA], _FLOOR)
            if latest < _LONGEST:
                self.wakes = n + int(exp(latest))
                detector.wake = min(detector.wake, self.wakes)
        if told:
            return 0.0
        if ratio > 1:
            self._note(y, center, width)
        return ratio

    def _overdue(self, n):
        state = self.state
        run = log(n - self.since)
        usual = self.sides[self.side - 1]
        width = self.limit() * max(state[SIGMA], _FLOOR)
        self._note(run, usual, width)
        return (run - usual) / width

    def _note(self, y, center, width):
        bound = center + (width if y > center else -width)
        self.why = exp(y), exp(center), exp(min(_LONGEST, bound))
