/** `main.py` in real MicroPython on stand-ins of a Pico's hardware: what it says from its start on. */
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { describe, expect, it } from 'vitest';
import { loadFirmwareFiles } from '../../firmware/host/loadFirmwareFiles.ts';
import { bodyOf } from './lineSum.ts';

/** Turns of the loop before Ctrl-C. */
const TURNS = 40;

/** The lines that it says on a Pico whose bus answers at these addresses, with this driver file. */
async function saidWith(addresses: string, driver: string): Promise<string[]> {
  let wire = '';
  const micropython = await loadMicroPython({
    heapsize: 1024 * 1024,
    linebuffer: false,
    stdout: (said) => {
      wire += typeof said === 'string' ? said : new TextDecoder().decode(said);
    },
  });
  for (const [path, text] of Object.entries(loadFirmwareFiles())) {
    const [folder] = path.includes('/') ? path.split('/') : [];
    if (folder && !micropython.FS.analyzePath(`/${folder}`).exists) {
      micropython.FS.mkdir(`/${folder}`);
    }
    micropython.FS.writeFile(`/${path}`, text);
  }
  if (driver !== '') micropython.FS.writeFile('/imu.py', driver);
  micropython.runPython(`
import os, sys
sys.path.append("/")
os.chdir("/")
class Module:
    def __init__(self, **names):
        for name in names:
            setattr(self, name, names[name])
class Pin:
    def __init__(self, *_):
        pass
class I2C:
    def __init__(self, *_, **pins):
        pass
    def scan(self):
        return ${addresses}
class ADC:
    CORE_TEMP = 4
    def __init__(self, source):
        pass
    def read_u16(self):
        return 14021
class Poll:
    turns = 0
    def register(self, *_):
        pass
    def poll(self, ms):
        Poll.turns += 1
        if Poll.turns > ${TURNS}:
            raise KeyboardInterrupt
        return []
sys.modules["machine"] = Module(Pin=Pin, I2C=I2C, SoftI2C=I2C, ADC=ADC, unique_id=lambda: b"\\x0a")
sys.modules["select"] = Module(poll=Poll, POLLIN=1)
os.uname = lambda: Module(machine="Raspberry Pi Pico with RP2040")
import main
try:
    main.run()
except KeyboardInterrupt:
    pass
`);
  return wire.split('\n').slice(0, -1).map(bodyOf);
}

describe('the firmware started on a Pico', () => {
  it.each([
    [
      'without its driver',
      '',
      /^l,a chip answers at 0x68 like an MPU-6050 but has no driver here: mpremote mip install \S+imu\.py \S+vector3d\.py$/,
    ],
    [
      'with a driver that fails',
      'def MPU6050(bus):\n    raise ValueError("bad chip id")\n',
      /^l,a chip answers at 0x68 like an MPU-6050 but its driver fails: ValueError bad chip id$/,
    ],
  ])('that has an MPU-6050 %s says so in a line of words', async (_what, driver, words) => {
    const lines = await saidWith('[0x68]', driver);
    expect(lines[0]).toMatch(/^h,.*,sensor=RP2 ADC,/);
    expect(
      lines.filter((line) => line.startsWith('l,')).filter((line) => words.test(line)),
    ).toHaveLength(1);
    expect(lines.some((line) => line.startsWith('s,'))).toBe(true);
  });

  it('that has none has nothing to say of one', async () => {
    const lines = await saidWith('[]', '');
    expect(lines[0]).toMatch(/^h,.*,sensor=RP2 ADC,/);
    expect(lines.filter((line) => line.includes('MPU'))).toEqual([]);
  });
});
