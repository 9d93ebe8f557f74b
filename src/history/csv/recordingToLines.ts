/** A recording of ours, its lines as they stand, whatever they end with. */
import { COMMA, SAMPLE } from '../../protocol/bytes.ts';
import { createSampleLine, readFirmwareLine } from '../../protocol/firmwareLine.ts';
import { readHostLine } from '../../protocol/hostLine.ts';
import { SKETCH_LINE_LIMIT } from '../../protocol/lineSplitter.ts';
import { createFileLines } from './fileLines.ts';
import type { RecordingPlan } from './importPlan.ts';
import { createLineBuffer } from './lineBuffer.ts';
import { createRowCounter, type LineConverter, type ReadingNotes } from './lineConverter.ts';

export function createRecordingConverter(
  plan: RecordingPlan,
  emit: (lines: Uint8Array) => void,
  notes: ReadingNotes,
): LineConverter {
  const buffer = createLineBuffer(emit);
  const rows = createRowCounter(notes);
  const sample = createSampleLine();
  /** Host time of board time 0; NaN until an arrival has told it. */
  let baseMs = Number.NaN;
  let arrivalMs = 0;
  let lastBoardMs = Number.POSITIVE_INFINITY;

  function takeSample(line: number): void {
    const { timeMs } = sample;
    if (timeMs < lastBoardMs) baseMs = arrivalMs - timeMs;
    lastBoardMs = timeMs;
    notes.sample(baseMs + timeMs, true, line);
  }

  const fileLines = createFileLines(plan.encoding, {
    line(number, bytes, from, to) {
      if (to - from > SKETCH_LINE_LIMIT) return;
      const host = readHostLine(bytes, from, to);
      if (host?.type === 'arrival') arrivalMs = host.timeMs;
      if (host?.type === 'link' || host?.type === 'break') lastBoardMs = Number.POSITIVE_INFINITY;
      if (bytes[from] === SAMPLE && bytes[from + 1] === COMMA) {
        rows.row();
        if (readFirmwareLine(bytes, from, to, sample) === 'sample') takeSample(number);
        else rows.leaveOut(number, { kind: 'words', text: '' });
      }
      buffer.copy(bytes, from, to);
      buffer.endLine();
    },
    tooLong: () => undefined,
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
