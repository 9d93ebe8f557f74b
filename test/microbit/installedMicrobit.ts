import { loadFirmwareFiles } from '../../firmware/host/loadFirmwareFiles.ts';
import { microbitProgram } from '../../src/board/installer/microbitProgram.ts';
import { withSum } from '../firmware/lineSum.ts';
import { checkedLines, type MicrobitConsole, openConsole } from './microbitConsole.ts';
import { type Microbit, startMicrobit } from './qemu.ts';

/**
 * Stands for the accelerometer, which in QEMU always reads the same: noise around 1100 with spikes
 * near the limit, some far beyond it, up or down, and a burst of five, whole numbers as the real one's.
 */
export const SIMULATED = `
NAME = "simulated"
CHANNEL = "strength:mg"
noise = [1, 0]

def read():
    value = 1000
    for _ in range(4):
        noise[0] = noise[0] * 171 % 30269
        value += noise[0] % 64
    noise[1] += 1
    n = noise[1]
    if n % 35 == 0:
        value += 80 + n // 35 % 9 * 20
    elif n % 211 == 0 or n % 500 > 494:
        value += 600 if n % 4 < 2 else -600
    return value
`;
const PIECES = 'tidemark';
const LAUNCHER = 'import board\nboard.run()\n';
/** Each is a second of waiting: a machine with more to do than it can is slow. */
const TRIES = 60;

/** A micro:bit in QEMU with our firmware on it. */
export interface InstalledMicrobit {
  readonly board: MicrobitConsole;
  /** Presses the reset button. Returns what it says up to its first sample. */
  reboot(): Promise<string[]>;
  /** Sends a line. Returns what comes back up to its reply, without samples, verdicts and fits. */
  ask(line: string): Promise<string[]>;
  /**
   * Sends a command with its sum, again if nothing came for a second, as the page does, but more
   * often, as the machine may be busy. Returns all that came up to its reply, which is the last; null
   * when it never came.
   */
  insist(op: string, id: number, parameters?: string): Promise<string[] | null>;
  /** Stops what runs, opens the raw prompt and empties the heap. */
  interrupt(): Promise<void>;
  stop(): Promise<void>;
}

/** @param sensor the module in the place of that which reads the board's own accelerometer. */
export async function installedMicrobit(sensor?: string): Promise<InstalledMicrobit> {
  const microbit: Microbit = await startMicrobit();
  const board = openConsole(microbit);
  const files = loadFirmwareFiles();
  const program = microbitProgram(
    sensor === undefined ? files : { ...files, 'boards/microbit_accelerometer.py': sensor },
    PIECES,
  );

  async function interrupt(): Promise<void> {
    await board.send('\x03');
    await board.until(/>>> $/);
    for (const key of ['\x01', '\x04']) {
      await board.send(key);
      await board.until(/raw REPL; CTRL-B to exit\r\n>/);
    }
  }

  try {
    await interrupt();
    await board.writeFile('board.py', program.loader);
    await board.writeFile(PIECES, program.pieces);
    await board.writeFile('main.py', LAUNCHER);
  } catch (error) {
    await microbit.stop();
    throw error;
  }

  return {
    board,
    interrupt,
    async reboot() {
      await microbit.reset();
      await board.until(/h,protocol/);
      const said = `h,protocol${await board.until(/\ns,0,.*\n/)}`;
      return checkedLines(said);
    },
    async ask(line) {
      await board.send(`${line}\n`);
      const lines = checkedLines(await board.until(/(?:^|\n)r,.*\n/));
      return lines.filter((body) => !/^[sef],|bytes free$/.test(body));
    },
    async insist(op, id, parameters = '') {
      const line = withSum(`${op},${id}${parameters === '' ? '' : `,${parameters}`}`);
      for (let tries = 0; tries < TRIES; tries += 1) {
        await board.send(`${line}\n`);
        const said = await board.within(new RegExp(`(?:^|\\n)r,${id},.*\\n`), 1000);
        // The emulated UART loses bytes while QEMU waits for a processor.
        if (said !== null && !said.includes(`r,${id},error,sum`))
          return said.split('\n').map((text) => text.replace(/\*..$/, ''));
      }
      return null;
    },
    stop: () => microbit.stop(),
  };
}
