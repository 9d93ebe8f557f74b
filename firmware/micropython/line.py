"""The serial line's letters: checksums, words and numbers as text."""

HELLO = "h,protocol=1,firmware=tidemark,version=0.1.0,rules=3"  # how the hello line begins

_step = 1.0
while 1.0 + _step / 2 != 1.0:
    _step /= 2
EPSILON = _step  # from 1 to the next number that this build has
SINGLE = EPSILON > 1e-9
FLOATS = "df"[SINGLE]  # typecode of an array of this build's numbers


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


def rounded(value):
    """Six significant digits: what no person typed and nobody reads back exactly."""
    return "%.6g" % value


def number(value):
    """The shortest decimal that reads back as the same value; what is no float as it is."""
    if not isinstance(value, float) or value - value != 0:  # nan, inf or -inf
        return str(value)
    text = ""
    for digits in range(6, 10 if SINGLE else 18):
        text = "%.*g" % (digits, value)
        if float(text) == value:
            break
    return text
