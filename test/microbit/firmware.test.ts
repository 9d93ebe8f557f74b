import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadFirmwareFiles } from '../../firmware/host/loadFirmwareFiles.ts';
import { microbitProgram } from '../../src/board/installer/microbitProgram.ts';
import { withSum } from '../firmware/lineSum.ts';
import { checkedLines, type MicrobitConsole, openConsole } from './microbitConsole.ts';
import { hasMicrobit, type Microbit, startMicrobit } from './qemu.ts';

/**
 * Stands for the accelerometer, which in QEMU always reads the same: noise around 1000 with a spike
 * now and then, whole numbers as the real one's.
 */
const NOISE = `
NAME = "simulated"
CHANNEL = "strength:mg"
noise = [1]

def read():
    value = 1000
    for _ in range(4):
        noise[0] = noise[0] * 171 % 30269
        value += noise[0] % 64
    return value + (900 if noise[0] % 89 == 0 else 0)
`;
const PIECES = 'tidemark';
const LAUNCHER = 'import board\nboard.run()\n';

describe.skipIf(!hasMicrobit)('the firmware on a BBC micro:bit v1 in QEMU', () => {
  let microbit: Microbit;
  let board: MicrobitConsole;

  /** Stops what runs, opens the raw prompt and empties the heap. */
  async function interrupt(): Promise<void> {
    await board.send('\x03');
    await board.until(/>>> $/);
    for (const key of ['\x01', '\x04']) {
      await board.send(key);
      await board.until(/raw REPL; CTRL-B to exit\r\n>/);
    }
  }

  async function install(files: Record<string, string>): Promise<void> {
    const program = microbitProgram(files, PIECES);
    await interrupt();
    await board.writeFile('board.py', program.loader);
    await board.writeFile(PIECES, program.pieces);
    await board.writeFile('main.py', LAUNCHER);
  }

  /** Starts the board anew and returns what it says up to its first sample. */
  async function restart(): Promise<string[]> {
    await microbit.reset();
    const said = await board.until(/s,0,.*\n/);
    return checkedLines(said.slice(said.lastIndexOf('h,')));
  }

  /** Sends a line and returns what comes back up to its reply, without samples and free bytes. */
  async function ask(line: string): Promise<string[]> {
    await board.send(`${line}\n`);
    const lines = checkedLines(await board.until(/(?:^|\n)r,.*\n/));
    return lines.filter((body) => !/^[sef],|bytes free$/.test(body));
  }

  beforeAll(async () => {
    microbit = await startMicrobit();
    board = openConsole(microbit);
  });
  afterAll(async () => {
    await microbit?.stop();
  });

  it('says hello, has room to spare, and streams its accelerometer', async () => {
    await install(loadFirmwareFiles());
    const [hello, parameters, room, sample] = await restart();
    expect(hello).toMatch(
      /^h,protocol=1,firmware=tidemark,version=[\d.]+,board=micro:bit,id=[0-9a-f]{16},sensor=accelerometer,channels=strength:mg,float=32,saved=0,most=16$/,
    );
    expect(parameters).toBe(
      'p,gamma=4,delta=0.94,maxima=5,outliers=5,meanGap=500,period=100,block=32,memory=256,fatigue=0.25,tail=both',
    );
    expect(Number(/^l,(\d+) bytes free$/.exec(room ?? '')?.[1])).toBeGreaterThan(1500);
    // QEMU's accelerometer says (-736, -736, 736) for ever.
    expect(sample).toMatch(/^s,0,\d+,1275$/);
  });

  it('answers every command, and refuses with a word', async () => {
    await install({ ...loadFirmwareFiles(), 'boards/microbit_accelerometer.py': NOISE });
    expect((await restart())[0]).toContain('sensor=simulated');
    expect(await ask(withSum('ping,1'))).toEqual(['r,1,ok']);
    expect(await ask(withSum('set,2,gamma=3.5,delta=0.9'))).toEqual([
      'p,gamma=3.5,delta=0.9,maxima=5,outliers=5,meanGap=500,period=100,block=32,memory=256,fatigue=0.25,tail=both',
      'r,2,ok',
    ]);
    expect(await ask(withSum('set,3,gamma=3,block=5.5'))).toEqual(['r,3,error,type,block,']);
    expect(await ask('set 4 delta=1')).toEqual(['r,4,error,range,delta,']);
    expect(await ask('set 5 gama=1')).toEqual(['r,5,error,param,gama,']);
    expect(await ask('ping,6*00')).toEqual(['r,6,error,sum,,']);
    expect(await ask('dance 7')).toEqual(['r,7,error,op,,dance']);
    expect(await ask(`ping,${'8'.repeat(300)}`)).toEqual(['r,,error,toolong,,']);
    expect(await ask('p\x7fng')).toEqual(['r,,error,parse,,letters']);
    expect((await ask('get 9'))[0]).toContain('p,gamma=3.5,delta=0.9,');
    expect(await ask('stop 10')).toEqual(['r,10,ok']);
    expect(await ask('ping 11')).toEqual(['r,11,ok']);
    expect(await ask('start 12')).toEqual(['r,12,ok']);
    expect(await ask('restart 13')).toEqual(['l,restarted', 'r,13,ok']);
  });

  it('keeps saved parameters through a power cut, the older copy when the newer is spoilt', async () => {
    expect((await ask('set 1 gamma=2.5'))[0]).toContain('gamma=2.5');
    expect(await ask('save 2')).toEqual(['r,2,ok']);
    const [hello, parameters] = await restart();
    expect(hello).toMatch(/saved=1,most=16$/);
    expect(parameters).toContain('p,gamma=2.5,');
    await interrupt();
    await board.writeFile('parameters.new', 'tidemark,gamma=3,del');
    expect((await restart())[1]).toContain('p,gamma=2.5,');
    await interrupt();
    await board.run('import os\nos.remove("parameters.new")\nos.remove("parameters.txt")');
  });

  it('refuses more maxima than it has memory for, and goes on fitting with the most', async () => {
    await restart();
    expect(await ask('set 1 maxima=17')).toEqual(['r,1,error,range,maxima,at most 16']);
    expect(await ask('set 2 outliers=64')).toEqual(['r,2,error,range,maxima,at most 16']);
    expect((await ask('set 3 maxima=16')).at(-1)).toBe('r,3,ok');
    await board.until(/\nf,.*\n/);
    await board.until(/\nf,.*\n/);
    expect(await ask('restart 4')).toEqual(['l,restarted', 'r,4,ok']);
    await board.until(/\nf,.*\n/);
  });
});
