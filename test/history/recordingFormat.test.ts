import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlarmAct } from '../../src/alarms/act.ts';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { TRUE_ANOMALY } from '../../src/detector/scores.ts';
import { readOutline } from '../../src/history/recordingSummary.ts';
import { createRecordingWriter } from '../../src/history/recordingWriter.ts';
import { checkedLine } from '../../src/protocol/checksum.ts';
import { formatHostLine, type HostLine, readHostLine } from '../../src/protocol/hostLine.ts';
import { createLineSplitter, LINE_LIMIT } from '../../src/protocol/lineSplitter.ts';
import { unquotedFrom } from '../../src/protocol/quotedLine.ts';
import { anyText } from '../signals/anyText.ts';
import { thorough } from '../thoroughness.ts';

const encoder = new TextEncoder();
const bytesOf = (text: string) => encoder.encode(text);

function read(line: string): HostLine | null {
  const bytes = bytesOf(line);
  return readHostLine(bytes, 0, bytes.length);
}

const timeMs = fc.double({ min: 0, max: 4e12, noNaN: true }).map((ms) => ms + 0);
const count = fc.nat();
const name = anyText();
const stretch = { atMs: timeMs, channel: count, fromMs: timeMs, toMs: timeMs };
const act: fc.Arbitrary<AlarmAct> = fc.oneof(
  fc.record({ kind: fc.constant('acknowledge' as const), ...stretch }),
  fc.record({ kind: fc.constant('acknowledge-all' as const), atMs: timeMs, upToMs: timeMs }),
  fc.record({
    kind: fc.constant('shelve' as const),
    atMs: timeMs,
    channel: count,
    untilMs: timeMs,
    reason: name,
  }),
  fc.record({ kind: fc.constant('unshelve' as const), atMs: timeMs, channel: count }),
  fc.record({ kind: fc.constant('note' as const), ...stretch, text: name }),
);
const hostLine: fc.Arbitrary<HostLine> = fc.oneof(
  fc.record({
    type: fc.constant('link' as const),
    startedMs: timeMs,
    kind: fc.constantFrom('tidemark' as const, 'foreign' as const),
    board: name,
  }),
  fc.record({ type: fc.constant('arrival' as const), timeMs }),
  fc.record({ type: fc.constant('break' as const), timeMs, why: name }),
  fc.record({ type: fc.constant('restart' as const), timeMs }),
  fc.record({
    type: fc.constantFrom('label' as const, 'unlabel' as const),
    timeMs,
    channel: count,
    fromMs: timeMs,
    toMs: timeMs,
    name: fc.oneof(
      fc.constant(TRUE_ANOMALY),
      name.filter((its) => its !== ''),
    ),
  }),
  fc.record({ type: fc.constant('alarm' as const), act }),
  fc.record({
    type: fc.constant('summary' as const),
    timeMs,
    samples: count,
    lost: count,
    anomalies: count,
    closed: fc.boolean(),
    name,
  }),
);

describe('a line of the host', () => {
  it('comes back as it was written, whatever a person called it, to the bit of its time', () => {
    fc.assert(
      fc.property(hostLine, (line) => {
        const text = formatHostLine(line);
        expect(text.endsWith('\n')).toBe(true);
        expect(text.indexOf('\n')).toBe(text.length - 1);
        expect(bytesOf(text).length).toBeLessThanOrEqual(LINE_LIMIT);
        expect(read(text.slice(0, -1))).toEqual(line);
      }),
    );
  });

  it('carries the parameters and the commands', () => {
    const judging = {
      type: 'judging',
      parameters: { ...DEFAULT_PARAMETERS, gamma: 2.75 },
    } as const;
    // They are of the present rules: nothing had to be converted.
    expect(read(formatHostLine(judging).trimEnd())).toEqual({ ...judging, converted: null });
    const command = { type: 'command', timeMs: 1.5, line: 'set,7,gamma=2.5*4A' } as const;
    expect(read(formatHostLine(command).trimEnd())).toEqual(command);
  });

  it('is dropped when one byte of it was changed', () => {
    fc.assert(
      fc.property(hostLine, fc.nat(), fc.integer({ min: 1, max: 255 }), (line, at, change) => {
        const bytes = bytesOf(formatHostLine(line).trimEnd());
        const place = at % (bytes.length - 3);
        bytes[place] = (bytes[place] ?? 0) ^ change;
        expect(readHostLine(bytes, 0, bytes.length)).toBeNull();
      }),
    );
  });

  it('is never taken for one when it is a board’s', () => {
    for (const line of ['s,0,0,1*50', 'h,protocol=1*00', 'T', 'T,', 'TEMP,21.5', 'H,21', '12,5']) {
      expect(read(line)).toBeNull();
    }
  });

  it('is none when its time is one that no calendar knows', () => {
    for (const ms of ['1e16', '8e18', '-1e15', '253402300800000', 'Infinity']) {
      for (const body of [
        `T,${ms}`,
        `B,${ms},gone`,
        `R,${ms}`,
        `N,1,label,0,${ms},2`,
        `N,1,label,0,1,${ms}`,
        `Z,${ms},samples=1,lost=0,anomalies=0,closed=1,name=`,
        `H,tidemark=1,started=${ms},kind=foreign,board=x`,
      ]) {
        expect(read(checkedLine(body).trimEnd())).toBeNull();
        expect(read(checkedLine(body.replace(ms, '253402300799999')).trimEnd())).not.toBeNull();
      }
    }
  });

  it('of every kind is in the example of the README, with its sum right', () => {
    const [, example = ''] = readFileSync('src/history/README.md', 'utf8').split('```\n');
    const lines = example.trimEnd().split('\n');
    const types = lines.map((line) => read(line)?.type ?? line[0]);
    expect(types).toEqual(['link', 'judging', 'command', 'arrival', 'h', 's', 'summary']);
  });
});

interface Heard {
  readonly line: string;
  readonly arrivalMs: number;
}

/** What a session hears of chunks that arrive at these times. */
function heardLive(chunks: readonly Uint8Array[]): { lines: Heard[]; tooLong: number } {
  const lines: Heard[] = [];
  let arrivalMs = 0;
  let tooLong = 0;
  const splitter = createLineSplitter({
    line: (bytes, from, to) =>
      lines.push({ line: new TextDecoder('latin1').decode(bytes.subarray(from, to)), arrivalMs }),
    tooLong: () => {
      tooLong += 1;
    },
  });
  chunks.forEach((chunk, i) => {
    arrivalMs = 1000 + i;
    splitter.push(chunk);
  });
  return { lines, tooLong };
}

/** What a session hears of what the writer wrote of the same chunks. */
function heardAgain(chunks: readonly Uint8Array[]): { lines: Heard[]; tooLong: number } {
  const writer = createRecordingWriter();
  const written: Uint8Array[] = [];
  chunks.forEach((chunk, i) => {
    writer.received(chunk, 1000 + i);
    if (i % 3 === 0) writer.drain((bytes) => written.push(bytes.slice()));
  });
  writer.drain((bytes) => written.push(bytes.slice()));
  const lines: Heard[] = [];
  let arrivalMs = 0;
  let tooLong = 0;
  const splitter = createLineSplitter(
    {
      line(bytes, from, to) {
        const host = readHostLine(bytes, from, to);
        if (host?.type === 'arrival') arrivalMs = host.timeMs;
        else {
          const its = bytes.subarray(unquotedFrom(bytes, from), to);
          if (its.length > LINE_LIMIT) tooLong += 1;
          else lines.push({ line: new TextDecoder('latin1').decode(its), arrivalMs });
        }
      },
      tooLong: () => {
        tooLong += 1;
      },
    },
    LINE_LIMIT + 1,
  );
  for (const bytes of written) splitter.push(bytes);
  return { lines, tooLong };
}

describe('what a writer makes of chunks', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\n',
      '\r\n',
      '\r',
      '12.5\r',
      's,1,20,0.5*7A\n',
      'temp:',
      '21.5,hum:40\r\n',
      '>>> ',
      'T,',
      'H,tidemark=1,started=1,kind=foreign,board=x*29\n',
      checkedLine('T,5'),
      `\\${checkedLine('T,6')}`,
      'Z',
      ',1\n',
      '\\',
    ),
    fc.nat({ max: 1200 }).map((length) => 'x'.repeat(length)),
  );
  const chunk = fc.array(piece, { maxLength: 4 }).map((pieces) => bytesOf(pieces.join('')));

  it('is heard again line by line with its time of arrival, however the bytes were cut', () => {
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 12 }), (chunks) => {
        const live = heardLive(chunks);
        const again = heardAgain(chunks);
        // A line feed that came after a chunk's carriage return ends an empty line in the file.
        const said = ({ lines }: typeof live) => lines.filter(({ line }) => line !== '');
        expect(said(again)).toEqual(said(live));
        // A line that is too long and never ends is not written: it is no line yet.
        const open = chunks.length > 0 && !endsInNewline(chunks);
        expect(live.tooLong - again.tooLong).toBeGreaterThanOrEqual(0);
        expect(live.tooLong - again.tooLong).toBeLessThanOrEqual(open ? 1 : 0);
      }),
      { numRuns: thorough(40, 500) },
    );
  });

  it('takes no memory for a flood without an end', () => {
    const writer = createRecordingWriter();
    const flood = new Uint8Array(1024 * 1024).fill(120);
    for (let megabytes = 0; megabytes < 100; megabytes++) writer.received(flood, megabytes);
    expect(writer.waiting()).toBe(0);
  });

  it('puts the host’s lines between whole ones', () => {
    const writer = createRecordingWriter();
    writer.received(bytesOf('1.5\n2.'), 7);
    writer.line({ type: 'break', timeMs: 8, why: 'gone' });
    writer.received(bytesOf('5\n'), 9);
    let text = '';
    writer.drain((bytes) => {
      text += new TextDecoder().decode(bytes);
    });
    expect(text).toMatch(/^T,7\*..\n1\.5\nB,8,gone\*..\nT,9\*..\n2\.5\n$/);
  });

  it('keeps every line of a sketch that ends them with a carriage return alone', () => {
    const chunks = ['1\r2\r', '3', '\r\n4\r', '\n5\r'].map(bytesOf);
    expect(heardAgain(chunks).lines.filter(({ line }) => line !== '')).toEqual([
      { line: '1', arrivalMs: 1000 },
      { line: '2', arrivalMs: 1000 },
      { line: '3', arrivalMs: 1002 },
      { line: '4', arrivalMs: 1002 },
      { line: '5', arrivalMs: 1003 },
    ]);
  });
});

function endsInNewline(chunks: readonly Uint8Array[]): boolean {
  const all = chunks.flatMap((one) => [...one]);
  return all.length === 0 || all.at(-1) === 10 || all.at(-1) === 13;
}

describe('the outline of a file', () => {
  const whole = bytesOf(
    [
      { type: 'link', startedMs: 1000, kind: 'tidemark', board: 'Pico' } as const,
      { type: 'arrival', timeMs: 1100 } as const,
    ]
      .map(formatHostLine)
      .join('') +
      's,0,0,1*50\ns,1,20,1*61\n' +
      formatHostLine({
        type: 'summary',
        timeMs: 2000,
        samples: 2,
        lost: 1,
        anomalies: 3,
        closed: false,
        name: 'A, b',
      }) +
      formatHostLine({ type: 'arrival', timeMs: 2500 }) +
      's,2,40,1*66\n',
  );

  it('tells who, when, how much, and that it was not closed', () => {
    expect(readOutline(whole, whole)).toEqual({
      kind: 'tidemark',
      board: 'Pico',
      startedMs: 1000,
      endedMs: 2500,
      samples: 3,
      lost: 1,
      anomalies: 3,
      name: 'A, b',
      closed: false,
      tornBytes: 0,
    });
  });

  it('of a file cut off anywhere is that of its whole lines', () => {
    const firstLine = whole.indexOf(10) + 1;
    for (let cut = 0; cut <= whole.length; cut++) {
      const part = whole.subarray(0, cut);
      const outline = readOutline(part, part);
      if (cut < firstLine) expect(outline).toBeNull();
      else expect(outline?.tornBytes).toBe(cut - (part.lastIndexOf(10) + 1));
    }
  });

  it('is none for what is no recording', () => {
    const csv = bytesOf('time,value\n1,2\n');
    expect(readOutline(csv, csv)).toBeNull();
    const newer = bytesOf('H,tidemark=2,started=1,kind=foreign,board=x*29\n');
    expect(readOutline(newer, newer)).toBeNull();
  });
});
