/** Sketches that the page makes, compiled and run: for an AVR, and on this machine against stubs of
 * the other boards' libraries (`programs/core`). */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arduinoSketch } from '../../src/board/sketch/arduinoSketch.ts';
import { READINGS, SKETCH_BOARDS, type SketchBoard } from '../../src/board/sketch/sketchBoards.ts';
import { createUnoBoard } from '../../src/board/unoBoard.ts';
import { DEFAULT_PARAMETERS, type Parameters } from '../../src/detector/parameters.ts';
import type { Model } from '../../src/naming/model.ts';
import { hashOf } from '../../src/naming/writeModel.ts';
import { NEW_MODEL, namesByPage } from '../firmware/boardModel.ts';
import { bodyOf } from '../firmware/lineSum.ts';
import { atDesk, thorough } from '../thoroughness.ts';
import { hasArduinoCore, MEGA, sketchOn, UNO, unoHexOf } from './avr.ts';
import {
  compiledForHost,
  hasTool,
  INCLUDES,
  LIBRARY,
  programPath,
  runTool,
  temporaryDirectory,
} from './compile.ts';
import { hasCortexM, M0, M4 } from './cortexM.ts';

const TUNED: Parameters = {
  ...DEFAULT_PARAMETERS,
  gamma: 3.7,
  delta: 0.999999,
  maxima: 12,
  least: 1e-7,
  memory: 0,
  period: 20,
  tail: 'upper',
};
/** What a `p` line says of them, in the order of the line. */
const SAID =
  'p,gamma=3.7,delta=0.999999,maxima=12,outliers=5,meanGap=0,period=20,block=32,memory=0,fatigue=0.05,tail=upper,least=1e-07,drift=3,rhythm=5,';
/** Compiling one takes seconds. */
const TRIED = thorough<readonly SketchBoard[]>(['nano33'], SKETCH_BOARDS);
const CHANNELS = [
  { name: 'ax', own: {} },
  { name: 'ay', own: { gamma: 6, drift: 0 } },
  { name: 'az', own: { judge: 0 } },
] as const;

function fileOf(text: string): string {
  const path = join(temporaryDirectory(), 'sketch.ino');
  writeFileSync(path, text);
  return path;
}

/** With names that C++ would read otherwise, were they in the sketch as they are. */
const FOREST: Model = {
  ...NEW_MODEL,
  channels: ['vibration'],
  classes: ['a"b\\n', 'c??/d', 'Stoß ⚡'],
};

/** Lines of a sketch's first second, or of its minute. */
function runHere(text: string, flags: readonly string[] = []): string[] {
  const program = compiledForHost('hostSketch.cpp', [
    `-I${programPath('core')}`,
    `-DSKETCH="${fileOf(text)}"`,
    '-O0',
    ...flags,
  ]);
  return runTool(program, []).trim().split('\n').map(bodyOf);
}

describe.skipIf(!hasTool('g++'))('a sketch of the page', () => {
  it.each(TRIED)('for %s starts with the parameters that were tuned', (board) => {
    const lines = runHere(arduinoSketch(board, TUNED, CHANNELS).text);
    expect(lines[0]).toMatch(board === 'uno' ? /channels=ax:V,/ : /channels=ax:.+;ay:.+;az:/);
    expect(lines[1]).toContain(SAID);
    const own = board === 'uno' ? [] : ['p,ch=1,gamma=6,drift=0', 'p,ch=2,judge=0'];
    expect(lines.filter((line) => line.startsWith('p,ch='))).toEqual(own);
    expect(lines.filter((line) => line.startsWith('s,')).length).toBeGreaterThan(45);
  });

  it('says what a board has no memory for', () => {
    const much = { ...TUNED, maxima: 40, season: 5000, bins: 64 };
    expect(arduinoSketch('uno', much, CHANNELS).leftOut).toEqual([
      'maxima',
      'season',
      'channels',
      'own',
    ]);
    expect(arduinoSketch('nano33', much, CHANNELS).leftOut).toEqual([]);
    expect(runHere(arduinoSketch('pins', much, []).text)[1]).toContain('season=5000,bins=64');
    const other = [{ name: 'temp', own: { gamma: 3 } }];
    expect(arduinoSketch('nicla', TUNED, other).leftOut).toEqual(['own']);
  });

  it('says volts on an ESP32, too, which counts to 4095 unless it is told otherwise', () => {
    const text = arduinoSketch('pins', DEFAULT_PARAMETERS, []).text;
    const volts = (flags: readonly string[]) =>
      Number(
        runHere(text, flags)
          .find((line) => line.startsWith('s,'))
          ?.split(',')[3],
      );
    expect(volts(['-DARDUINO_ARCH_ESP32', '-DTIDEMARK_NO_MEMORY'])).toBeCloseTo(volts([]), 2);
  });

  it('takes no letter of a name that the line or C++ would read otherwise', () => {
    const odd = [{ name: 'a"b\\c;d:e,f=*\n', own: {} }];
    expect(runHere(arduinoSketch('pins', TUNED, odd).text)[0]).toContain('channels=abcdef:V,');
  });

  it('that asks for what the library refuses is told so', () => {
    const { text } = arduinoSketch('pins', TUNED, []);
    const lines = runHere(text.replace('gamma=3.7', 'gamma=99'));
    expect(lines[1]).toContain('p,gamma=4,');
    expect(lines).toContain('l,parameters of the sketch were refused');
  });
});

describe.skipIf(!hasTool('g++'))('the example Imu', () => {
  it.each<[macros: string, SketchBoard]>([
    ['ARDUINO_ARDUINO_NANO33BLE', 'nano33'],
    ['ARDUINO_ARDUINO_NANO33BLE TIDEMARK_REV2', 'nano33rev2'],
    ['ARDUINO_NANO_RP2040_CONNECT', 'nanoRp2040'],
    ['ARDUINO_NICLA', 'nicla'],
    ['ARDUINO_NICLA_VISION', 'niclaVision'],
    ['ARDUINO_Seeed_XIAO_nRF52840_Sense', 'xiao'],
    // As Mbed's core calls it.
    ['ARDUINO_SEEED_XIAO_NRF52840_SENSE', 'xiao'],
    ['', 'mpu6050'],
  ])('reads with %s the sensor that the page’s sketch for %s reads', (macros, board) => {
    const defined = macros.split(' ').flatMap((macro) => (macro === '' ? [] : [`-D${macro}`]));
    const seen = runTool('g++', [
      ...['-E', '-P', '-x', 'c++', '-std=c++11', ...defined, `-I${programPath('core')}`],
      ...[...INCLUDES, `${LIBRARY}/examples/Imu/Imu.ino`],
    ]);
    const sensors = (text: string) => text.match(/(?<=SENSOR\[\] = )"[^"]*"/g);
    expect(sensors(seen)).toEqual(sensors(arduinoSketch(board, DEFAULT_PARAMETERS, []).text));
    expect(sensors(seen)).toEqual([`"${READINGS[board].sensor}"`]);
  });
});

describe('a sketch with a forest', () => {
  const VIBRATION = [{ name: 'vibration', own: {} }];
  const named = (board: SketchBoard, model: Model, channels = VIBRATION) =>
    arduinoSketch(board, { ...DEFAULT_PARAMETERS, period: 20 }, channels, model);

  it.skipIf(!hasTool('g++'))('names events as the page does, with nobody to push it', () => {
    const { text, forest } = named('pins', FOREST);
    expect(forest).toBe('in');
    const lines = runHere(text, ['-DDISTURBED']);
    expect(lines[0]).toContain(`,model=${hashOf(FOREST)},`);
    const said = lines.filter((line) => line.startsWith('n,'));
    expect(said.length).toBeGreaterThan(2);
    expect(said).toEqual(namesByPage(lines, FOREST));
  });

  it('has none where it would not be used, and says why', () => {
    expect(named('uno', FOREST).forest).toBe('no-room');
    expect(named('mega', FOREST).forest).toBe('no-room');
    expect(named('nicla', FOREST).forest).toBe('other-channels');
    expect(named('pins', FOREST, []).forest).toBe('other-channels');
    const wordy = { ...FOREST, classes: FOREST.classes.map((name) => name.repeat(100)) };
    expect(named('pins', wordy).forest).toBe('too-large');
    for (const board of SKETCH_BOARDS) {
      const sketch = arduinoSketch(board, DEFAULT_PARAMETERS, []);
      expect(sketch.forest).toBe(board === 'uno' || board === 'mega' ? 'no-room' : 'none');
      expect(sketch.text).not.toMatch(/FOREST|NODES/);
      if (named(board, FOREST).forest !== 'in') {
        expect(named(board, FOREST).text).not.toMatch(/FOREST|NODES/);
      }
    }
  });

  it.skipIf(!hasTool('g++'))('may have more nodes than the library takes unasked', () => {
    const axes = { ...NEW_MODEL, channels: ['ax', 'ay', 'az'] };
    const many = Array.from({ length: 300 }, (_, i) => i);
    const root = axes.forest.roots[0] ?? 0;
    const deep = { ...axes, forest: { ...axes.forest, roots: Int32Array.from(many, () => root) } };
    expect(named('nicla', deep).forest).toBe('too-large');
    const { text, forest } = named('nano33', deep);
    expect(forest).toBe('in');
    expect(text).toContain('#define TIDEMARK_NODES 1196\n');
  });

  it.skipIf(!hasCortexM || atDesk).each([M0, M4])('compiles for a Cortex-M (%j)', (processor) => {
    const object = join(temporaryDirectory(), 'sketch.o');
    const { text } = named('pins', FOREST);
    const source = ['-x', 'c++', '-include', 'Arduino.h', '-c', fileOf(text), '-o', object];
    const flags = ['-std=gnu++11', '-Os', '-Wall', '-Werror', '-mthumb', ...processor.flags];
    runTool('arm-none-eabi-g++', [...flags, `-I${programPath('core')}`, ...INCLUDES, ...source]);
    expect(statSync(object).size).toBeGreaterThan(10_000);
  });
});

describe.skipIf(!hasTool('g++'))('a board of Mbed OS', () => {
  it('has its key-value store to save in', () => {
    const { text } = arduinoSketch('nano33', TUNED, []);
    const saves = `${text}
struct AtOnce : Stream {
  const char* left = "save,1\\n";
  int available() override { return *left != 0; }
  int read() override { return *left++; }
};`.replace('void setup() {', 'extern Stream& line;\nvoid setup() {');
    const asked = saves.replace('tidemark.begin(Serial', 'tidemark.begin(line');
    const lines = runHere(`${asked}\nAtOnce atOnce;\nStream& line = atOnce;\n`, [
      '-DARDUINO_ARCH_MBED',
    ]);
    expect(lines).toContain('r,1,ok');
  });
});

describe.skipIf(!hasArduinoCore || atDesk)('a sketch of the page, on an AVR', () => {
  it('starts an emulated Uno with the parameters that were tuned', () => {
    const hex = unoHexOf(
      fileOf(arduinoSketch('uno', TUNED, [{ name: 'vibration', own: {} }]).text),
    );
    const uno = createUnoBoard(hex, null);
    uno.runTo(500);
    const lines = new TextDecoder().decode(uno.takeSent()).split('\n').slice(0, -1).map(bodyOf);
    expect(lines[0]).toContain('channels=vibration:V,');
    // Three fits at once, in microseconds.
    const [, fits] = /,fits=(\d+)$/.exec(lines[0] ?? '') ?? [];
    expect(Number(fits)).toBeGreaterThan(1000);
    expect(Number(fits)).toBeLessThan(20_000);
    expect(lines[1]).toContain(SAID);
  });

  it.each<[SketchBoard, Partial<Parameters>, number]>([
    ['uno', { maxima: 64, outliers: 64 }, 400],
    ['mega', { maxima: 64, outliers: 64, season: 1000, bins: 512 }, 1000],
    ['mpu6050', {}, 3000],
  ])('for %s fits, with as much as can be asked for', (board, asked, spareBytes) => {
    const on = board === 'uno' ? UNO : MEGA;
    const four = Array.from({ length: 4 }, (_, i) => ({ name: `c${i}`, own: {} }));
    const { text } = arduinoSketch(board, { ...TUNED, ...asked }, four);
    const { flashBytes, ramBytes } = sketchOn(on, fileOf(text));
    expect(flashBytes).toBeLessThanOrEqual(board === 'uno' ? 32_256 : 253_952);
    expect((board === 'uno' ? 2048 : 8192) - ramBytes).toBeGreaterThanOrEqual(spareBytes);
  });
});
