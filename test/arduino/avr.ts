import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  hasTool,
  INCLUDES,
  madeOnce,
  programPath,
  runTool,
  temporaryDirectory,
} from './compile.ts';

const CORE = '/usr/share/arduino/hardware/arduino/avr';

/** A board of Arduino's AVR core. */
export interface AvrBoard {
  readonly mcu: string;
  readonly macro: string;
  readonly variant: string;
}
export const UNO: AvrBoard = { mcu: 'atmega328p', macro: 'AVR_UNO', variant: 'standard' };
export const MEGA: AvrBoard = { mcu: 'atmega2560', macro: 'AVR_MEGA2560', variant: 'mega' };

const SMALL = ['-Os', '-flto', '-ffunction-sections', '-fdata-sections'];
const CPP = ['-std=gnu++11', '-fno-exceptions', '-fno-threadsafe-statics'];
function flagsOf({ mcu, macro, variant }: AvrBoard): readonly string[] {
  return [
    `-mmcu=${mcu}`,
    '-DF_CPU=16000000L',
    '-DARDUINO=10807',
    `-DARDUINO_${macro}`,
    '-DARDUINO_ARCH_AVR',
    // WString.cpp of this core does not compile with this compiler otherwise.
    '-DDECIMAL_DIG=9',
    `-I${CORE}/cores/arduino`,
    `-I${CORE}/variants/${variant}`,
    `-I${CORE}/libraries/Wire/src`,
  ];
}

/** What sketches may use: the core, and its library for the I2C pins. */
const CORE_FOLDERS = ['cores/arduino', 'libraries/Wire/src', 'libraries/Wire/src/utility'];

export const hasAvr = hasTool('avr-g++');
export const hasArduinoCore = hasAvr && existsSync(`${CORE}/cores/arduino/Arduino.h`);
export const hasSimavr = existsSync('/usr/include/simavr/sim_avr.h') && hasTool('gcc');

/** Compiles one of our programs for an ATmega328P, without Arduino's core. */
export function compiledForAvr(program: string, flags: readonly string[] = []): string {
  const target = join(temporaryDirectory(), 'program.elf');
  const source = programPath(program);
  runTool('avr-g++', [
    ...SMALL,
    ...CPP,
    `-mmcu=${UNO.mcu}`,
    '-Wall',
    '-Werror',
    ...flags,
    ...INCLUDES,
    source,
    '-o',
    target,
    '-lm',
  ]);
  return target;
}

/** Compiles our harness around simavr for this machine. */
export function compiledSimavr(): string {
  const target = join(temporaryDirectory(), 'simavr');
  runTool('gcc', ['-O2', '-Wall', programPath('simavr.c'), '-o', target, '-lsimavr']);
  return target;
}

/** Arduino's core for a board, compiled once. */
function compiledCore(board: AvrBoard): readonly string[] {
  const directory = madeOnce(['core', ...flagsOf(board)], (core) => {
    mkdirSync(core);
    for (const folder of CORE_FOLDERS) {
      for (const name of readdirSync(`${CORE}/${folder}`)) {
        if (!/\.(c|cpp)$/.test(name)) continue;
        const language = name.endsWith('.cpp') ? [...CPP, '-fpermissive'] : [];
        const flags = ['-c', '-w', ...SMALL, ...flagsOf(board), ...language];
        runTool('avr-gcc', [...flags, `${CORE}/${folder}/${name}`, '-o', join(core, `${name}.o`)]);
      }
    }
  });
  return readdirSync(directory).map((name) => join(directory, name));
}

/** Whether a sketch has use for an object file: what it does not include is not linked. */
function isFor(source: string, object: string): boolean {
  return /<Wire\.h>/.test(source) || !/(Wire\.cpp|twi\.c)\.o$/.test(object);
}

export interface SketchSize {
  readonly flashBytes: number;
  readonly ramBytes: number;
}

/** What a sketch needs, compiled as the Arduino IDE does. Throws what the compiler complains of. */
export function sketchOn(
  board: AvrBoard,
  sketch: string,
  flags: readonly string[] = [],
): SketchSize {
  const [, sizes = ''] = runTool('avr-size', [compiledSketch(board, sketch, flags)]).split('\n');
  const [text = 0, data = 0, bss = 0] = sizes.trim().split(/\s+/).map(Number);
  return { flashBytes: text + data, ramBytes: data + bss };
}

/** The program of an example on an Uno, as an Intel HEX file. */
export function unoHexOf(sketch: string): string {
  const hex = join(temporaryDirectory(), 'sketch.hex');
  const elf = compiledSketch(UNO, sketch, []);
  runTool('avr-objcopy', ['-O', 'ihex', '-R', '.eeprom', elf, hex]);
  return readFileSync(hex, 'utf8').replaceAll('\r', '');
}

const sketches = new Map<string, string>();

/** A sketch for a board, compiled once. */
function compiledSketch(board: AvrBoard, sketch: string, flags: readonly string[]): string {
  const key = [board.mcu, sketch, ...flags].join(' ');
  const elf = sketches.get(key) ?? compileSketch(board, sketch, flags);
  sketches.set(key, elf);
  return elf;
}

function compileSketch(board: AvrBoard, sketch: string, flags: readonly string[]): string {
  const directory = temporaryDirectory();
  const object = join(directory, 'sketch.o');
  const elf = join(directory, 'sketch.elf');
  const source = ['-x', 'c++', '-include', 'Arduino.h', '-c', sketch, '-o', object];
  runTool('avr-g++', [
    '-Wall',
    ...SMALL,
    ...CPP,
    ...flagsOf(board),
    ...flags,
    ...INCLUDES,
    ...source,
  ]);
  const linked = [...SMALL, '-fuse-linker-plugin', `-mmcu=${board.mcu}`, '-Wl,--gc-sections'];
  const code = readFileSync(sketch, 'utf8');
  const core = compiledCore(board).filter((name) => isFor(code, name));
  runTool('avr-gcc', [...linked, object, ...core, '-lm', '-o', elf]);
  return elf;
}
