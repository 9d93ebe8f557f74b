/** The virtual Uno without its worker: the program that comes with the page, its clock in our hands. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readIntelHex } from '../../src/board/intelHex.ts';
import { createUnoBoard } from '../../src/board/unoBoard.ts';
import type { Injection } from '../../src/board/virtualMachines.ts';
import { inEachLanguage } from '../../src/language/spoken.ts';
import { DISTURBANCES, MACHINE_WORDS } from '../../src/ui/virtualMachineWords.ts';
import { bodyOf } from '../firmware/lineSum.ts';
import { atDesk } from '../thoroughness.ts';
import { UNO_HEX } from './virtualUno.ts';

const PROGRAM = readFileSync(UNO_HEX, 'utf8');
const TRIED: readonly Injection[] = ['burst', 'drift', 'flat'];
/** Half a minute of an emulated processor takes long: it is left to CI. */
const LEARNED_MS = 30_000;

function openUno(eeprom: Uint8Array | null = null) {
  const board = createUnoBoard(PROGRAM, eeprom);
  let ms = 0;
  let rest = '';
  /** Lets time pass. Returns the lines meanwhile, sums checked and taken off. */
  function run(forMs: number): string[] {
    ms += forMs;
    board.runTo(ms);
    const lines = (rest + new TextDecoder().decode(board.takeSent())).split('\n');
    rest = lines.pop() ?? '';
    return lines.map(bodyOf);
  }
  return {
    run,
    ask(line: string, forMs = 100): string[] {
      board.feed(new TextEncoder().encode(`${line}\n`));
      return run(forMs);
    },
    takeWritten: () => board.takeWritten(),
  };
}

describe('the virtual Uno', () => {
  it('says who it is, that it has no memory for a forest, and samples at its period', () => {
    const lines = openUno().run(1100);
    expect(lines[0]).toContain(',can=drift;rhythm,most=');
    expect(lines[0]).toMatch(/^h,.*,sensor=simulated,channels=vibration:g,float=32,saved=0,/);
    expect(lines.filter((line) => line.startsWith('s,')).length).toBeGreaterThan(45);
  });

  it('has as many channels and samples a second as the page says of it, in each language', () => {
    const [hello = '', parameters = ''] = openUno().run(500);
    expect(hello).toMatch(/,channels=[^;]*,float/);
    const periodMs = Number(/,period=(\d+),/.exec(parameters)?.[1]);
    for (const profile of inEachLanguage(MACHINE_WORDS, ({ uno }) => uno.profile)) {
      expect(profile).toMatch(new RegExp(`: (one channel|um canal), ${1000 / periodMs} Hz\\.$`));
    }
  });

  it.skipIf(atDesk)('keeps what was saved through a power cut, and nothing else', () => {
    const uno = openUno();
    uno.run(500);
    expect(uno.takeWritten()).toBeNull();
    expect(uno.ask('set,1,gamma=3.7')).toContain('r,1,ok');
    expect(uno.ask('save,2', 1000)).toContain('r,2,ok');
    expect(uno.ask('set,3,gamma=2.5')).toContain('r,3,ok');
    const again = openUno(uno.takeWritten());
    expect(again.run(200).slice(0, 2)).toEqual([
      expect.stringContaining(',saved=1,'),
      expect.stringMatching(/^p,gamma=3.7,/),
    ]);
  });

  it('takes the words of its sketch once for an id, and refuses what is none', () => {
    const uno = openUno();
    uno.run(500);
    const jumps = (lines: string[]) =>
      lines.filter((line) => line.startsWith('s,') && Math.abs(Number(line.split(',')[3])) > 4);
    expect(jumps(uno.ask('spike,7'))).toHaveLength(1);
    const again = uno.ask('spike,7');
    expect(again).toContain('r,7,ok');
    expect(jumps(again)).toEqual([]);
    expect(uno.ask('model,6,1,1,AAAA')).toContain('r,6,error,parse,,parse');
    expect(uno.ask('fire,8')).toContain('r,8,error,op,,op');
    expect(uno.ask('spikespikespikespike,9')).toContain('r,9,error,op,,op');
  });

  it.skipIf(atDesk).each(TRIED)('%s: the board flags it as the page says', (injection) => {
    const { causes, withinMs } = DISTURBANCES[injection];
    const uno = openUno();
    uno.run(LEARNED_MS);
    const lines = uno.ask(injection, withinMs + 100);
    const alarm = lines.find((line) => /^e,\d+,\d+,0,\w*a/.test(line)) ?? '';
    const letter = alarm.split(',')[6];
    expect(causes).toContain(letter === 'd' ? 'drift' : letter === 'r' ? 'rhythm' : 'level');
  });
});

describe('an Intel HEX file', () => {
  it('is words, lowest byte first, in what is else erased', () => {
    const words = readIntelHex(':0400000012345678E8\n:00000001FF\n', 4);
    expect([...words]).toEqual([0x3412, 0x7856, 0xffff, 0xffff]);
  });

  it('is refused where a line is none or a sum is wrong', () => {
    expect(() => readIntelHex('hello', 4)).toThrow('No line of an Intel HEX file');
    expect(() => readIntelHex(':0400000012345678E9', 4)).toThrow('The sum of this line is wrong');
  });
});
