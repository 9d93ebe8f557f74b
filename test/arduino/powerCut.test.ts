import { describe, expect, it } from 'vitest';
import { thorough } from '../thoroughness.ts';
import { compiledForHost, hasTool, programPath, runTool } from './compile.ts';
import { openHostBoard, runHostBoard, scriptOf } from './openHostBoard.ts';

const missing = !hasTool('g++');

describe.skipIf(missing)('parameters saved by the Arduino library', () => {
  it.each(thorough(['float'], ['float', 'double']))(
    'are the old or the new ones wherever the power fails (%s)',
    (real) => {
      const cuts = runTool(compiledForHost('hostPowerCut.cpp', [`-DREAL=${real}`]), []);
      expect(Number(cuts)).toBeGreaterThan(18 * 190);
    },
  );

  it.each(thorough(['ESP32'], ['ESP32', 'MBED']))(
    'are the old or the new ones wherever the power of a board that keeps entries fails (%s)',
    (core) => {
      const flags = ['-O0', '-DREAL=float', `-DARDUINO_ARCH_${core}`, `-I${programPath('core')}`];
      const cuts = runTool(compiledForHost('hostEntryCut.cpp', flags), []);
      // One that fails, and one that is whole.
      expect(Number(cuts)).toBe(2 * 300);
    },
  );

  it('come back, are gone when not saved, and are refused where there is nowhere to save', () => {
    const program = compiledForHost('hostBoard.cpp', ['-DREAL=double']);
    const told = [
      'set gamma=2.75 tail=upper period=10 memory=0',
      'set ch=1 gamma=2.5 judge=0',
      'save',
      'set gamma=3',
    ];
    const { memory: saved } = runHostBoard(program, scriptOf(told));
    const [hello, general, own] = openHostBoard(program, { memory: saved }).lines();
    expect(hello).toContain(',saved=1,');
    expect(general).toMatch(/gamma=2.75,.*period=10,.*memory=0,.*tail=upper,/);
    expect(own).toBe('p,ch=1,gamma=2.5,judge=0');

    expect(openHostBoard(program).lines()[0]).toContain(',saved=0,');
    const small = openHostBoard(program, { memory: new Uint8Array(100) });
    expect(small.ask('save 1')).toEqual(['r,1,error,io,,this board has nowhere to save']);

    const damaged = saved.slice();
    damaged[20] = (damaged[20] ?? 0) ^ 1;
    const lines = openHostBoard(program, { memory: damaged }).lines();
    expect(lines[1]).toContain('gamma=4,');
    expect(lines[2]).toMatch(/^l,the saved parameters cannot be read/);
  });
});
