/**
 * A log of our firmware's lines: passed through as it is, broken lines too, with the arrival times
 * that a log does not have put between. They follow the board's own clock.
 */
import { COMMA, SAMPLE } from '../../protocol/bytes.ts';
import { createSampleLine, readFirmwareLine } from '../../protocol/firmwareLine.ts';
import { SKETCH_LINE_LIMIT } from '../../protocol/lineSplitter.ts';
import { createFileLines } from './fileLines.ts';
import type { FirmwareLogPlan } from './importPlan.ts';
import { createLineBuffer } from './lineBuffer.ts';
import {
  createRowCounter,
  type LineConverter,
  LONGEST_QUOTE,
  type ReadingNotes,
} from './lineConverter.ts';
import { createSampleLines, type FileIdentity } from './sampleLines.ts';

export function createFirmwareLogConverter(
  plan: FirmwareLogPlan,
  identity: FileIdentity,
  emit: (lines: Uint8Array) => void,
  notes: ReadingNotes,
): LineConverter {
  const buffer = createLineBuffer(emit);
  const lines = createSampleLines(buffer, identity);
  const sample = createSampleLine();
  const rows = createRowCounter(notes);
  const decoder = new TextDecoder();
  let begun = false;
  let baseMs = 0;
  let lastBoardMs = 0;
  let stepMs = 1;

  lines.open(Math.floor(plan.startMs));
  if (plan.channelCount !== null) {
    const count = plan.channelCount;
    const names = Array.from({ length: count }, (_, i) => ({
      name: count === 1 ? 'value' : `value ${i + 1}`,
      unit: '',
    }));
    lines.hello(names);
  }

  function takeSample(line: number): void {
    const { timeMs } = sample;
    if (!begun) baseMs = Math.floor(plan.startMs) - Math.floor(timeMs);
    else if (timeMs < lastBoardMs) {
      baseMs = Math.ceil(baseMs + lastBoardMs + stepMs - timeMs);
      lines.restart();
    } else if (timeMs > lastBoardMs) stepMs = timeMs - lastBoardMs;
    begun = true;
    lastBoardMs = timeMs;
    lines.arrival(baseMs + timeMs);
    notes.sample(baseMs + timeMs, false, line);
  }

  const fileLines = createFileLines(plan.encoding, {
    line(number, bytes, from, to) {
      const reading = readFirmwareLine(bytes, from, to, sample);
      if (reading === 'sample') takeSample(number);
      const isRow = bytes[from] === SAMPLE && bytes[from + 1] === COMMA;
      if (isRow) rows.row();
      if (to - from > SKETCH_LINE_LIMIT) {
        if (isRow) rows.leaveOut(number, { kind: 'too-long' });
        return;
      }
      if (isRow && reading !== 'sample') {
        const text = decoder.decode(bytes.subarray(from, Math.min(to, from + LONGEST_QUOTE)));
        rows.leaveOut(number, { kind: 'words', text });
      }
      buffer.copy(bytes, from, to);
      buffer.endLine();
    },
    tooLong: (number) => rows.leaveOut(number, { kind: 'too-long' }),
  });

  return {
    push: fileLines.push,
    flush: buffer.flush,
    end() {
      fileLines.end();
      buffer.flush();
    },
    counts: rows.counts,
    isEndless: fileLines.isEndless,
  };
}
