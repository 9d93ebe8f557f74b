"""The serial line's letters: checksums, and numbers as text."""


def checksum(text):
    """XOR of all bytes of a text, or of what is bytes already, as NMEA 0183 does."""
    total = 0
    for byte in bytes(text, "utf-8") if type(text) == str else text:  # noqa: E721 - a longer program
        total ^= byte
    return total


def number(value):
    """The shortest decimal that reads back as the same value; what is no float as it is."""
    text = str(value)
    if type(value) == float:  # noqa: E721 - isinstance is a longer program
        for digits in range(4, 10):
            text = "%.*g" % (digits, value)
            if float(text) == value:
                break
    return text
