"""The table of parameters: names, defaults, valid ranges, each in the same order."""

_NAMES = (
    "gamma delta maxima outliers meanGap period block memory fatigue tail least drift rhythm"
    " season bins"
)
NAMES = _NAMES.split()
# The type is the parameter's too: whole number, number or word.
DEFAULTS = (4.0, 0.94, 5, 5, 0.0, 100.0, 32, 256, 0.05, "both", 0.0, 3.0, 5.0, 0.0, 48)
# For a word: those allowed.
LOWEST = (0, 1e-6, 3, 2, 0, 1, 2, 8, 0, ("both", "upper", "lower"), 0, 0, 0, 0, 2)
HIGHEST = (20, 0.999999, 64, 64, 3600000, 3600000, 4096, 1000000, 1)
HIGHEST += (None, 1e18, 20, 20, 2592000000, 512)
