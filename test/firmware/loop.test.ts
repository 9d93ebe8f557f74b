/** The loop of main.py in real MicroPython, which a sensor must not be able to end. */
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { expect, it } from 'vitest';
import { loadFirmwareFiles } from '../../firmware/host/loadFirmwareFiles.ts';

/** One reading after another, then Ctrl-C; a period of 1 ms, and nobody on the line. */
const BED = `
import parameters, sensors
_defaults = parameters.defaults
def quick():
    params = _defaults()
    params["period"] = 1.0
    return params
parameters.defaults = quick
class Poll:
    def register(self, stream, events): pass
    def poll(self, ms): return []
class select:
    POLLIN = 1
    poll = Poll
steps = []
def read(values):
    step = steps.pop(0) if steps else KeyboardInterrupt()
    if isinstance(step, BaseException):
        raise step
    values[0] = step
sensors.open_sensor = lambda machine: (sensors.Sensor("loose", [("x", "V")], read), "")
import main
main.select = select
`;

/** What the board sends while its sensor does this: values, and Python of what it raises. */
async function linesOf(steps: readonly string[]): Promise<{ lines: string[]; ended: string }> {
  let printed = '';
  const micropython = await loadMicroPython({
    heapsize: 2 * 1024 * 1024,
    linebuffer: false,
    stdout: (data) => {
      printed += typeof data === 'string' ? data : new TextDecoder().decode(data);
    },
  });
  for (const [name, source] of Object.entries(loadFirmwareFiles())) {
    if (!name.includes('/')) micropython.FS.writeFile(`/${name}`, source);
  }
  micropython.runPython(BED);
  let ended = '';
  try {
    micropython.runPython(`steps.extend([${steps.join(', ')}])\nmain.run()`);
  } catch (error) {
    ended = String(error).trim().split('\n').at(-1) ?? '';
  }
  return { lines: printed.split(/\r?\n/).map((line) => line.replace(/\*..$/, '')), ended };
}

const valuesIn = (lines: readonly string[]) =>
  lines.flatMap((line) => /^s,\d+,\d+,(.*)$/.exec(line)?.[1] ?? []);

it.each([
  ['does not answer', 'OSError(5)', 'OSError [Errno 5] EIO'],
  ['answers too little for its driver', 'ValueError("buffer too small")', 'ValueError buffer too'],
  ['divides by what it did not get', 'ZeroDivisionError("divide by zero")', 'ZeroDivisionError'],
])(
  'a sensor that %s gives nan and one line of words, and is asked again',
  async (_how, error, words) => {
    const { lines, ended } = await linesOf(['1.5', error, error, '2.5', error, '3.5']);
    expect(valuesIn(lines)).toEqual(['1.5', 'nan', 'nan', '2.5', 'nan', '3.5']);
    const told = lines.filter((line) => line.startsWith('l,the sensor'));
    expect(told).toHaveLength(2);
    expect(told[0]).toContain(`the sensor gives no value: ${words}`);
    expect(ended).toContain('KeyboardInterrupt');
  },
);
