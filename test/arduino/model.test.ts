/** A forest on a board of the Arduino library: how it comes, what is refused, the events that it names. */
import { describe, expect, it } from 'vitest';
import { adler32 } from '../../src/naming/adler32.ts';
import { hashOf, writeModel } from '../../src/naming/writeModel.ts';
import { formatCommand, NO_MODEL } from '../../src/protocol/command.ts';
import {
  modelOn,
  NEW_FILE,
  NEW_MODEL,
  namesByPage,
  OLD_FILE,
  OLD_MODEL,
  pieceLines,
} from '../firmware/boardModel.ts';
import { madeModel } from '../naming/madeForest.ts';
import { compiledForHost, hasTool } from './compile.ts';
import { type HostBoard, openHostBoard, runHostBoard, scriptOf } from './openHostBoard.ts';

const missing = !hasTool('g++');
const program = missing ? '' : compiledForHost('hostBoard.cpp', ['-DREAL=double']);
const OLD = hashOf(OLD_MODEL);
const NEW = hashOf(NEW_MODEL);
/** That the program has memory for. */
const NODES = 512;
const bodyOf = (file: string) => file.slice(0, file.lastIndexOf('z,'));
const rehashed = (body: string) => `${body}z,${adler32(body)}\n`;

/** Says lines at once; returns what came back. */
function say(board: HostBoard, lines: readonly string[]): string[] {
  board.lines();
  board.feed(new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')));
  return board.lines();
}
const send = (board: HostBoard, file: string) => say(board, pieceLines(file));

function withOld(options = {}): HostBoard {
  const board = openHostBoard(program, options);
  expect(send(board, OLD_FILE).at(-2)).toBe(`m,${OLD}`);
  return board;
}

describe.skipIf(missing)('a model on an Arduino', () => {
  it('comes in pieces, takes the place of another, and is removed', () => {
    const board = withOld();
    expect(modelOn(board)).toBe(OLD);
    const answers = send(board, NEW_FILE);
    expect(answers.filter((line) => /^r,\d+,ok$/.test(line))).toHaveLength(
      pieceLines(NEW_FILE).length,
    );
    expect(answers.at(-2)).toBe(`m,${NEW}`);
    expect(modelOn(board)).toBe(NEW);
    const removal = formatCommand('model', 77, NO_MODEL).trimEnd();
    expect(say(board, [removal])).toEqual(['m,none', 'r,77,ok']);
    expect(modelOn(board)).toBe('none');
    send(board, OLD_FILE);
    expect(modelOn(board)).toBe(OLD);
  });

  it('is whole when each piece is said three times, and is said again with the last', () => {
    const board = openHostBoard(program);
    const thrice = pieceLines(NEW_FILE).flatMap((line) => [line, line, line]);
    expect(say(board, thrice).filter((line) => line === `m,${NEW}`)).toHaveLength(3);
  });

  it('can be sent from the start when a transfer was given up, and until then the old one stays', () => {
    const board = withOld();
    say(board, pieceLines(NEW_FILE).slice(0, -1));
    expect(modelOn(board)).toBe(OLD);
    send(board, NEW_FILE);
    expect(modelOn(board)).toBe(NEW);
  });

  it('names events as the page does, of a machine that is disturbed', () => {
    const board = openHostBoard(program, { seed: 3 });
    send(board, NEW_FILE);
    const lines = board.run(1500);
    for (const kind of ['spike', 'burst', 'step', 'flat', 'step']) {
      board.inject(kind);
      lines.push(...board.run(900));
    }
    const said = lines.filter((line) => line.startsWith('n,'));
    expect(said.length).toBeGreaterThan(3);
    expect(said.toSorted()).toEqual(namesByPage(lines, NEW_MODEL).toSorted());
  });

  it('does not go on with an event that learning anew has forgotten', () => {
    const board = withOld({ seed: 3 });
    board.run(1500);
    board.inject('spike');
    expect(board.run(2).some((line) => line.includes(',oa,'))).toBe(true);
    board.ask('restart');
    expect(board.run(150).filter((line) => line.startsWith('n,'))).toEqual([]);
  });
});

describe.skipIf(missing)('what an Arduino does not take leaves it on its old model', () => {
  const withNodes = (count: number) =>
    rehashed(bodyOf(NEW_FILE) + 'n,0,0,-1,-1\n'.repeat(count - NEW_MODEL.forest.feature.length));

  it.each([
    [
      'of other channels',
      writeModel({ ...NEW_MODEL, channels: ['pressure', 'flow'] }),
      'the model is for other channels: pressure flow',
    ],
    [
      'of one channel more',
      writeModel({ ...NEW_MODEL, channels: ['vibration', 'temp', 'flow'] }),
      'the model is for other channels: vibration temp flow',
    ],
    [
      'of other features',
      rehashed(bodyOf(NEW_FILE).replace('tidemark,1,1', 'tidemark,1,2')),
      'the model is for another version of the firmware',
    ],
    [
      'with a feature that it does not have',
      rehashed(bodyOf(NEW_FILE).replace(`s,${NEW_MODEL.features[0]}:`, 's,loudness:')),
      'this firmware has no feature loudness',
    ],
    ['cut off', NEW_FILE.slice(0, -20), 'the model is cut off'],
    ['with more behind its end', `${NEW_FILE}n,0,0,-1,-1\n`, 'the model is cut off'],
    ['altered', NEW_FILE.replace('\nr,0\n', '\nr,1\n'), 'the model was altered'],
    ['no model', 'n,1,2,3,4\n'.repeat(20), 'this is no model'],
    [
      'with a letter that no name has',
      rehashed(bodyOf(NEW_FILE).replace('t,spike', 't,sp*ke')),
      'the model cannot be read',
    ],
    [
      'that goes in circles',
      rehashed(bodyOf(NEW_FILE).replace(/\nn,\d+,(-?\d+),1,/, '\nn,0,$1,0,')),
      'the trees of the model are not sound',
    ],
    [
      'with one node more than its memory',
      withNodes(NODES + 1),
      `the forest has ${NODES + 1} nodes and ${NODES} fit`,
    ],
    [
      'with longer names than its memory',
      writeModel(madeModel(['x'.repeat(300), 'y'.repeat(300)])),
      'the names of the classes take 602 bytes and 512 fit',
    ],
  ])('%s', (_, file, words) => {
    const lines = pieceLines(file);
    const last = lines.at(-1) ?? '';
    // Asked again, it says again why.
    const answers = say(openHostBoard(program), [...pieceLines(OLD_FILE), ...lines, last, 'hello']);
    const why = answers.filter((line) => line.includes(',error,'));
    expect(why.map((line) => line.replace(/^r,\d+,/, ''))).toEqual(
      Array(2).fill(`error,range,model,${words}`),
    );
    expect(answers.findLast((line) => line.startsWith('h,'))).toContain(`,model=${OLD},`);
  });

  it('but one with as many nodes as its memory', () => {
    const board = withOld();
    const file = withNodes(NODES);
    send(board, file);
    expect(modelOn(board)).toBe(file.slice(-9, -1));
  });

  it('pieces out of order, doubled, or that are none', () => {
    const board = withOld();
    const [first = '', , third = ''] = pieceLines(NEW_FILE);
    board.ask(first);
    expect(board.ask(third)[0]).toContain('error,range,model,piece 2 is waited for');
    expect(board.ask('model,a,2,2,!!')[0]).toBe('r,a,error,type,model,the piece is no base64');
    for (const fields of ['', '1', '1,2', 'x,2,AAAA', '-1,2,AAAA', '1,2,AAAA,BBBB', '9,2,AAAA']) {
      expect(board.ask(`model,${fields.length}b,${fields}`)[0], fields).toContain(',error,');
    }
    expect(modelOn(board)).toBe(OLD);
  });
});

describe.skipIf(missing)('an Arduino with a place for a model', () => {
  const removal = formatCommand('model', 78, NO_MODEL).trimEnd();
  const keeping = (lines: readonly string[], models = new Uint8Array()) =>
    runHostBoard(program, scriptOf(lines), { models }).models;
  const kept = missing ? new Uint8Array() : keeping(pieceLines(OLD_FILE));

  it('has the one that came last when it is on again, until it is removed', () => {
    expect(modelOn(openHostBoard(program, { models: kept }))).toBe(OLD);
    const next = keeping(pieceLines(NEW_FILE), kept);
    expect(modelOn(openHostBoard(program, { models: next }))).toBe(NEW);
    const removed = keeping([removal], next);
    const lines = openHostBoard(program, { models: removed }).lines();
    expect(lines[0]).toContain(',model=none,');
    expect(lines.filter((line) => line.startsWith('l,'))).toEqual([]);
  });

  it('names events by it as the page does', () => {
    const board = openHostBoard(program, { models: keeping(pieceLines(NEW_FILE)), seed: 3 });
    const lines = board.run(1500);
    board.inject('spike');
    lines.push(...board.run(300));
    const said = lines.filter((line) => line.startsWith('n,'));
    expect(said.length).toBeGreaterThan(0);
    expect(said.toSorted()).toEqual(namesByPage(lines, NEW_MODEL).toSorted());
  });

  it('keeps nothing of one that is refused, or was not sent to its end', () => {
    const broken = pieceLines(NEW_FILE.replace('\nr,0\n', '\nr,1\n'));
    expect(keeping(broken, kept)).toEqual(Buffer.from(kept));
    expect(keeping(pieceLines(NEW_FILE).slice(0, -1), kept)).toEqual(Buffer.from(kept));
  });

  it('uses one that cannot be kept until it is off, says so, and cannot remove what was kept', () => {
    const board = openHostBoard(program, { models: 'full' });
    expect(send(board, NEW_FILE).at(-2)).toBe(
      'l,there is no room to keep the model: it is gone after a reset',
    );
    expect(modelOn(board)).toBe(NEW);
    const [refusal = ''] = say(board, [removal]);
    expect(refusal).toBe('r,78,error,io,model,the model could not be removed');
    expect(modelOn(board)).toBe(NEW);
  });

  it('keeps no more than the nodes that there are', () => {
    const nodes = NEW_MODEL.forest.feature.length - OLD_MODEL.forest.feature.length;
    expect(keeping(pieceLines(NEW_FILE)).length - kept.length).toBe(8 * nodes);
    expect(kept.length).toBeLessThan(1300);
  });

  it('does not use one that was damaged or is of other channels, and says so', () => {
    for (let at = 0; at < kept.length; at += 97) {
      const damaged = kept.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 4;
      const lines = openHostBoard(program, { models: damaged }).lines();
      expect(lines[0]).toContain(',model=none,');
      expect(lines).toContain('l,the model on board cannot be read; it is not used');
    }
  });
});

describe.skipIf(missing)('a sketch with a forest in it', () => {
  it('has it from the start, until another comes, and where none was kept', () => {
    const ofSketch = OLD_FILE;
    const board = openHostBoard(program, { ofSketch });
    expect(modelOn(board)).toBe(OLD);
    send(board, NEW_FILE);
    expect(modelOn(board)).toBe(NEW);
    const kept = runHostBoard(program, scriptOf(pieceLines(NEW_FILE)), {
      ofSketch,
      models: new Uint8Array(),
    });
    expect(modelOn(openHostBoard(program, { ofSketch, models: kept.models }))).toBe(NEW);
  });

  it('says why it is not used', () => {
    const other = writeModel({ ...OLD_MODEL, channels: ['pressure'] });
    const lines = openHostBoard(program, { ofSketch: other }).lines();
    expect(lines[0]).toContain(',model=none,');
    expect(lines).toContain(
      'l,the forest of the sketch is not used: the model is for other channels: pressure',
    );
  });
});
