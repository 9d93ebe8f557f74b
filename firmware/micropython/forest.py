"""A forest that names events, from its file (src/naming/README.md), in arrays only."""

from array import array
from math import floor

FORM = 1
_PRIME = 65521
_MOST = 32767
_LONGEST = 4096  # bytes of a line


class Unsound(Exception):
    """Why a file is no forest to use; args: the words."""


class Forest:
    """features: places in the tuple that features.py gives; classes: their names as the file and
    the line have them; channels likewise; confidence: the least share of the trees for a name.

    fits(nodes) says whether there is memory for them; names are those of all features, in order.
    Raises Unsound; OSError when there is no file.
    """

    def __init__(self, path, version, names, fits=None):
        self.roots = array("h")
        self.feature = array("b")
        self.value = array("h")
        self.left = array("h")
        self.right = array("h")
        self.features = bytearray()
        self.scales = []
        self.classes = self.channels = ()
        self.confidence = 0.0
        self.hash = ""
        if fits is not None:
            fits(_nodes_in(path))
        try:
            self._read(path, version, names)
        except (ValueError, IndexError, OverflowError, TypeError):
            raise Unsound("the model cannot be read")
        self._check()

    def _read(self, path, version, names):
        a = 1
        b = 0
        with open(path, "rb") as file:
            while True:
                line = file.readline(_LONGEST)
                if not line or self.hash:
                    break
                if line[-1:] != b"\n":
                    raise Unsound("the model is cut off")
                if line[:2] == b"z,":
                    self.hash = "%04x%04x" % (b, a)
                    if line != bytes("z,%s\n" % self.hash, "utf-8"):
                        raise Unsound("the model was altered")
                    continue
                for byte in line:
                    a = (a + byte) % _PRIME
                    b = (b + a) % _PRIME
                self._take(str(line, "utf-8").rstrip().split(","), version, names)
        if not self.hash or line:
            raise Unsound("the model is cut off")

    def _take(self, fields, version, names):
        kind = fields.pop(0)
        if not self.confidence and kind != "tidemark":
            raise Unsound("this is no model")
        if kind == "n":
            self.feature.append(int(fields[0]))
            self.value.append(int(fields[1]))
            self.left.append(int(fields[2]))
            self.right.append(int(fields[3]))
        elif kind == "r":
            self.roots.append(int(fields[0]))
        elif kind == "s":
            for field in fields:
                name, exponent = field.split(":")
                if name not in names:
                    raise Unsound("this firmware has no feature " + name[:16])
                self.features.append(names.index(name))
                self.scales.append(2.0 ** int(exponent))
        elif kind == "t":
            self.classes = tuple(fields)
        elif kind == "k":
            self.channels = tuple(fields)
        elif kind == "tidemark":
            if int(fields[0]) != FORM or int(fields[1]) != version:
                raise Unsound("the model is for another version of the firmware")
            self.confidence = max(1e-6, float(fields[2]))

    def _check(self):
        """Whether each way through the trees goes forward and ends at a class."""
        count = len(self.feature)
        good = count > 0 and len(self.roots) > 0 and len(self.right) == count
        for root in self.roots:
            good = good and 0 <= root < count
        for at in range(count):
            good = good and 0 <= self.feature[at] < len(self.features)
            for jump in (self.left[at], self.right[at]):
                good = good and (0 < jump < count - at or 0 > jump >= -len(self.classes))
        if not good:
            raise Unsound("the trees of the model are not sound")

    def name(self, numbers):
        """(class or None, share of the trees for the class that most are for) of an event."""
        x = []
        for place, scale in zip(self.features, self.scales):
            x.append(max(-_MOST, min(_MOST, floor(numbers[place] * scale))))
        feature = self.feature
        value = self.value
        left = self.left
        right = self.right
        votes = [0] * len(self.classes)
        for at in self.roots:
            jump = 0
            while jump >= 0:
                at += jump
                jump = left[at] if x[feature[at]] < value[at] else right[at]
            votes[-1 - jump] += 1
        most = max(votes)
        share = most / len(self.roots)
        return (votes.index(most) if share >= self.confidence else None), share


def _nodes_in(path):
    count = 0
    with open(path, "rb") as file:
        while True:
            line = file.readline(_LONGEST)
            if not line:
                return count
            count += line[:2] == b"n,"
