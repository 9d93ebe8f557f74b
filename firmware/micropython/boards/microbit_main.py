"""A BBC micro:bit v1: 16 KB of RAM, of which a program has 9, MicroPython 1.9.2.

Takes the place of main.py and application.py, for which there is no room: the level's rules and
parameters on the same line, with one channel, lines of at most 160 bytes, and one word each for
what is refused. Ctrl-C stops it at any time and leaves the prompt.
"""

import gc
from os import remove

from detector import Detector
from line import checksum
from machine import unique_id
from microbit import running_time, uart
from microbit_accelerometer import CHANNEL, NAME, read
from microbit_saved import PATHS, kept, send
from parameters import NAMES, Refused, changes, params

_LINE_LIMIT = 160
_CHUNK = 64
_ID_LIMIT = 16
_SEQ_MASK = (1 << 30) - 1

started = True
saved = False
detector = None
last = b""  # command
about = "h,protocol=1,firmware=tidemark,version=0.1.0,rules=3,board=micro:bit,id="
for byte in unique_id():
    about += "%02x" % byte
about += ",sensor=" + NAME + ",channels=" + CHANNEL + ",float=30,can=,most=16,saved=0"
# Said again and again where it lies: there is not always so much memory in one piece.
about = bytearray(bytes(about, "utf-8"))


def answer(raw):
    """Does what a line of bytes asks for. Returns the reply, or None if it asks for nothing."""
    global last, saved, started
    ident = ""
    try:
        if len(raw) > _LINE_LIMIT:
            raise Refused("toolong,,")
        for byte in raw:
            if not 31 < byte < 127:
                raise Refused("parse,,letters")
        star = raw.rfind(b"*")
        body = raw if star < 0 else raw[:star]
        total = checksum(body)
        body = str(body, "utf-8")
        words = body.split("," if "," in body else None) or [""]
        op = words.pop(0)
        if len(op) == 1:  # one of its own lines, from a terminal with echo
            return None
        if words and "=" not in words[0]:
            ident = words.pop(0)[:_ID_LIMIT]
        if star >= 0 and str(raw[star + 1 :], "utf-8").upper() != "%02X" % total:
            raise Refused("sum,,")
        if op == "set":
            params.update(changes(words))
            detector.configure()
        elif op == "save":
            for path in PATHS:
                with open(path, "w") as file:
                    send("tidemark,\n", NAMES, file.write, "%s=%s\n")
                if not kept(path, False):  # the older copy is as it was
                    remove(path)
                    raise Refused("io,,not written")
            saved = True
        elif op == "restart":
            if raw != last or not ident:  # and not again when asked again
                detector.restart()
                send("l,restarted")
        elif op == "start":
            started = True
        elif op == "stop":
            started = False
        elif op == "hello":
            about[-1] = 48 + saved
            send(about)
        elif op not in ("get", "ping"):
            raise Refused("op,," + op)
        if op in ("hello", "get", "set"):
            send("p", NAMES)
        last = raw
        return "r,%s,ok" % ident
    except Refused as error:
        return "r,%s,error,%s" % (ident, error)
    except Exception as error:  # noqa: BLE001 - no command may stop the sampling
        return "r,%s,error,io,,%s" % (ident, str(error).replace(",", " "))


def run():
    """Samples and answers for ever.

    Calls may nest six deep there, this one included, so it does itself what it can.
    """
    global detector, saved
    detector = Detector()
    for path in PATHS:
        if not saved and kept(path, False):
            saved = kept(path, True)
    detector.restart()
    answer(b"hello")
    gc.collect()
    send("l,%d bytes free" % gc.mem_free())
    tail = b""
    seq = t_ms = 0
    wait = 0.0  # ms until the next sample
    ticks = running_time()
    while True:
        try:
            now = running_time()
            if now > ticks:  # and not when it wraps
                t_ms += now - ticks
                wait -= now - ticks
            ticks = now
            if wait <= 0:
                wait = wait % params["period"] or params["period"]
                if started:
                    value = read()
                    sent = seq  # whatever there is no memory for: no number comes twice
                    seq = (seq + 1) & _SEQ_MASK
                    send("s,%d,%d,%d" % (sent, t_ms, value))
                    verdict = detector.step(value, t_ms)
                    if verdict:
                        kind = "o" if verdict & 1 else ""
                        kind += "a" if verdict & 2 else ""
                        kind += "c" if verdict & 4 else ""
                        send("e,%d,%d,0,%s,%.6g" % (sent, t_ms, kind, detector.probability))
                    say_fit(sent)
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
        except (MemoryError, RuntimeError):  # heap or stack
            tail = b""  # whoever sent it asks again
            gc.collect()
            try:
                send("l,out of memory")
            except (MemoryError, RuntimeError):
                tail = b""  # not even for that; nothing may stop the sampling


def say_fit(seq):
    """Sends the fit if it is a new one; `seq` is the sample it came with."""
    d = detector
    if d.refitted:
        d.refitted = False
        _, shape, scale, r2 = d.fit
        send("f,%d,0,%.6g,%.6g,%.6g,%.6g,%.6g" % (seq, shape, scale, r2, d.mean, d.sigma()))
