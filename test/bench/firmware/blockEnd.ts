/**
 * What the sample that ends a block costs a board of six channels, beside an ordinary sample: all
 * six fit anew there. Part of `npm run bench:firmware`; prints both and their ratio, and fails where
 * that is more than a board can bear: samples would be left out. Each is a tenth percentile, which leaves
 * out what other programs did meanwhile.
 */
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { loadFirmwareFiles } from '../../../firmware/host/loadFirmwareFiles.ts';

const SAMPLES = 6400;
const BLOCK = 32;
const FIRST_FITTED = 16 * BLOCK;
const MOST_RATIO = 8;

const micropython = await loadMicroPython({ heapsize: 64 * 1024 * 1024 });
for (const [name, text] of Object.entries(loadFirmwareFiles())) {
  if (!name.includes('/')) micropython.FS.writeFile(`/${name}`, text);
}
micropython.runPython(`
import sys
sys.path.append("/")
import parameters
from application import Board
from noise import Noise
noise = Noise(1).normal
sent = []
board = Board(parameters.defaults(), [("c%d" % i, "g") for i in range(6)], sent.append)
values = [0.0] * 6
def prepare():
    del sent[:]
    for i in range(6):
        values[i] = round(noise() * 10000) / 10000
def sample(t):
    board.sample(t, values)
`);
const main: unknown = micropython.pyimport('__main__');
const python = (name: string) => Reflect.get(Object(main), name) as (...args: unknown[]) => unknown;
const prepare = python('prepare');
const sample = python('sample');

const ordinary: number[] = [];
const blockEnds: number[] = [];
for (let i = 0; i < SAMPLES; i++) {
  prepare();
  const start = performance.now();
  sample(i * 100);
  const tookUs = (performance.now() - start) * 1000;
  if (i < FIRST_FITTED) continue;
  (i % BLOCK === BLOCK - 1 ? blockEnds : ordinary).push(tookUs);
}
const undisturbed = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 10)] ?? Number.NaN;
const ratio = undisturbed(blockEnds) / undisturbed(ordinary);
process.stdout.write(
  `six channels: ordinary sample ${undisturbed(ordinary).toFixed(0)} us, end of a block ${undisturbed(
    blockEnds,
  ).toFixed(0)} us, ratio ${ratio.toFixed(2)} (at most ${MOST_RATIO})\n`,
);
if (!(ratio <= MOST_RATIO)) process.exitCode = 1;
