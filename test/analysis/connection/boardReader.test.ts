import { describe, expect, it } from 'vitest';
import { createBoardReader } from '../../../src/analysis/connection/boardReader.ts';
import { createRecordedLines } from '../../../src/analysis/connection/recordedLines.ts';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { checkedLine } from '../../../src/protocol/checksum.ts';
import { formatCommand } from '../../../src/protocol/command.ts';
import { formatParameters } from '../../../src/protocol/formatLine.ts';
import { formatHostLine } from '../../../src/protocol/hostLine.ts';
import { createLineSplitter } from '../../../src/protocol/lineSplitter.ts';
import type { SampleSink } from '../../../src/protocol/sampleSink.ts';

const encoder = new TextEncoder();
const ARRIVAL_MS = 1000;
const HELLO = checkedLine('h,protocol=1,firmware=tidemark,board=Bench,id=b1,channels=x:g;y:g');

/** Everything that is said of samples, in words and in order. */
function wordySink() {
  const said: string[] = [];
  const sink: SampleSink = {
    greeted: ({ id }, started) => said.push(`${id}${started ? ' has started' : ''}`),
    channels: (all) => said.push(`channels ${all.map(({ name }) => name).join(' ')}`),
    channelsForgotten: () => said.push('channels forgotten'),
    sample: ({ seq, values }, atMs) => said.push(`${seq}: ${values[0]} ${values[1]} at ${atMs}`),
    row: ({ values, timeMs }) => said.push(`row ${values[0]} at ${timeMs}`),
    verdict: ({ seq }) => said.push(`verdict on ${seq}`),
    named: ({ seq, name }) => said.push(`${seq} is ${name}`),
    watched: ({ seq, cause }) => said.push(`${cause} watched on ${seq}`),
    boardParameters: ({ parameters }) => said.push(`gamma ${parameters.gamma}`),
    ownParameters: (channel, own) => said.push(`channel ${channel}: ${JSON.stringify(own)}`),
    skipped: (count) => said.push(`${count} skipped`),
    interrupted: () => said.push('interrupted'),
    restart: () => said.push('restart'),
  };
  return { said, sink };
}

function reading(isWanted = true) {
  const { said, sink } = wordySink();
  const reader = createBoardReader(sink, {
    identified(kind, hello, started) {
      said.push(kind);
      if (isWanted && hello) sink.greeted(hello, started);
      return isWanted;
    },
    invalidLine: () => said.push('invalid'),
  });
  const splitter = createLineSplitter({
    line: (bytes, from, to) => reader.line(bytes, from, to, ARRIVAL_MS),
    tooLong: () => reader.dropped(ARRIVAL_MS),
  });
  return { said, reader, hear: (text: string) => splitter.push(encoder.encode(text)) };
}

describe('the reader of a board’s lines', () => {
  it('says what each line says, in their order', () => {
    const { said, hear } = reading();
    hear(HELLO + formatParameters('p', DEFAULT_PARAMETERS));
    hear(checkedLine('s,0,20,1.5,2') + checkedLine('e,0,20,1,oa,0.99') + checkedLine('s,1,40,1'));
    expect(said).toEqual([
      'tidemark',
      'b1',
      'gamma 4',
      `0: 1.5 2 at ${ARRIVAL_MS}`,
      'verdict on 0',
      'invalid',
    ]);
  });

  it('says nothing of a board that is not wanted, and of none after it was stopped', () => {
    const unwanted = reading(false);
    unwanted.hear(HELLO + checkedLine('s,0,20,1,2'));
    expect(unwanted.said).toEqual(['tidemark']);
    const { said, reader, hear } = reading();
    hear(HELLO);
    reader.stop();
    hear(HELLO + checkedLine('s,0,20,1,2'));
    expect(said).toEqual(['tidemark', 'b1']);
  });

  it('lets everything be forgotten where the board says that it forgot, whoever told it to', () => {
    const { said, reader, hear } = reading();
    hear(HELLO + checkedLine('s,0,20,1,2'));
    reader.sent(formatCommand('restart', 7), ARRIVAL_MS);
    hear(checkedLine('s,1,40,1,2') + checkedLine('r,7,ok') + checkedLine('s,2,60,1,2'));
    expect(said.slice(2)).toEqual([
      `0: 1 2 at ${ARRIVAL_MS}`,
      `1: 1 2 at ${ARRIVAL_MS}`,
      'restart',
      `2: 1 2 at ${ARRIVAL_MS}`,
    ]);
  });

  it('knows a board that has just started by a hello that nobody asked for', () => {
    const { said, reader, hear } = reading();
    reader.sent(formatCommand('hello', 8), ARRIVAL_MS);
    hear(HELLO + checkedLine('r,8,ok'));
    reader.sent(formatCommand('hello', 9), ARRIVAL_MS);
    hear(HELLO + checkedLine('r,9,ok') + HELLO);
    expect(said.filter((word) => word.startsWith('b1'))).toEqual(['b1', 'b1', 'b1 has started']);
  });

  it('gives another sketch, once nobody has said hello, all that it printed before', () => {
    const { said, reader, hear } = reading();
    hear('1\n2\n3\n');
    expect(said).toEqual([]);
    reader.takeAs('foreign');
    hear('4\n');
    expect(said[0]).toBe('foreign');
    expect(said.filter((word) => word.startsWith('row'))).toEqual(
      [1, 2, 3, 4].map((value) => `row ${value} at ${ARRIVAL_MS}`),
    );
  });
});

describe('a recording', () => {
  it('is heard as its board was, with the host’s words between, however its bytes are cut', () => {
    const text =
      formatHostLine({ type: 'link', startedMs: 900, kind: 'tidemark', board: 'Bench' }) +
      formatHostLine({ type: 'judging', parameters: DEFAULT_PARAMETERS }) +
      formatHostLine({ type: 'arrival', timeMs: ARRIVAL_MS }) +
      HELLO +
      checkedLine('s,0,20,1,2') +
      formatHostLine({ type: 'restart', timeMs: 1001 }) +
      formatHostLine({ type: 'arrival', timeMs: 1002 }) +
      checkedLine('s,1,40,1,2') +
      formatHostLine({ type: 'break', timeMs: 1003, why: 'gone' });
    const bytes = encoder.encode(text);
    for (const size of [1, 7, bytes.length]) {
      const { said, sink } = wordySink();
      const lines = createRecordedLines(sink, {
        identified(_kind, hello, started) {
          if (hello) sink.greeted(hello, started);
          return true;
        },
        invalidLine: () => said.push('invalid'),
        note: ({ type }) => said.push(type),
      });
      for (let at = 0; at < bytes.length; at += size) lines.push(bytes.subarray(at, at + size));
      expect(said).toEqual([
        'judging',
        'b1',
        `0: 1 2 at ${ARRIVAL_MS}`,
        'restart',
        '1: 1 2 at 1002',
        'interrupted',
      ]);
    }
  });
});
