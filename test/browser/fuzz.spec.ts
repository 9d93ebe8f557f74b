/** A board gone mad behind real Web Serial: every good line counts, and the page does not suffer. */
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { checkedLine } from '../../src/protocol/checksum.ts';
import { formatParameters } from '../../src/protocol/formatLine.ts';
import { mulberry32 } from '../signals/benchmarkSignal.ts';
import { createFuzzedBoard } from '../signals/fuzzedBoard.ts';
import { expect, serialTest } from './fixtures.ts';
import { heapBytes } from './heap.ts';
import { sampleCount } from './journey.ts';
import { longestTaskMs, watchTasks } from './longestTask.ts';
import { openPtyFarEnd } from './ptyFarEnd.ts';
import { answerPicker, connectSerial } from './serialPage.ts';

const BYTES = 10_000_000;
const FLOOD_BYTES = 1_000_000;
const TERMINAL = 'ttyACM0';
/** Far below what the garbage would take if it were kept, as text, anywhere. */
const MOST_GROWTH_BYTES = 8e6;

const encoder = new TextEncoder();
const GREETING =
  checkedLine('h,protocol=1,firmware=tidemark,board=Mad,id=1,channels=x:g,float=64') +
  formatParameters('p', DEFAULT_PARAMETERS);

serialTest('10 MB of garbage with good lines in it', async ({ page, socket }) => {
  const terminal = `/tmp/tidemark-fuzz-${process.pid}`;
  const far = await openPtyFarEnd(terminal);
  await socket.plug(TERMINAL, terminal);
  try {
    await answerPicker(page);
    await connectSerial(page);
    await far.received(1);
    await far.send(encoder.encode(GREETING));
    const board = createFuzzedBoard({ random: mulberry32(1), floodBytes: FLOOD_BYTES });
    await far.send(board.next());
    await expect.poll(() => sampleCount(page)).toBeGreaterThan(0);
    const before = await heapBytes(page);
    await watchTasks(page);
    let answered = 0;
    for (let sent = 0; sent < BYTES; ) {
      const piece = board.next();
      await far.send(piece);
      sent += piece.length;
      // The page answers to a person in between.
      if (sent / (BYTES / 20) > answered) {
        await page.getByRole('textbox', { name: 'Bound γ' }).fill('5');
        answered += 1;
      }
    }
    await expect.poll(() => sampleCount(page)).toBe(board.samples());
    await expect(page.getByText('0 lost')).toBeVisible();
    const grown = (await heapBytes(page)) - before;
    process.stdout.write(
      `heap ${(before / 1e6).toFixed(1)} MB, grown by ${(grown / 1e6).toFixed(1)} MB\n`,
    );
    expect(grown).toBeLessThan(MOST_GROWTH_BYTES);
    expect(await longestTaskMs(page, '10 MB of garbage')).toBeLessThan(1000);

    await far.send(encoder.encode('\n'));
    for (let i = 0; i < 50; i++) {
      const seq = board.samples() + i;
      await far.send(encoder.encode(checkedLine(`s,${seq},${seq * 20},1.5`)));
    }
    await expect.poll(() => sampleCount(page)).toBe(board.samples() + 50);
  } finally {
    await socket.unplug(TERMINAL);
    await far.stop();
  }
});
