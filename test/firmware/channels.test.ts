import { describe, expect, it } from 'vitest';
import { withSum } from './lineSum.ts';
import { openBoard } from './openBoard.ts';

describe('parameters of a single channel', () => {
  it('follow p, differ only there, and go when nothing is given', () => {
    const board = openBoard();
    const [general, own, reply] = board.ask(withSum('set,1,ch=1,gamma=2.5,tail=upper'));
    expect(general).toContain('p,gamma=4,');
    expect(own).toBe('p,ch=1,gamma=2.5,tail=upper');
    expect(reply).toBe('r,1,ok');
    expect(board.ask('set 2 ch=1 gamma=')[1]).toBe('p,ch=1,tail=upper');
    expect(board.ask('get 3')).toHaveLength(3);
    expect(board.ask('set 4 ch=1 tail=')).toHaveLength(2);
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
    const board = openBoard();
    expect(board.ask(`set,7,${pairs}`)[0]).toMatch(new RegExp(`^r,7,error,${error},.*\\w`));
    expect(board.ask('get 8')).toHaveLength(2);
  });

  it('leave a channel unjudged with judge=0, and judged again without', () => {
    const board = openBoard();
    expect(board.ask('set ch=0 judge=0')[1]).toBe('p,ch=0,judge=0');
    const channels = (count: number) =>
      new Set(
        board
          .run(count)
          .filter((line) => line.startsWith('f'))
          .map((line) => line.split(',')[2]),
      );
    expect(channels(300)).toEqual(new Set(['1']));
    board.ask('set ch=0 judge=1');
    expect(channels(300)).toEqual(new Set(['0', '1']));
  });

  it('are saved with the others', () => {
    const board = openBoard();
    board.ask('set ch=1 gamma=2.5 judge=0');
    board.ask('set delta=0.9');
    expect(board.ask('save 1')).toEqual(['r,1,ok']);
    const [, general, own] = openBoard({ savedFiles: board.savedFiles() }).lines();
    expect(general).toContain('delta=0.9,');
    expect(own).toBe('p,ch=1,gamma=2.5,judge=0');
  });
});

describe('what the board sends of its judging', () => {
  it('has six significant digits at most, and one fit a sample', () => {
    const board = openBoard();
    board.run(200);
    board.inject('spike');
    const lines = board.run(400);
    const fits = lines.filter((line) => line.startsWith('f'));
    expect(fits.length).toBeGreaterThan(20);
    for (const line of [...fits, ...lines.filter((each) => each.startsWith('e'))]) {
      for (const field of line.split(',').slice(3)) {
        expect(field.replace(/e.*$/, '').replace(/\D/g, '').replace(/^0+/, '').length).toBeLessThan(
          7,
        );
      }
    }
    for (const [i, line] of lines.entries()) {
      if (line.startsWith('f')) expect(lines[i + 1]?.startsWith('f')).not.toBe(true);
    }
  });

  it('says of a flat line, which no sample shows, which series was judged against what', () => {
    const board = openBoard({ seed: 3 });
    board.run(2500);
    board.inject('drift');
    const lines = board.run(1000);
    const alarm = lines.findIndex((line) => /^e,.*,a,[^,]*,[dr]$/.test(line));
    expect(alarm).toBeGreaterThan(0);
    const [type, seq, channel, cause, value, center, limit] = (lines[alarm + 1] ?? '').split(',');
    expect([type, `e,${seq}`, cause]).toEqual([
      'w',
      lines[alarm]?.split(',').slice(0, 2).join(),
      lines[alarm]?.slice(-1),
    ]);
    expect(lines[alarm]?.split(',')[3]).toBe(channel);
    const beyond =
      Math.abs(Number(value) - Number(center)) - Math.abs(Number(limit) - Number(center));
    expect(beyond).toBeGreaterThan(0);
  });

  it('counts the samples that were left out', () => {
    const board = openBoard();
    board.turn(0);
    board.turn(2003);
    board.turn(2020);
    expect(board.lines()).toContain('l,skipped=99');
    expect(board.ask('hello 1')[0]).toContain(',skipped=99');
  });
});
