"""What single channels have of their own, beside the parameters that the board has for all."""

from parameters import Refused, changes, listed, value_of
from table import NAMES

JUDGE = "judge"  # 0 leaves the channel unjudged


def own_changes(pairs):
    """As parameters.changes, for one channel; a name with nothing stands for None."""
    return changes(pairs, _value_of)


def change(own, found):
    """Changes the dict of one channel in place: None takes an override away."""
    own.update(found)
    for name in found:
        if found[name] is None or (name == JUDGE and found[name]):
            del own[name]


def own_listed(i, own):
    """Those of channel i as they go on the line and into the flash."""
    text = ",ch=%d%s" % (i, listed(own))
    return text + ",judge=%d" % own[JUDGE] if JUDGE in own else text


def _value_of(name, text):
    if name == "period":
        raise Refused("param", name, "shared")
    if name == JUDGE and text not in ("0", "1", ""):
        raise Refused("range", name, "")
    if not text and (name == JUDGE or name in NAMES):
        return None
    return int(text) if name == JUDGE else value_of(name, text)
