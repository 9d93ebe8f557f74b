/**
 * Samples as the lines of a recording: `H` and `h` with the channels, then `T,<hostMs>` wherever the arrival
 * time must be told anew and `s,<seq>,<t>,…` for each sample, all with their sums.
 */
import { ARRIVAL, COMMA, SAMPLE } from '../../protocol/bytes.ts';
import { SEQUENCE_MODULUS } from '../../protocol/firmwareLine.ts';
import { formatHello } from '../../protocol/formatLine.ts';
import { formatHostLine, type RecordedLabel } from '../../protocol/hostLine.ts';
import { asChannels, plainWord } from './headings.ts';
import type { KeptColumn } from './importPlan.ts';
import type { LineBuffer } from './lineBuffer.ts';

/**
 * An arrival this long ago is told anew: sooner than the board clock takes the board for early, so
 * that every time comes out as it stands in the file.
 */
const TELL_AFTER_MS = 50;
const LONGEST_NAME = 80;

/** What a hello says of a board that is none: nobody there judges. */
export const FILE_SENSOR = 'file';

/** Whom the samples are said to come from. */
export interface FileIdentity {
  /** Name of the file. */
  readonly name: string;
  /** Unlike that of any other import, so that two files never run together. */
  readonly id: string;
}

export interface SampleLines {
  /** Begins the recording; `startedMs` is the wall clock of its start. Not needed before `hello`. */
  open(startedMs: number): void;
  /** Who it is; the recording begins with the first arrival after it. */
  hello(channels: readonly Pick<KeptColumn, 'name' | 'unit'>[]): void;
  /** Tells when what follows arrived, if that is needed. `wallMs` never goes back. */
  arrival(wallMs: number): void;
  /** Begins the next sample's line, up to its time; the caller appends the values. */
  begin(boardMs: number): void;
  /** Ends the line. A line that was cut instead was no sample. */
  end(): void;
  /** So many samples are missing here. */
  lose(count: number): void;
  /** The board, or the learning, begins anew with the next sample. */
  restart(): void;
  /** What the person called a stretch of samples, all of which are there. */
  label(label: RecordedLabel): void;
}

export function createSampleLines(buffer: LineBuffer, identity: FileIdentity): SampleLines {
  // A board that is heard from its very first sample on would be compared with; a file does not judge.
  let seq = 1;
  let toldMs = Number.NEGATIVE_INFINITY;
  let restarted = false;
  let opened = false;
  /** Said once the recording has begun. */
  let hello: string | null = null;
  const board = plainWord(identity.name, LONGEST_NAME) || 'file';

  /** A line that has its sum and its end. */
  function write(line: string): void {
    buffer.text(line.slice(0, -1));
    buffer.endLine();
  }

  function open(startedMs: number): void {
    if (opened) return;
    opened = true;
    write(formatHostLine({ type: 'link', startedMs, kind: 'tidemark', board }));
  }

  function sayHello(): void {
    if (hello === null) return;
    write(hello);
    hello = null;
  }

  return {
    open,
    hello(channels) {
      hello = formatHello({
        board,
        id: identity.id,
        sensor: FILE_SENSOR,
        version: '0',
        channels: asChannels(channels),
        float: 64,
        // Nobody judges there: nothing is said of rules.
        rules: 2,
        can: [],
        most: null,
        model: null,
        skipped: null,
        fitsMs: null,
        saved: false,
      });
      if (opened) sayHello();
    },
    arrival(wallMs) {
      open(Math.floor(wallMs));
      sayHello();
      if (wallMs - toldMs <= TELL_AFTER_MS && !restarted) return;
      // Halves go down: the board clock, which rounds the difference to board time, rounds them up.
      toldMs = Math.ceil(wallMs - 0.5);
      buffer.byte(ARRIVAL);
      buffer.byte(COMMA);
      buffer.number(toldMs);
      buffer.seal();
    },
    begin(boardMs) {
      buffer.byte(SAMPLE);
      buffer.byte(COMMA);
      buffer.number(restarted ? 0 : seq);
      buffer.byte(COMMA);
      buffer.number(boardMs);
    },
    end() {
      buffer.seal();
      seq = restarted ? 1 : (seq + 1) % SEQUENCE_MODULUS;
      restarted = false;
    },
    lose(count) {
      seq = (seq + count) % SEQUENCE_MODULUS;
    },
    restart() {
      restarted = true;
    },
    label(label) {
      write(formatHostLine({ type: 'label', timeMs: label.toMs, ...label }));
    },
  };
}
