"""The serial line's letters: checksums, lines out of bytes, numbers as text."""

LIMIT = 512  # bytes in a line, its end not counted

SINGLE = 1.0 + 1e-9 == 1.0  # this build computes in 32-bit floats


def checksum(data):
    """XOR of all bytes, as NMEA 0183 does."""
    total = 0
    for byte in data:
        total ^= byte
    return total


def encode(body):
    """`body` (ASCII text) as a line: its sum and the newline added."""
    return "%s*%02X\n" % (body, checksum(bytes(body, "utf-8")))


def clean(text, limit=64):
    """`text` without what would break a field: commas, stars, equals signs, controls."""
    out = ""
    for letter in str(text)[:limit]:
        out += " " if letter in ",*=" or not " " <= letter <= "~" else letter
    return out


def number(value):
    """The shortest decimal that reads back as the same value."""
    if isinstance(value, int) or value - value != 0:  # not finite: nan, inf or -inf
        return str(value)
    text = ""
    for digits in range(6, 10 if SINGLE else 18):
        text = "%.*g" % (digits, value)
        if float(text) == value:
            break
    return text


class Splitter:
    """Cuts a stream of bytes into lines and keeps the unfinished one.

    `on_line` gets each line as bytes without its end and the blanks around it, or None once for
    a line over the limit, which is then dropped up to its newline.
    """

    def __init__(self, on_line):
        self._on_line = on_line
        self._tail = b""
        self._dropping = False

    def feed(self, chunk):
        lines = (self._tail + chunk).split(b"\n")
        self._tail = lines.pop()
        for line in lines:
            if not self._dropping:
                line = line.strip()
                self._on_line(line if len(line) <= LIMIT else None)
            self._dropping = False
        if len(self._tail) > LIMIT + 1:  # 1: a carriage return may end it
            self._tail = b""
            if not self._dropping:
                self._dropping = True
                self._on_line(None)
