/** A log of any other sketch: the rows that would be found on the line, at their own times or one every period. */
import { createForeignChannels, type ForeignRow } from '../../protocol/foreignChannels.ts';
import { readForeignLine } from '../../protocol/foreignLine.ts';
import { createFileLines } from './fileLines.ts';
import { MOST_CHANNELS, type SketchLogPlan } from './importPlan.ts';
import { createLineBuffer } from './lineBuffer.ts';
import { createRowCounter, type LineConverter } from './lineConverter.ts';
import { createSampleLines, type FileIdentity } from './sampleLines.ts';

const COMMA = 0x2c;
const LONGEST_TEXT = 40;

export function createSketchLogConverter(
  plan: SketchLogPlan,
  identity: FileIdentity,
  emit: (lines: Uint8Array) => void,
): LineConverter {
  const buffer = createLineBuffer(emit);
  const lines = createSampleLines(buffer, identity);
  const channels = createForeignChannels();
  const rows = createRowCounter();
  const decoder = new TextDecoder();
  const startMs = Math.floor(plan.startMs);
  let row = 0;
  /** The first time that the log itself says. */
  let zeroMs: number | null = null;
  let lastMs = 0;

  function write({ own, values }: ForeignRow): void {
    if (own) {
      zeroMs ??= own.ms - lastMs;
      lastMs = Math.max(lastMs, own.ms - zeroMs);
    } else if (zeroMs === null) {
      lastMs = row * plan.periodMs;
    }
    const boardMs = lastMs;
    row++;
    lines.arrival(startMs + boardMs);
    lines.begin(boardMs);
    for (const value of values.slice(0, MOST_CHANNELS)) {
      buffer.byte(COMMA);
      buffer.number(value);
    }
    lines.end();
  }

  const fileLines = createFileLines({
    line(number, bytes, from, to) {
      const text = decoder.decode(bytes.subarray(from, to));
      const reading = readForeignLine(text);
      if (text.trim() !== '') rows.row();
      if (reading.form === null) {
        if (text.trim() !== '') {
          rows.leaveOut(number, { kind: 'words', text: text.slice(0, LONGEST_TEXT) });
        }
        return;
      }
      const found = channels.take(reading, row * plan.periodMs);
      if (found.channels) {
        const names = found.channels.slice(0, MOST_CHANNELS);
        lines.hello(names.map((name, i) => ({ name, unit: found.units[i] ?? '' })));
      }
      for (const each of found.rows) write(each);
    },
    tooLong(number) {
      rows.row();
      rows.leaveOut(number, { kind: 'too-long' });
    },
  });

  return {
    push: fileLines.push,
    end() {
      fileLines.end();
      buffer.flush();
    },
    counts: rows.counts,
    isEndless: fileLines.isEndless,
  };
}
