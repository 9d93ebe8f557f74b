"""Disturbs a virtual machine, in random order, spacing and size, and gathers its events by the board's
own detector and features, with the samples that the page gets. For bench.ts."""

import json

import naming
import parameters
import pump
import simulated
from detector import Detector
from features import Event
from level import ALARM
from noise import Noise

_PERIOD_MS = 20
_FIRST_MS = 30000
_SMALLEST = 0.75
_LARGEST = 1.5
_SHORTEST_MS = 20000  # from the end of a disturbance to the next
_LONGEST_MS = 60000


def _sizes(module, names):
    return dict([(name, getattr(module, name)) for name in names])


_MACHINES = {
    "machine": (
        simulated,
        simulated.Simulated,
        ("_SPIKE_G", "_STEP_G", "_BURST_G", "_BURST", "_DRIFT_MS", "_FLAT_MS"),
        {"drift": "_DRIFT_MS", "flat": "_FLAT_MS"},
    ),
    "pump": (pump, pump.Pump, ("_WEAK", "_LATE_MS", "_STUCK_MS"), {"stuck": "_STUCK_MS"}),
}
_DEFAULTS = dict([(name, _sizes(row[0], row[2])) for name, row in _MACHINES.items()])
_ANY_MS = 4000


def _resize(machine, module, kind, size, sensor):
    """What is disturbed is so much larger or smaller than usual."""
    usual = _DEFAULTS[machine]
    if machine == "machine":
        for name in usual:
            # A step goes back by what it went up.
            if name != "_STEP_G" or (kind == "step" and not sensor._step):
                value = usual[name] * size
                setattr(module, name, int(value) if isinstance(usual[name], int) else value)
    else:
        part = (size - _SMALLEST) / (_LARGEST - _SMALLEST)
        module._WEAK = 0.4 + 0.25 * part
        module._LATE_MS = int(750 + 250 * part)
        module._STUCK_MS = int(usual["_STUCK_MS"] * size)


def run(machine, seed, each, target, number=float):
    """Writes to the file `target`, for each channel, the values as they came, and every event:
    [alarm's time, channel, number of the disturbance that goes on then or -1, features]; and the
    disturbances: [time, kind, end]. `each` of every kind. The detectors reckon in what `number` makes.
    Returns the number of samples."""
    module, create, _, lasts = _MACHINES[machine]
    noise = Noise(seed * 7919 + 13)
    sensor = create(seed)
    params = parameters.defaults()
    params.update(sensor.parameters)
    params["period"] = float(_PERIOD_MS)
    for name in params:
        if isinstance(params[name], float):
            params[name] = number(params[name])
    detectors = [Detector(params) for _ in range(2)]
    events = [Event(i, True) for i in range(2)]
    opened = [0, 0]
    kinds = list(module.KINDS) * each
    for i in range(len(kinds) - 1, 0, -1):
        other = int(noise.uniform() * (i + 1))
        kinds[i], kinds[other] = kinds[other], kinds[i]
    disturbances = []
    found = []
    due = _FIRST_MS
    t_ms = 0
    samples = 0
    with open(target, "w") as out:
        out.write('{"values":[')
        while kinds or t_ms < due:
            if t_ms >= due:
                kind = kinds.pop()
                size = _SMALLEST + (_LARGEST - _SMALLEST) * noise.uniform()
                _resize(machine, module, kind, size, sensor)
                sensor.inject(kind)
                until = t_ms + getattr(module, lasts.get(kind, ""), _ANY_MS)
                disturbances.append([t_ms, kind, until])
                spacing = _SHORTEST_MS + (_LONGEST_MS - _SHORTEST_MS) * noise.uniform()
                due = int(until + spacing)
            values = sensor.read(t_ms)
            out.write("%s[%s,%s]" % ("," if samples else "", values[0], values[1]))
            for i in range(2):
                detector = detectors[i]
                event = events[i]
                value = number(values[i])
                verdict = detector.step(value, t_ms)
                if event.is_open or verdict & ALARM:
                    if not event.is_open:
                        goes_on = disturbances and t_ms <= disturbances[-1][2]
                        opened[i] = [t_ms, i, len(disturbances) - 1 if goes_on else -1]
                    if event.sample(detector, verdict, value, t_ms):
                        found.append(opened[i] + [event.features()])
            t_ms += _PERIOD_MS
            samples += 1
        out.write('],"events":[')
        mark = ""
        for time, i, number, numbers in found:
            text = ",".join(["%.17g" % value for value in numbers])
            out.write("%s[%d,%d,%d,[%s]]" % (mark, time, i, number, text))
            mark = ","
        out.write('],"disturbances":%s}' % json.dumps(disturbances))
    for name in _DEFAULTS[machine]:
        setattr(module, name, _DEFAULTS[machine][name])
    return samples


def names(path, source, channels):
    """What the forest at `path` says on the board of each event in the file `source`."""
    board = naming.Naming(path, channels)
    if board.forest is None:
        raise ValueError(board.words)
    with open(source) as file:
        events = json.load(file)
    said = [board.forest.name(numbers) for numbers in events]
    return json.dumps([[-1 if its is None else its, share] for its, share in said])
