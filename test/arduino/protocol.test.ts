import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withSum } from '../firmware/lineSum.ts';
import { openBoard as openMicropythonBoard } from '../firmware/openBoard.ts';
import { itSpeaksTheProtocol } from '../firmware/protocolOnTheLine.ts';
import { compiledForHost, hasTool } from './compile.ts';
import { openHostBoard } from './openHostBoard.ts';

const missing = !hasTool('g++');
const double = missing ? '' : compiledForHost('hostBoard.cpp', ['-DREAL=double']);

describe.skipIf(missing)('a board of the Arduino library on the line', () => {
  itSpeaksTheProtocol(
    (options) => openHostBoard(double, options),
    'drift;rhythm;season;model,model=none',
  );

  it('has the conversation that the README shows', () => {
    const readme = readFileSync(new URL('../../firmware/README.md', import.meta.url), 'utf8');
    const example = readme.split('\n').filter((line) => /^[<>] /.test(line));
    expect(example.length).toBeGreaterThan(15);
    const board = openHostBoard(double);
    let expected: string[] = [];
    let answer: string[] = [];
    for (const line of [...example, '> ']) {
      if (line.startsWith('<')) {
        expected.push(line.slice(2, line.lastIndexOf('*')));
        continue;
      }
      expect(answer).toEqual(expected);
      answer = board.ask(line.slice(2));
      expected = [];
    }
  });

  it('says of its simulated machine, letter by letter, what the MicroPython board says', () => {
    const ours = openHostBoard(double, { seed: 3 });
    const theirs = openMicropythonBoard({ seed: 3 });
    const lines: string[] = [];
    for (const kind of ['spike', 'step', 'burst', 'step', 'drift', 'flat'] as const) {
      const fresh = ours.run(450);
      expect(fresh).toEqual(theirs.run(450));
      lines.push(...fresh);
      ours.inject(kind);
      theirs.inject(kind);
    }
    lines.push(...ours.run(600));
    expect(lines.slice(-600)).toEqual(theirs.run(600).slice(-600));
    expect(lines.some((line) => line.startsWith('w,'))).toBe(true);
  });

  it('says no letter back that a line may not have: a tab in an id is none', () => {
    expect(openHostBoard(double).ask('save,1\trestart')).toEqual([
      'r,,error,parse,,an id has at most 16 letters and no star',
    ]);
  });

  it('gives a channel parameters of its own, and takes them away', () => {
    const board = openHostBoard(double);
    expect(board.ask(withSum('set,1,ch=1,gamma=2.5,tail=upper'))[1]).toBe(
      'p,ch=1,gamma=2.5,tail=upper',
    );
    expect(board.ask('set 2 ch=1 gamma=')[1]).toBe('p,ch=1,tail=upper');
    expect(board.ask('set ch=0 judge=0')[1]).toBe('p,ch=0,judge=0');
    const judged = (count: number) =>
      new Set(
        board
          .run(count)
          .filter((line) => line.startsWith('f'))
          .map((line) => line.split(',')[2]),
      );
    expect(judged(300)).toEqual(new Set(['1']));
    board.ask('set ch=0 judge=1');
    expect(judged(300)).toEqual(new Set(['0', '1']));
    expect(board.ask('set ch=1 tail=')).toHaveLength(2);
  });

  it.each([
    ['ch=2,gamma=3', 'range,ch'],
    ['ch=x,gamma=3', 'type,ch'],
    ['ch=0,period=50', 'param,period'],
    ['ch=0,gamma=99', 'range,gamma'],
    ['ch=0,judge=2', 'range,judge'],
    ['ch=0', 'parse,'],
    ['ch=0,tail=lower,gama=', 'param,gama'],
  ])('refuses %s as %s, and nothing of it is applied', (pairs, error) => {
    const board = openHostBoard(double);
    expect(board.ask(`set,7,${pairs}`)[0]).toMatch(new RegExp(`^r,7,error,${error},.*\\w`));
    expect(board.ask('get 8')).toHaveLength(2);
  });
});
