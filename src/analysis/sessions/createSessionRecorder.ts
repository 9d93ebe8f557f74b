/**
 * Writes the session as it comes: one file for one board, over all the links to it. Begins when it is
 * known who is at the other end; what came before is kept for that moment.
 */
import type { ChannelParameters } from '../../detector/channelParameters.ts';
import { differingParameters, type Parameters } from '../../detector/parameters.ts';
import { createRecordingWriter, type RecordingWriter } from '../../history/recordingWriter.ts';
import { formatHello, formatOwnParameters, formatParameters } from '../../protocol/formatLine.ts';
import { formatHostLine, type RecordedLabel } from '../../protocol/hostLine.ts';
import type { RecordingFault } from '../messages/recordingMessages.ts';
import { labelLines } from './labelLines.ts';
import { openSessionFile } from './resumedFile.ts';
import {
  addCounts,
  type CountsInMemory,
  createSessionCounter,
  type SessionCounter,
} from './sessionCounter.ts';
import { createSessionFile, type SessionFile } from './sessionFile.ts';
import type { SessionFolder } from './sessionFolder.ts';
import type { RecordedBoard, SessionRecorder } from './sessionRecorder.ts';
import { sessionStem } from './sessionStem.ts';

const FLUSH_EVERY_MS = 500;
/** A reader of the end of a file finds a summary within so much (history/recordingSummary.ts). */
const SUMMARY_EVERY_MS = 10_000;
const SUMMARY_EVERY_BYTES = 1024 * 1024;
/** Kept while it is not known who speaks: they have a second and a half to say so. */
const MOST_UNKNOWN_BYTES = 16 * 1024 * 1024;
/** A file without a sample is not kept, if it is as short as that. */
const LEAST_BYTES = 64 * 1024;

/** One file from its first line to its last. */
interface Current {
  readonly key: string;
  readonly file: SessionFile;
  readonly counter: SessionCounter;
  /** What the person called it since it goes on here; null while they did not. */
  name: string | null;
  summaryMs: number;
  summaryBytes: number;
  judging: Parameters | null;
  labels: readonly RecordedLabel[];
}

export function createSessionRecorder(around: {
  readonly folder: SessionFolder;
  readonly nowMs: () => number;
  readonly counts: () => CountsInMemory;
}): SessionRecorder {
  const { folder, nowMs, counts } = around;
  const encoder = new TextEncoder();
  let on = true;
  let recordable = false;
  let writer: RecordingWriter = createRecordingWriter();
  /** Who was identified on this link. */
  let board: RecordedBoard | null = null;
  let boardParameters: Parameters | null = null;
  const ownParameters = new Map<number, ChannelParameters>();
  let judging: Parameters | null = null;
  let labels: readonly RecordedLabel[] = [];
  let current: Current | null = null;
  /** The file before, and what it was about. */
  let finished: {
    readonly file: SessionFile;
    readonly of: unknown;
    readonly samples: number;
  } | null = null;
  let fault: RecordingFault | null = null;
  let flushedMs = 0;
  /** In which file the next session goes on, if it is its board's. */
  let cutOff: string | null = null;

  const listening = () => recordable && on && fault === null;

  function begin(next: RecordedBoard): Current {
    const startedMs = nowMs();
    const stem = sessionStem(startedMs, next.hello);
    const opening = openSessionFile(folder, stem, cutOff, startedMs);
    cutOff = null;
    const file = createSessionFile(folder, opening, (reason) => {
      if (current?.file !== file) return;
      fault = reason;
      current = null;
    });
    return {
      key: next.key,
      file,
      counter: createSessionCounter(counts),
      name: null,
      summaryMs: startedMs,
      summaryBytes: 0,
      judging: null,
      labels: [],
    };
  }

  function put(text: string): void {
    current?.file.append(encoder.encode(text));
  }

  /** What every link begins with. */
  function putHead({ hello, name }: RecordedBoard): void {
    const kind = hello ? 'tidemark' : 'foreign';
    put(formatHostLine({ type: 'link', startedMs: nowMs(), kind, board: name }));
    putJudging();
  }

  function putJudging(): void {
    if (!current || !judging) return;
    const same = current.judging && differingParameters(current.judging, judging).length === 0;
    if (same) return;
    current.judging = judging;
    put(formatHostLine({ type: 'judging', parameters: judging }));
  }

  /** What was labelled since, and what no longer is. */
  function putLabels(): void {
    if (!current || current.labels === labels) return;
    for (const line of labelLines(current.labels, labels, nowMs())) put(formatHostLine(line));
    current.labels = labels;
  }

  function putSummary(closed: boolean): void {
    if (!current) return;
    const { counter, name, file } = current;
    const before = file.before();
    const counts = addCounts(before, counter.since());
    const called = name ?? before.name;
    const summary = { type: 'summary', timeMs: nowMs(), ...counts, closed, name: called } as const;
    current.summaryMs = summary.timeMs;
    current.summaryBytes = file.bytes();
    put(formatHostLine(summary));
  }

  /** Hands on what is complete, if it is known to whom it belongs. */
  function drain(): void {
    if (board && current) writer.drain((bytes) => current?.file.append(bytes));
  }

  async function finish(): Promise<void> {
    drain();
    if (board) putLabels();
    // A file that takes no more is current no more.
    if (!current) return;
    const { file, counter } = current;
    const { samples } = counter.since();
    const empty = samples === 0 && file.before().samples === 0 && file.bytes() < LEAST_BYTES;
    putSummary(true);
    finished = { file, of: counts().of, samples };
    current = null;
    await file.close(empty);
  }

  function interrupt(why: string): void {
    if (board && current) {
      putLabels();
      writer.line({ type: 'break', timeMs: nowMs(), why });
      drain();
    }
    writer = createRecordingWriter();
    board = null;
  }

  function start(next: RecordedBoard): void {
    board = next;
    if (!current) current = begin(next);
    putHead(next);
  }

  return {
    opening(its, recordInto) {
      interrupt('another link was opened');
      recordable = its;
      boardParameters = null;
      ownParameters.clear();
      fault = null;
      if (recordInto !== null) cutOff = recordInto;
      // Another board is on its way, or a replay: whether it is another is seen when it is known.
      if (!recordable) void finish();
    },
    received(chunk, arrivalMs) {
      if (!listening()) return;
      writer.received(chunk, arrivalMs);
      if (!board && writer.waiting() > MOST_UNKNOWN_BYTES) writer = createRecordingWriter();
    },
    line(line) {
      if (listening()) writer.line(line);
    },
    identified(next) {
      if (!recordable) return;
      const again = board?.key === next.key;
      if (board && !again && current) {
        // What it said of itself stands in the chunk that is held: it begins the next file.
        writer.drainBeforeHeld((bytes) => current?.file.append(bytes));
        board = null;
      }
      if (again || !listening()) {
        board = next;
        return;
      }
      if (current && current.key !== next.key) void finish();
      start(next);
    },
    unidentifiable() {
      writer = createRecordingWriter();
      board = null;
    },
    boardParameters(parameters) {
      boardParameters = parameters;
      ownParameters.clear();
    },
    ownParameters(channel, own) {
      ownParameters.set(channel, own);
    },
    judgingWith(parameters) {
      judging = parameters;
    },
    labelled(next) {
      labels = next;
    },
    interrupted: interrupt,
    finish,
    switchTo(next) {
      if (on === next && !fault) return;
      fault = null;
      if (!next) void finish();
      on = next;
      writer = createRecordingWriter();
      if (!on || !board || !recordable) return;
      start(board);
      // In mid-session nobody says hello.
      if (board.hello) put(formatHello(board.hello));
      if (boardParameters) put(formatParameters('p', boardParameters));
      for (const [channel, own] of ownParameters) put(formatOwnParameters(channel, own));
    },
    rename(name) {
      if (!current) return;
      current.name = name;
      putSummary(false);
    },
    tick() {
      drain();
      current?.counter.look();
      const now = nowMs();
      if (now - flushedMs < FLUSH_EVERY_MS) return;
      flushedMs = now;
      putJudging();
      // Without a link they may be those of the next board already.
      if (board) putLabels();
      if (!current) return;
      const { summaryMs, summaryBytes, file } = current;
      const due = now - summaryMs >= SUMMARY_EVERY_MS;
      if (due || file.bytes() - summaryBytes >= SUMMARY_EVERY_BYTES) putSummary(false);
      file.flush();
    },
    state() {
      if (fault) return { phase: 'failed', fault };
      if (!on) return { phase: 'off' };
      const fileName = current?.file.name();
      if (!current || !fileName) return { phase: 'waiting' };
      return { phase: 'recording', fileName, bytes: current.file.bytes(), roomLeftMs: null };
    },
    bytes: () => current?.file.bytes() ?? 0,
    async snapshot() {
      drain();
      return (await current?.file.snapshot()) ?? null;
    },
    async whole() {
      drain();
      const { of, samples } = counts();
      if (current) {
        return current.counter.since().samples === samples ? current.file.snapshot() : null;
      }
      const isIts = finished?.of === of && finished?.samples === samples;
      return isIts ? (finished?.file.snapshot() ?? null) : null;
    },
  };
}
