"""A BBC micro:bit v1: 16 KB of RAM, of which a program has 9, MicroPython 1.9.2.

Takes the place of main.py and application.py, for which there is no room: the same detector and
parameters on the same line, with one channel, lines of at most 160 bytes, and one word each for
what is refused. Ctrl-C stops it at any time and leaves the prompt.
"""

import gc

from detector import Detector
from line import HELLO, checksum, number
from machine import unique_id
from microbit import running_time, uart
from microbit_accelerometer import CHANNEL, NAME, read
from microbit_saved import load, save, send
from parameters import NAMES, Refused, changes, defaults

_LINE_LIMIT = 160
_CHUNK = 64
_ID_LIMIT = 16
_SEQ_MASK = (1 << 30) - 1

started = True
saved = False
params = {}
detector = None
last = b""  # command
about = "id="
for byte in unique_id():
    about += "%02x" % byte
about += ",sensor=" + NAME + ",channels=" + CHANNEL


def fields_of(params):
    """The parameters as a list of "name=value"."""
    fields = []
    for name in NAMES:
        fields.append(name + "=" + number(params[name]))
    return fields


def answer(raw):
    """Does what a line of bytes asks for. Returns the reply."""
    global detector, last, saved, started
    ident = ""
    try:
        if len(raw) > _LINE_LIMIT:
            raise Refused("toolong", "", "")
        for byte in raw:
            if not 31 < byte < 127:
                raise Refused("parse", "", "letters")
        text = str(raw, "utf-8")
        star = text.rfind("*")
        body = text if star < 0 else text[:star]
        fields = body.split(",") if "," in body else body.split() or [""]
        op = fields.pop(0)
        if len(op) == 1:  # one of its own lines, from a terminal with echo
            return ""
        if fields and "=" not in fields[0]:
            ident = fields.pop(0)[:_ID_LIMIT]
        if star >= 0 and text[star + 1 :].upper() != "%02X" % checksum(raw[:star]):
            raise Refused("sum", "", "")
        if op == "set":
            found = changes(fields)
            if max(found.get("maxima", 0), found.get("outliers", 0)) > 16:
                raise Refused("range", "maxima", "at most 16")
            params.update(found)
            detector.configure(params)
        elif op == "save":
            save(fields_of(params))
            saved = True
        elif op == "restart":
            if raw != last or not ident:  # and not again when asked again
                detector.__init__(params)  # in place: there is no memory for two
                send("l,restarted")
        elif op == "start" or op == "stop":
            started = op == "start"
        elif op == "hello":
            send(
                HELLO,
                ("board=micro:bit", about, "float=32", "saved=%d" % saved, "most=16"),
            )
        elif op != "get" and op != "ping":
            raise Refused("op", "", op)
        if op in ("hello", "get", "set"):
            send("p", fields_of(params))
        last = raw
        reply = "ok"
    except Refused as error:
        reply = "error,%s,%s,%s" % error.args
    except Exception as error:  # noqa: BLE001 - no command may stop the sampling
        reply = "error,io,," + str(error).replace(",", " ")
    return "r,%s,%s" % (ident, reply)


def run():
    """Samples and answers for ever.

    Calls may nest six deep there, this one included, so it does itself what it can.
    """
    global detector, saved
    params.update(defaults())
    saved = load(params)
    answer(b"hello")
    tail = b""
    seq = t_ms = 0
    wait = 0.0  # ms until the next sample
    ticks = running_time()
    while True:
        try:
            if not detector:
                detector = Detector(params)
                gc.collect()
                send("l,%d bytes free" % gc.mem_free())
            now = running_time()
            if now > ticks:  # and not when it wraps
                t_ms += now - ticks
                wait -= now - ticks
            ticks = now
            if wait <= 0:
                wait = wait % params["period"] or params["period"]
                if started:
                    value = read()
                    send("s,%d,%d" % (seq, t_ms), (value,))
                    verdict = detector.step(value, t_ms)
                    if verdict:
                        kind = "o" + ("a" if verdict & 2 else "") + ("c" if verdict & 4 else "")
                        send("e,%d,%d,0,%s" % (seq, t_ms, kind), (detector.probability,))
                    say_fit(seq)
                    seq = (seq + 1) & _SEQ_MASK
            if uart.any():  # without a size, read takes 256 bytes of heap
                tail += uart.read(_CHUNK)
            end = tail.find(b"\n")
            if end >= 0:
                line = tail[:end].strip()
                tail = tail[end + 1 :]
                reply = line and answer(line)
                if reply:
                    wait = min(wait, params["period"])
                    say_fit((seq - 1) & _SEQ_MASK)
                    send(reply)
            elif len(tail) > _LINE_LIMIT:
                tail = tail[: _LINE_LIMIT + 1]
        except MemoryError:
            tail = b""  # whoever sent it asks again
            gc.collect()
            send("l,out of memory")


def say_fit(seq):
    """Sends the fit if it is a new one; `seq` is the sample it came with."""
    d = detector
    if d and d.refitted:
        d.refitted = False
        send("f,%d,0" % seq, (d.shape, d.scale, d.r2, d.mean, d.sigma()))
