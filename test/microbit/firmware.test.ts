import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIRMWARE_VERSION } from '../../src/board/installer/firmwareVersion.ts';
import { sumOf, withSum } from '../firmware/lineSum.ts';
import { atDesk } from '../thoroughness.ts';
import { type InstalledMicrobit, installedMicrobit } from './installedMicrobit.ts';
import { hasMicrobit } from './qemu.ts';

const LEAST_FREE = 1024; // bytes

describe.skipIf(!hasMicrobit)('the firmware on a BBC micro:bit v1 in QEMU', () => {
  let microbit: InstalledMicrobit;

  beforeAll(async () => {
    microbit = await installedMicrobit();
  });
  afterAll(async () => {
    await microbit?.stop();
  });

  it('says hello, has room to spare, and streams its accelerometer', async () => {
    const [hello, parameters, room, sample] = await microbit.reboot();
    expect(hello).toContain(`h,protocol=1,firmware=tidemark,version=${FIRMWARE_VERSION},rules=3,`);
    expect(hello).toMatch(
      /,board=micro:bit,id=[0-9a-f]{16},sensor=accelerometer,channels=strength:mg,float=30,can=,most=16,saved=0$/,
    );
    expect(parameters).toBe(
      'p,gamma=4,delta=0.94,maxima=5,outliers=5,meanGap=0,period=100,block=32,memory=256,fatigue=0.05,least=0,tail=both',
    );
    expect(Number(/^l,(\d+) bytes free$/.exec(room ?? '')?.[1])).toBeGreaterThan(LEAST_FREE);
    // QEMU's accelerometer says (-736, -736, 736) for ever.
    expect(sample).toMatch(/^s,0,\d+,1275$/);
  });

  it('answers every command, and refuses with a word', async () => {
    const { ask, reboot } = microbit;
    await reboot();
    expect(await ask(withSum('ping,1'))).toEqual(['r,1,ok']);
    expect(await ask(withSum('set,2,gamma=3.5,delta=0.9'))).toEqual([
      'p,gamma=3.5,delta=0.9,maxima=5,outliers=5,meanGap=0,period=100,block=32,memory=256,fatigue=0.05,least=0,tail=both',
      'r,2,ok',
    ]);
    expect(await ask(withSum('set,3,gamma=3,block=5.5'))).toEqual(['r,3,error,type,block,']);
    expect(await ask('set 4 delta=0')).toEqual(['r,4,error,range,delta,at least 1e-06']);
    expect(await ask('set 5 gama=1')).toEqual(['r,5,error,param,gama,']);
    expect(await ask('set 5 gamma=3 gamma=3')).toEqual(['r,5,error,parse,gamma,twice']);
    expect(await ask('set 5')).toEqual(['r,5,error,parse,,form']);
    expect(await ask('set 5 tail=left')).toEqual(['r,5,error,range,tail,']);
    expect(await ask('set 5 gamma=nan')).toEqual(['r,5,error,range,gamma,at least 1e-30']);
    expect(await ask('set 5 memory=7')).toEqual(['r,5,error,range,memory,at least 8']);
    expect(await ask('set 5 drift=3')).toEqual(['r,5,error,param,drift,']);
    expect(await ask('ping,6*00')).toEqual(['r,6,error,sum,,']);
    expect(await ask('dance 7')).toEqual(['r,7,error,op,,dance']);
    expect(await ask(`ping,${'8'.repeat(300)}`)).toEqual(['r,,error,toolong,,']);
    expect(await ask('p\x7fng')).toEqual(['r,,error,parse,,letters']);
    expect((await ask('get 9'))[0]).toContain('p,gamma=3.5,delta=0.9,');
    expect((await ask('set 9 memory=0'))[0]).toContain(',memory=0,');
    expect(await ask('stop 10')).toEqual(['r,10,ok']);
    expect(await ask('ping 11')).toEqual(['r,11,ok']);
    expect(await ask('start 12')).toEqual(['r,12,ok']);
    expect(await ask('restart 13')).toEqual(['l,restarted', 'r,13,ok']);
    expect(await ask('restart 13')).toEqual(['r,13,ok']);
  });
});

describe.skipIf(!hasMicrobit || atDesk)('parameters kept on a BBC micro:bit v1 in QEMU', () => {
  let microbit: InstalledMicrobit;

  beforeAll(async () => {
    microbit = await installedMicrobit();
  });
  afterAll(async () => {
    await microbit?.stop();
  });

  it('are there after a power cut, the older copy when the newer is spoilt', async () => {
    const { ask, reboot } = microbit;
    await reboot();
    expect((await ask('set 1 gamma=2.5'))[0]).toContain('gamma=2.5');
    expect(await ask('save 2')).toEqual(['r,2,ok']);
    const [hello, parameters] = await reboot();
    expect(hello).toMatch(/most=16,saved=1$/);
    expect(parameters).toContain('p,gamma=2.5,');
    await microbit.interrupt();
    await microbit.board.writeFile('parameters.new', 'gamma=3\ndel');
    expect((await reboot())[1]).toContain('p,gamma=2.5,');
  });

  it('never keep it from starting, however long', async () => {
    const { ask, insist, reboot } = microbit;
    const longest = [
      'gamma=12.3456,delta=0.123457,meanGap=3485578,period=123.457',
      'memory=935565,fatigue=0.123457,outliers=16,maxima=16,block=4096',
      'tail=lower,least=1.23457e-15',
    ];
    for (const [id, part] of longest.entries()) {
      expect((await insist('set', id, part))?.at(-2)).toBe(`r,${id},ok`);
    }
    const [before] = await ask('get 8');
    expect(await ask('save 9')).toEqual(['r,9,ok']);
    const [hello, parameters] = await reboot();
    expect(hello).toContain(',saved=1');
    expect(parameters).toBe(before);
    for (const part of longest) expect(`${parameters},`).toContain(`,${part.split(',').at(-1)},`);
  });

  it.each([
    ['3 KB of letters', 'x'.repeat(3000)],
    [
      'one of another version, whose sum is right',
      `phi=3\ngamma=99\n*${sumOf('phi=3\ngamma=99\n')}\n`,
    ],
    ['spoilt', `gamma=3\n*${sumOf('gamma=2\n')}\n`],
  ])('are the defaults when the file is %s', async (_, text) => {
    await microbit.interrupt();
    // Its file system has room for one that long.
    await microbit.board.writeFile('parameters.txt', text.slice(0, 64));
    await microbit.board.writeFile('parameters.new', text);
    const [hello, parameters] = await microbit.reboot();
    expect(hello).toMatch(/^h,.*,most=16,saved=[01]$/);
    expect(parameters).toContain('p,gamma=4,delta=0.94,');
  });
});
