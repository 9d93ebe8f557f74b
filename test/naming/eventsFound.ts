/** What each implementation makes of the events of cases. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { FIRMWARE_DIRECTORY, loadFirmwareFiles } from '../../firmware/host/loadFirmwareFiles.ts';
import { createDetector } from '../../src/detector/detector.ts';
import { createOpenEvent, featuresOf } from '../../src/naming/eventFeatures.ts';
import { judgeEvents } from '../../src/naming/judgeEvents.ts';
import { inTemporaryDirectory, runPython } from '../conformance/cpython.ts';
import type { EventCase } from './eventCases.ts';
import type { DescribedEvent } from './eventSheet.ts';

const PROGRAM = fileURLToPath(new URL('pythonEvents.py', import.meta.url));

/** In one go, or as samples come: so many at a time. */
export function typescriptEvents(cases: readonly EventCase[], atOnce: number): DescribedEvent[][] {
  return cases.map(({ channel, parameters, samples }) => {
    const detector = createDetector(parameters);
    const event = createOpenEvent(channel);
    const run = {
      time: Float64Array.from(samples, ({ timeMs }) => timeMs),
      value: Float64Array.from(samples, ({ x }) => x),
      limits: null,
    };
    const found: DescribedEvent[] = [];
    const alarms: number[] = [];
    const note = (at: number, bits: number) => {
      if (bits & 2) alarms.push(at);
    };
    for (let from = 0; from < samples.length; from += atOnce) {
      const to = Math.min(samples.length, from + atOnce);
      judgeEvents(detector, event, run, from, to, note, (at) => {
        found.push({ from: alarms[0] ?? 0, to: at, numbers: [...featuresOf(event)] });
        alarms.length = 0;
      });
    }
    return found;
  });
}

const asJson = (cases: readonly EventCase[]) =>
  JSON.stringify(
    cases.map(({ samples, ...rest }) => ({
      ...rest,
      samples: samples.map(({ timeMs, x }) => [timeMs, String(x).toLowerCase()]),
    })),
  );

export async function micropythonEvents(cases: readonly EventCase[]): Promise<DescribedEvent[][]> {
  const micropython = await loadMicroPython({ heapsize: 16 * 1024 * 1024 });
  for (const [name, source] of Object.entries(loadFirmwareFiles())) {
    if (!name.includes('/')) micropython.FS.writeFile(`/${name}`, source);
  }
  micropython.FS.writeFile('/pythonEvents.py', readFileSync(PROGRAM, 'utf8'));
  micropython.FS.writeFile('/cases.json', asJson(cases));
  micropython.runPython(`
import gc, sys
gc.threshold(1 << 20)
sys.path.append("/")
import pythonEvents
pythonEvents.main("/cases.json", "/events.json")
`);
  return JSON.parse(new TextDecoder().decode(micropython.FS.readFile('/events.json')));
}

export function cpythonEvents(cases: readonly EventCase[]): DescribedEvent[][] {
  return inTemporaryDirectory((directory) => {
    const source = join(directory, 'cases.json');
    const target = join(directory, 'events.json');
    writeFileSync(source, asJson(cases));
    const program =
      'import sys; sys.path[:0] = sys.argv[3:]\n' +
      'import pythonEvents; pythonEvents.main(sys.argv[1], sys.argv[2])';
    runPython('python3', ['-c', program, source, target, FIRMWARE_DIRECTORY, dirname(PROGRAM)]);
    return JSON.parse(readFileSync(target, 'utf8'));
  });
}
