"""What an event was like: some numbers of the samples from its alarm to the end of its hold-off.

The table of them is src/naming/featureTable.ts, src/naming/eventFeatures.ts the same in the page.
Deviations are from the mean before the alarm, in the standard deviations of then. An event lasts
up to its last sample beyond a limit. It is over after a block of quiet samples; with a season
after a cycle without any beyond the limit of its alarm: each phase was seen again.
"""

from array import array
from math import log, sqrt

from level import OUTLIER
from line import FLOATS
from watcher import const

try:
    import spectrum
except ImportError:
    spectrum = None

VERSION = 1
# In the order in which `features` gives them.
LISTED = (
    "channel cause peak size mean last samples lasted outliers gap energy crest changes rise shift"
    " slope variance calm equal roughness beyond balance spread part"
)
PLAIN = len(LISTED.split())  # so many come before those of the spectrum
if spectrum:
    LISTED += " " + spectrum.LISTED

_MOST_BLOCKS = 8  # that are waited for
_FAR = 1e6  # sigmas: squares of these can be summed in single precision
# Places in the state. What is of the quiet samples so far joins the event's when it goes on.
_CENTER = const(0)
_SIGMA = const(1)
_CAUSE = const(2)
_SAMPLES = const(3)  # all since the alarm
_LENGTH = const(4)  # samples of the event
_SUM = const(5)
_SQUARES = const(6)
_QUIET = const(7)
_QUIET_SUM = const(8)
_QUIET_SQUARES = const(9)
_PEAK = const(10)
_PEAK_AT = const(11)
_LAST = const(12)
_OUTLIERS = const(13)
_FIRST_OUTLIER = const(14)
_LAST_OUTLIER = const(15)
_CHANGES = const(16)
_BEFORE = const(17)
_STEPS = const(18)
_MOMENT = const(19)  # sum of number times deviation
_RAW = const(20)
_EQUAL = const(21)
_LONGEST = const(22)
_LIMIT = const(23)
_BEYOND = const(24)  # samples further out than that
_ABSOLUTE = const(25)
_WHEN = const(26)  # sum of number times square
_SPREAD = const(27)  # sum of number squared times square
_USUAL = const(28)  # standard deviation before, with the cycle in it
_SIZE = const(29)


class Event:
    """The event of one channel. is_open: from its alarm until `sample` has returned True.
    has_spectrum: whether `features` gives that, too."""

    def __init__(self, channel, has_spectrum=False):
        self.channel = channel
        self.window = array(FLOATS, [0.0] * spectrum.WINDOW) if has_spectrum else None
        self.is_open = False
        self.n = self.first_ms = self.last_ms = 0
        self.still = 0  # samples since there was anything of the event
        self.state = array(FLOATS, [0.0] * _SIZE)

    def sample(self, detector, verdict, raw, t_ms):
        """Takes the sample that `detector` has just judged while the event is open, or that has
        opened it. Returns whether the event is over with it."""
        state = self.state
        if not self.is_open:
            self.is_open = True
            for i in range(_SIZE):
                state[i] = 0.0
            state[_CENTER] = detector.mean
            state[_SIGMA] = detector.sigma
            state[_USUAL] = _usual(detector)
            state[_CAUSE] = detector.cause
            state[_LIMIT] = detector.limit
            self.first_ms = t_ms
        elif self.n == detector.n:  # it was no number
            return False
        n = detector.n
        self.n = n
        x = raw if detector.season is None else detector.seasonless
        u = (x - state[_CENTER]) / state[_SIGMA]
        if not -_FAR <= u <= _FAR:
            u = _FAR if u > 0 else -_FAR
        i = state[_SAMPLES]
        state[_SAMPLES] = i + 1
        if self.window is not None and i < spectrum.WINDOW:
            self.window[int(i)] = u
        if i:
            before = state[_BEFORE]
            step = u - before
            state[_STEPS] += step * step
            if (u > 0) != (before > 0):
                state[_CHANGES] += 1
        equal = state[_EQUAL] + 1 if i and raw == state[_RAW] else 1
        state[_EQUAL] = equal
        if equal > state[_LONGEST]:
            state[_LONGEST] = equal
        state[_RAW] = raw
        state[_BEFORE] = u
        state[_MOMENT] += i * u
        square = u * u
        when = i * square
        state[_WHEN] += when
        state[_SPREAD] += i * when
        size = abs(u)
        state[_ABSOLUTE] += size
        if size > abs(state[_PEAK]):
            state[_PEAK] = u
            state[_PEAK_AT] = i
        self.still += 1
        if size > state[_LIMIT]:
            state[_BEYOND] += 1
            if detector.season is not None:
                self.still = 0
        state[_QUIET] += 1
        state[_QUIET_SUM] += u
        state[_QUIET_SQUARES] += square
        if verdict & OUTLIER:
            if not state[_OUTLIERS]:
                state[_FIRST_OUTLIER] = i
            state[_LAST_OUTLIER] = i
            state[_OUTLIERS] += 1
        if detector.event == n:  # it goes on
            state[_LENGTH] += state[_QUIET]
            state[_SUM] += state[_QUIET_SUM]
            state[_SQUARES] += state[_QUIET_SQUARES]
            state[_QUIET] = state[_QUIET_SUM] = state[_QUIET_SQUARES] = 0.0
            state[_LAST] = u
            self.last_ms = t_ms
            self.still = 0
        elif self.still >= _hold(detector) or state[_QUIET] >= _MOST_BLOCKS * detector.block:
            self.is_open = False
            return True
        return False

    def features(self):
        """The numbers of an event that is over, in the order of the table."""
        s = self.state
        n = s[_SAMPLES]
        length = s[_LENGTH]
        quiet = s[_QUIET]
        peak = s[_PEAK]
        sign = -1 if peak < 0 else 1
        total = s[_SUM] + s[_QUIET_SUM]
        squares = s[_SQUARES] + s[_QUIET_SQUARES]
        mean = total / n
        square = squares / n
        when = s[_WHEN] / squares if squares else 0.0
        variance = max(0.0, square - mean * mean)
        later = s[_QUIET_SUM] / quiet if quiet else 0.0
        after = max(0.0, s[_QUIET_SQUARES] / quiet - later * later) if quiet else 0.0
        slope = 0.0
        if n > 1:
            slope = 12 * (s[_MOMENT] - mean * n * (n - 1) / 2) / (n * (n * n - 1))
        outliers = s[_OUTLIERS]
        steps = n - 1 if n > 1 else 1
        numbers = (
            self.channel,
            s[_CAUSE],
            peak,
            log(max(abs(peak * s[_SIGMA]), 1e-12)),
            sign * s[_SUM] / length,
            sign * s[_LAST],
            length,
            self.last_ms - self.first_ms,
            outliers,
            (s[_LAST_OUTLIER] - s[_FIRST_OUTLIER]) / (outliers - 1) if outliers > 1 else 0.0,
            log(1 + s[_SQUARES]),
            abs(peak) / sqrt(square) if square else 0.0,
            s[_CHANGES] / steps,
            s[_PEAK_AT],
            sign * later,
            sign * slope,
            variance,
            after,
            s[_LONGEST],
            s[_STEPS] / steps / variance if variance > 1e-9 else 0.0,
            s[_BEYOND],
            sign * total / s[_ABSOLUTE] if squares else 0.0,
            sqrt(max(0.0, s[_SPREAD] / squares - when * when)) if squares else 0.0,
            abs(peak * s[_SIGMA]) / s[_USUAL],
        )
        return numbers if self.window is None else numbers + spectrum.spectrum(self.window, int(n))


def _usual(detector):
    sigma = detector.sigma
    season = detector.season
    return sigma if season is None else sqrt(sigma * sigma + season.variance())


def _hold(detector):
    """Samples after which an event in which there was nothing is over."""
    block = detector.block
    season = detector.season
    return block if season is None else max(block, min(season.samples, _MOST_BLOCKS * block))
