import { expect, it } from 'vitest';
import { withSum } from './lineSum.ts';

/** A board whose clock and wire are in the test's hand, sampled every 20 ms. */
export interface LineBoard {
  feed(bytes: Uint8Array): void;
  /** Takes the sample that is due. Returns the ms until the next one. */
  turn(tMs: number): number;
  /** Sends a line as given, newline added, and returns the lines that come back, sums taken off. */
  ask(line: string): string[];
  /** Lets `count` sampling periods pass and returns the lines sent meanwhile. */
  run(count: number): string[];
  /** The lines since the last call. */
  lines(): string[];
}

const DEFAULTS =
  'p,gamma=4,delta=0.94,maxima=5,outliers=5,meanGap=0,period=20,block=32,memory=256,fatigue=0.05,tail=both,least=0,drift=3,rhythm=5,season=0,bins=48';

function parametersOf(board: LineBoard): string {
  return board.ask('get')[0] ?? '';
}

/** What every board of our firmware does on the line, whatever it is written in. `can`: as its hello says. */
export function itSpeaksTheProtocol(
  openBoard: (options?: { startMs: number }) => LineBoard,
  can: string,
): void {
  it('says who it is and how its parameters stand before the first sample', () => {
    const [hello, parameters, ...rest] = openBoard().lines();
    expect(hello).toBe(
      `h,protocol=1,firmware=tidemark,version=0.1.0,rules=3,board=bench,id=0a,sensor=simulated,channels=vibration:g;temp:degC,float=64,saved=0,can=${can},most=64,skipped=0`,
    );
    expect(parameters).toBe(DEFAULTS);
    expect(rest).toEqual([]);
  });

  it('streams samples by itself, numbered, at the period', () => {
    const samples = openBoard({ startMs: 5 }).run(4);
    expect(samples.map((line) => line.split(',').slice(0, 3).join())).toEqual([
      's,0,5',
      's,1,25',
      's,2,45',
      's,3,65',
    ]);
    for (const line of samples) expect(line.split(',')).toHaveLength(5);
  });

  it.each([10.0005, 16.6667, 33.3333])(
    'streams at a period of %s ms by the nearest whole ones, none twice and none left out',
    (period) => {
      const board = openBoard();
      board.ask(`set,1,period=${period}`);
      const times = board
        .run(400)
        .filter((line) => line.startsWith('s,'))
        .map((line) => Number(line.split(',')[2]));
      const steps = times.slice(1).map((time, at) => time - (times[at] ?? Number.NaN));
      const whole = [Math.floor(period), Math.ceil(period)];
      expect(steps.filter((step) => !whole.includes(step))).toEqual([]);
      const meanMs = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / (times.length - 1);
      expect(Math.abs(meanMs - period)).toBeLessThan(0.01);
    },
  );

  it('answers every command with what it asked for, then the reply with its id', () => {
    const board = openBoard();
    expect(board.ask(withSum('ping,1'))).toEqual(['r,1,ok']);
    expect(board.ask(withSum('get,2'))).toEqual([DEFAULTS, 'r,2,ok']);
    expect(board.ask(withSum('hello,3')).map((line) => line[0])).toEqual(['h', 'p', 'r']);
    expect(board.ask(withSum('set,7,gamma=2.5,delta=0.96'))).toEqual([
      DEFAULTS.replace('gamma=4,delta=0.94', 'gamma=2.5,delta=0.96'),
      'r,7,ok',
    ]);
    expect(board.ask(withSum('restart,8'))).toEqual(['l,restarted', 'r,8,ok']);
    expect(board.ask(withSum('save,9'))).toEqual(['r,9,ok']);
    expect(board.ask(withSum('hello,10'))[0]).toContain(',saved=1,');
  });

  it('understands a person: blanks for commas, no id, no sum, either line end', () => {
    const board = openBoard();
    expect(board.ask('set gamma=2.5 maxima=7')[1]).toBe('r,,ok');
    expect(board.ask('  set   42  gamma=3 \r')[1]).toBe('r,42,ok');
    expect(board.ask('ping')).toEqual(['r,,ok']);
    expect(parametersOf(board)).toContain('gamma=3,delta=0.94,maxima=7,');
  });

  it('ignores blank lines and its own lines when a terminal echoes them', () => {
    const board = openBoard();
    for (const line of [
      '',
      '   ',
      '\r',
      's,1,2,3*00',
      'r,,error,op,,x',
      `l,${'words '.repeat(9)}`,
    ]) {
      expect(board.ask(line)).toEqual([]);
    }
  });

  it('takes the sum in either case, and refuses a wrong or crippled one', () => {
    const board = openBoard();
    expect(withSum('set,7,gamma=2.5,delta=0.96')).toBe('set,7,gamma=2.5,delta=0.96*5E');
    expect(board.ask('set,7,gamma=2.5,delta=0.96*5e')[1]).toBe('r,7,ok');
    for (const sum of ['*5F', '*', '*5', '*05E', '*+5', '*zz']) {
      expect(board.ask(`set,8,gamma=9${sum}`)[0]).toMatch(/^r,8,error,sum,,/);
    }
    expect(parametersOf(board)).toContain('gamma=2.5,');
  });

  it('does not act twice on an id it has answered among the last four', () => {
    const board = openBoard();
    const restart = withSum('restart,1');
    expect(board.ask(restart)).toEqual(['l,restarted', 'r,1,ok']);
    expect(board.ask(restart)).toEqual(['r,1,ok']);
    expect(board.ask(withSum('set,2,gamma=3'))[1]).toBe('r,2,ok');
    board.ask('set gamma=5');
    const again = board.ask(withSum('set,2,gamma=3'));
    expect(again[0]).toContain('gamma=5,');
    expect(again[1]).toBe('r,2,ok');
    for (const id of [3, 4, 5, 6]) board.ask(withSum(`start,${id}`));
    expect(board.ask(restart)).toEqual(['l,restarted', 'r,1,ok']);
  });

  it('acts on an old id that comes with another text, and on every command without id', () => {
    const board = openBoard();
    board.ask(withSum('set,2,gamma=3'));
    expect(board.ask(withSum('set,2,gamma=6'))[0]).toContain('gamma=6,');
    expect(board.ask('restart')).toEqual(board.ask('restart'));
  });

  it('remembers a refusal too', () => {
    const board = openBoard();
    const first = board.ask(withSum('set,2,gamma=99'));
    expect(first).toHaveLength(1);
    expect(board.ask(withSum('set,2,gamma=99'))).toEqual(first);
  });

  it.each([
    ['gamma=0', 'range,gamma'],
    ['gamma=-1', 'range,gamma'],
    ['gamma=20.001', 'range,gamma'],
    ['gamma=1e400', 'range,gamma'],
    ['delta=0', 'range,delta'],
    ['delta=1', 'range,delta'],
    ['maxima=2', 'range,maxima'],
    ['maxima=65', 'range,maxima'],
    ['outliers=1', 'range,outliers'],
    ['outliers=65', 'range,outliers'],
    ['meanGap=-1', 'range,meanGap'],
    ['meanGap=3600001', 'range,meanGap'],
    ['period=0', 'range,period'],
    ['period=3600001', 'range,period'],
    ['block=1', 'range,block'],
    ['block=4097', 'range,block'],
    ['block=99999999999999999999', 'range,block'],
    ['memory=7', 'range,memory'],
    ['memory=-1', 'range,memory'],
    ['memory=1000001', 'range,memory'],
    ['fatigue=-0.1', 'range,fatigue'],
    ['fatigue=1.1', 'range,fatigue'],
    ['least=-1', 'range,least'],
    ['drift=21', 'range,drift'],
    ['rhythm=-1', 'range,rhythm'],
    ['season=2592000001', 'range,season'],
    ['bins=1', 'range,bins'],
    ['judge=0', 'param,judge'],
    ['tail=left', 'range,tail'],
    ['block=5.0', 'type,block'],
    ['block=5.5', 'type,block'],
    ['block=', 'type,block'],
    ['gamma=abc', 'type,gamma'],
    ['gamma=nan', 'type,gamma'],
    ['gamma=1_0', 'type,gamma'],
    ['gamma=1e', 'type,gamma'],
    ['gama=3', 'param,gama'],
    ['gamma', 'parse,'],
    ['=3', 'parse,'],
    ['', 'parse,'],
    ['gamma=3,gamma=3', 'parse,gamma'],
  ])('refuses set %s as %s and applies nothing of it', (bad, error) => {
    const board = openBoard();
    const good = bad.startsWith('tail') ? 'gamma=3' : 'tail=lower';
    const [reply, ...rest] = board.ask(`set,7,${good},${bad}`);
    expect(reply).toMatch(new RegExp(`^r,7,error,${error},.*\\w`));
    expect(reply?.split(',')).toHaveLength(6);
    expect(rest).toEqual([]);
    expect(parametersOf(board)).toBe(DEFAULTS);
  });

  it('takes every parameter at the ends of its range', () => {
    const board = openBoard();
    for (const pair of [
      'gamma=20',
      'gamma=0.001',
      'delta=0.999999',
      'maxima=3',
      'maxima=64',
      'outliers=2',
      'outliers=64',
      'meanGap=1',
      'meanGap=3.6e+06',
      'period=1',
      'period=2.5',
      'block=2',
      'block=4096',
      'memory=0',
      'memory=8',
      'memory=1000000',
      'fatigue=0',
      'fatigue=1',
      'least=1e+18',
      'drift=20',
      'rhythm=0',
      'season=2.592e+09',
      'bins=512',
      'delta=1e-06',
      'tail=upper',
      'tail=lower',
    ]) {
      expect(board.ask(`set ${pair}`)[0]).toContain(`${pair}`);
    }
  });

  it('refuses unknown commands, values where none belong, and unreadable ids', () => {
    const board = openBoard();
    expect(board.ask('reboot,4')[0]).toMatch(/^r,4,error,op,,there is no command reboot$/);
    expect(board.ask('ping,4,gamma=3')[0]).toMatch(/^r,4,error,parse,,/);
    expect(board.ask(`ping,${'9'.repeat(17)}`)[0]).toMatch(/^r,,error,parse,,/);
    // It would come back as it is, and the board's own lines have no tabs.
    expect(board.ask('ping,1\t2')[0]).toMatch(/^r,,error,parse,,/);
    expect(board.ask('piñg')[0]).toMatch(/^r,,error,parse,,/);
    expect(board.ask(`set,1,${'x'.repeat(400)}=1`)[0]).toMatch(/^r,1,error,param,x{16},/);
  });

  it('drops a line over 512 bytes to its newline, says so once, and goes on', () => {
    const board = openBoard();
    board.lines();
    const long = new TextEncoder().encode('x'.repeat(300));
    for (let i = 0; i < 9; i++) board.feed(long);
    board.feed(new TextEncoder().encode('ping\nping 2\n'));
    expect(board.lines()).toEqual(['r,,error,toolong,,a line holds at most 512 bytes', 'r,2,ok']);
    expect(board.ask(`set${' '.repeat(502)}gamma=3`)[1]).toBe('r,,ok');
    expect(board.ask(`set${' '.repeat(503)}gamma=3`)[0]).toMatch(/^r,,error,toolong/);
  });

  it('understands a command that arrives one byte at a time', () => {
    const board = openBoard();
    board.lines();
    for (const byte of new TextEncoder().encode(`${withSum('ping,5')}\r\n`)) {
      board.feed(Uint8Array.of(byte));
    }
    expect(board.lines()).toEqual(['r,5,ok']);
  });

  it('stops and starts the stream without skipping a number', () => {
    const board = openBoard();
    board.run(3);
    expect(board.ask('stop')).toEqual(['r,,ok']);
    expect(board.run(3)).toEqual([]);
    board.ask('start');
    expect(board.run(1)[0]).toMatch(/^s,3,/);
  });

  it('takes a new period at once and keeps to a fractional one on average', () => {
    const board = openBoard();
    board.run(5);
    board.ask('set period=12.5');
    const times = board.run(82).map((line) => Number(line.split(',')[2]));
    expect((times[81] ?? 0) - (times[1] ?? 0)).toBe(1000);
  });

  it('leaves samples out after a hold-up instead of sending them in a burst', () => {
    const board = openBoard();
    expect(board.turn(0)).toBe(20);
    expect(board.turn(2003)).toBe(17);
    expect(board.turn(2020)).toBe(20);
    expect(board.lines().filter((line) => line.startsWith('s'))).toHaveLength(3);
  });

  it('has a clock that goes on beyond 32 bits', () => {
    const board = openBoard({ startMs: 2 ** 31 + 7 });
    expect(board.run(2).map((line) => line.split(',')[2])).toEqual(['2147483655', '2147483675']);
  });

  it('sends its fit after each block once there are enough maxima', () => {
    const fits = openBoard()
      .run(260)
      .filter((line) => line.startsWith('f'));
    expect(fits.map((line) => line.split(',').slice(1, 3).join())).toEqual([
      '191,0',
      '191,1',
      '223,0',
      '223,1',
      '255,0',
      '255,1',
    ]);
    for (const line of fits) {
      const numbers = line.split(',').slice(3).map(Number);
      expect(numbers).toHaveLength(5);
      expect(numbers.every(Number.isFinite)).toBe(true);
    }
  });
}
