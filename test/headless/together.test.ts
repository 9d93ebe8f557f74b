import { expect, it } from 'vitest';
import { gaussian, mulberry32 } from '../signals/benchmarkSignal.ts';
import { detect } from './command.ts';

const SAMPLES = 900;
const ODD_AT = 800;

/** Two channels that go together, but for one sample in which each alone is nothing special. */
function table(): string {
  const random = mulberry32(3);
  const rows = Array.from({ length: SAMPLES }, (_, i) => {
    const common = gaussian(random);
    const [a, b] = [common + 0.3 * gaussian(random), common + 0.3 * gaussian(random)];
    return i === ODD_AT ? '2.5,-2.5' : `${a.toFixed(4)},${b.toFixed(4)}`;
  });
  return `a,b\n${rows.join('\n')}\n`;
}

it('detect --together judges the channels as one more, and finds what none shows alone', async () => {
  const { exitCode, output } = await detect(['--together'], table());
  const lines = output.trimEnd().split('\n');
  const alarmsOf = (name: string) =>
    lines
      .filter((line) => line.endsWith(` ${name}`))
      .flatMap((line, row) => (line.split(' ')[2] === '1' ? [row] : []));
  // Nothing is said of them together before there are four samples a channel.
  const rowsTogether = lines.filter((line) => line.endsWith(' together')).length;
  expect(exitCode).toBe(0);
  expect(alarmsOf('a')).not.toContain(ODD_AT);
  expect(alarmsOf('b')).not.toContain(ODD_AT);
  expect(alarmsOf('together')).toContain(ODD_AT - (SAMPLES - rowsTogether));
});

it('detect --together says that one channel cannot be, and judges it', async () => {
  const one = Array.from({ length: 20 }, (_, i) => i).join('\n');
  const { output, complaints } = await detect(['--together'], `${one}\n`);
  expect(output.trimEnd().split('\n')).toHaveLength(20);
  expect(complaints).toContain('Two to eight channels can be judged together');
});
