"""What the line says of a sample's verdict and of a fit, without sums."""

from level import ALARM, COLLECTIVE, OUTLIER
from line import rounded

_CAUSES = ("", ",d", ",r")


def verdict_lines(seq, t_ms, i, detector, verdict):
    """The verdict, and for a watcher's alarm what was judged against what."""
    kind = "o" if verdict & OUTLIER else ""
    cause = 0
    if verdict & ALARM:
        kind += "a"
        cause = detector.cause
    if verdict & COLLECTIVE:
        kind += "c"
    probability = rounded(detector.probability)
    said = ["e,%d,%d,%d,%s,%s%s" % (seq, t_ms, i, kind, probability, _CAUSES[cause])]
    if cause:
        text = "w,%d,%d%s" % (seq, i, _CAUSES[cause])
        for value in detector.why(cause):
            text += "," + rounded(value)
        said.append(text)
    return said


def fit_line(i, seq, fit, mean, sigma):
    """The fit of channel i that came with sample `seq`, and what the next one was judged with."""
    _, shape, scale, r2 = fit
    text = "f,%d,%d" % (seq, i)
    for value in (shape, scale, r2, mean, sigma):
        text += "," + rounded(value)
    return text
