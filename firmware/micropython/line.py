"""The serial line's letters: checksums, lines out of bytes, numbers as text."""

LIMIT = 512  # bytes in a line, its end not counted

SINGLE = 1.0 + 1e-9 == 1.0  # this build computes in 32-bit floats

_FORMATS = ["%%.%dg" % digits for digits in range(6, 10 if SINGLE else 18)]


def checksum(data):
    """XOR of all bytes, as NMEA 0183 does."""
    total = 0
    for byte in data:
        total ^= byte
    return total


def encode(body):
    """`body` (ASCII text) as a line: its sum and the newline added."""
    return "%s*%02X\n" % (body, checksum(body.encode()))


def clean(text, limit=64):
    """`text` without what would break a field: commas, stars, equals signs, controls."""
    out = ""
    for letter in str(text)[:limit]:
        out += " " if letter in ",*=" or not " " <= letter <= "~" else letter
    return out


def number(value):
    """The shortest decimal that reads back as the same value."""
    if isinstance(value, int):
        return str(value)
    if value != value:
        return "nan"
    if value in (float("inf"), float("-inf")):
        return "inf" if value > 0 else "-inf"
    for form in _FORMATS:
        text = form % value
        if float(text) == value:
            return text
    return repr(value)


class Splitter:
    """Cuts a stream of bytes into lines and keeps the unfinished one.

    `on_line` gets each line as bytes without its end, or None once for a line over the limit,
    which is then dropped up to its newline.
    """

    def __init__(self, on_line):
        self._on_line = on_line
        self._tail = b""
        self._dropping = False

    def feed(self, chunk):
        start = 0
        while True:
            end = chunk.find(b"\n", start)
            piece = chunk[start:] if end < 0 else chunk[start:end]
            if self._dropping:
                self._dropping = end < 0
            elif len(self._tail) + len(piece) > LIMIT + 1:  # 1: a carriage return may end it
                self._tail = b""
                self._dropping = end < 0
                self._on_line(None)
            elif end < 0:
                self._tail += piece
            else:
                line = self._tail + piece
                self._tail = b""
                if line[-1:] == b"\r":
                    line = line[:-1]
                self._on_line(line if len(line) <= LIMIT else None)
            if end < 0:
                return
            start = end + 1
