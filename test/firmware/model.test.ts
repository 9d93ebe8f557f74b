import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIRMWARE_DIRECTORY } from '../../firmware/host/loadFirmwareFiles.ts';
import { adler32 } from '../../src/naming/adler32.ts';
import { FEATURES, PLAIN_FEATURES } from '../../src/naming/featureTable.ts';
import { hashOf, writeModel } from '../../src/naming/writeModel.ts';
import { formatCommand, NO_MODEL } from '../../src/protocol/command.ts';
import { inTemporaryDirectory, runPython } from '../conformance/cpython.ts';
import { mulberry32 } from '../signals/benchmarkSignal.ts';
import { thorough } from '../thoroughness.ts';
import {
  modelOn,
  NEW_FILE,
  NEW_MODEL,
  namesByPage,
  OLD_FILE,
  OLD_MODEL,
  pieceLines,
  sendModel,
} from './boardModel.ts';
import { type BenchBoard, micropython, openBoard, pythonGlobal } from './openBoard.ts';

const OLD = hashOf(OLD_MODEL);
const NEW = hashOf(NEW_MODEL);
const MUTANTS = thorough(30, 1000);
const CUTS = thorough(2, 10);
const PIECES = pieceLines(NEW_FILE).length;
const rehashed = (body: string) => `${body}z,${adler32(body)}\n`;
const bodyOf = (file: string) => file.slice(0, file.lastIndexOf('z,'));

/** The board after its plug was pulled: what is in its flash is all that is left. */
const rebooted = (board: BenchBoard) => openBoard({ savedFiles: board.savedFiles() });

function withOld(): BenchBoard {
  const board = openBoard();
  expect(sendModel(board, OLD_FILE)).toEqual([`m,${OLD}`, expect.stringMatching(/^r,\d+,ok$/)]);
  return board;
}

describe('a model on the board', () => {
  it('comes in pieces, is said by its hash, and outlives a power cut', () => {
    const board = openBoard();
    expect(modelOn(board)).toBe('none');
    expect(board.ask('hello')[0]).toContain(';model,model=none');
    sendModel(board, OLD_FILE);
    expect(modelOn(board)).toBe(OLD);
    const again = rebooted(board);
    expect(modelOn(again)).toBe(OLD);
    expect(sendModel(again, NEW_FILE)[0]).toBe(`m,${NEW}`);
    expect(modelOn(rebooted(again))).toBe(NEW);
    expect(Object.keys(again.savedFiles())).toEqual(['model.csv']);
  });

  it('is removed, and stays so', () => {
    const board = withOld();
    const removal = formatCommand('model', 77, NO_MODEL).trimEnd();
    expect(board.ask(removal)).toEqual(['m,none', 'r,77,ok']);
    const again = rebooted(board);
    expect(modelOn(again)).toBe('none');
    expect(again.ask('model,y,0,0,')).toEqual(['m,none', 'r,y,ok']);
  });

  it('is whole when each piece is said three times, and is said again with the last', () => {
    const board = openBoard();
    expect(sendModel(board, NEW_FILE, PIECES, 3)[0]).toBe(`m,${NEW}`);
    expect(modelOn(rebooted(board))).toBe(NEW);
  });

  it('can be sent from the start when a transfer was given up', () => {
    const board = withOld();
    sendModel(board, NEW_FILE, 3);
    expect(sendModel(board, NEW_FILE)[0]).toBe(`m,${NEW}`);
  });

  it('names events as the page does, of a machine that is disturbed', () => {
    const board = openBoard({ seed: 3 });
    sendModel(board, NEW_FILE);
    const lines = board.run(1500);
    for (const kind of ['spike', 'burst', 'step', 'flat', 'step'] as const) {
      board.inject(kind);
      lines.push(...board.run(900));
    }
    const said = lines.filter((line) => line.startsWith('n,'));
    expect(said.length).toBeGreaterThan(3);
    expect(said.toSorted()).toEqual(namesByPage(lines, NEW_MODEL).toSorted());
  });

  it('does not go on with an event that learning anew has forgotten', () => {
    const board = openBoard({ seed: 3 });
    sendModel(board, NEW_FILE);
    board.run(1500);
    board.inject('spike');
    expect(board.run(2).some((line) => line.includes(',oa,'))).toBe(true);
    board.ask('restart');
    expect(board.run(150).filter((line) => line.startsWith('n,'))).toEqual([]);
  });
});

describe('a plug pulled while a model travels', () => {
  it.each(Array.from({ length: CUTS }, (_, i) => Math.round((i * (PIECES - 1)) / (CUTS - 1))))(
    'after %i pieces leaves the board on its old model, which the new one replaces later',
    (pieces) => {
      const board = withOld();
      sendModel(board, NEW_FILE, pieces);
      const again = rebooted(board);
      expect(modelOn(again)).toBe(OLD);
      expect(sendModel(again, NEW_FILE)[0]).toBe(`m,${NEW}`);
      expect(modelOn(again)).toBe(NEW);
    },
  );

  it('while it takes the place of the old one leaves one of the two, whole', () => {
    const states: [Record<string, string>, string][] = [
      [{ 'model.csv': OLD_FILE, 'model.csv.new': NEW_FILE }, OLD],
      [{ 'model.csv.new': NEW_FILE }, NEW],
      [{ 'model.csv': NEW_FILE }, NEW],
      [{ 'model.csv': OLD_FILE.slice(0, 200), 'model.csv.new': NEW_FILE }, NEW],
    ];
    for (const [savedFiles, expected] of states) {
      const board = openBoard({ savedFiles });
      expect(modelOn(board)).toBe(expected);
      expect(modelOn(rebooted(board))).toBe(expected);
    }
  });

  it('that left nothing whole is said, and the board runs without', () => {
    const board = openBoard({ savedFiles: { 'model.csv': OLD_FILE.slice(0, 300) } });
    expect(board.lines().at(-1)).toBe('l,the model on board is not used: the model is cut off');
    expect(modelOn(board)).toBe('none');
    expect(board.run(1)[0]).toMatch(/^s,0,/);
  });
});

describe('what the board does not take leaves it on its old model', () => {
  const other = { ...NEW_MODEL, channels: ['pressure', 'flow'] };
  it.each([
    [
      'of other channels',
      writeModel(other),
      /range,model,the model is for other channels: pressure flow$/,
    ],
    [
      'of other features',
      rehashed(bodyOf(NEW_FILE).replace('tidemark,1,1', 'tidemark,1,2')),
      /range,model,the model is for another version of the firmware$/,
    ],
    [
      'with a feature that it does not have',
      rehashed(bodyOf(NEW_FILE).replace(`s,${NEW_MODEL.features[0]}:`, 's,spectrum:')),
      /range,model,this firmware has no feature spectrum$/,
    ],
    ['cut off', NEW_FILE.slice(0, -20), /range,model,the model is cut off$/],
    ['altered', NEW_FILE.replace('\nr,0\n', '\nr,1\n'), /range,model,the model was altered$/],
    ['no model', 'n,1,2,3,4\n'.repeat(20), /range,model,this is no model$/],
    [
      'that goes in circles',
      rehashed(bodyOf(NEW_FILE).replace(/\nn,\d+,(-?\d+),1,/, '\nn,0,$1,0,')),
      /range,model,the trees of the model are not sound$/,
    ],
  ])('%s', (_, file, words) => {
    const board = withOld();
    expect(sendModel(board, file).at(-1)).toMatch(words);
    expect(modelOn(board)).toBe(OLD);
    expect(modelOn(rebooted(board))).toBe(OLD);
  });

  it('larger than its memory, and it says how many nodes would fit', () => {
    const board = withOld();
    micropython.runPython(
      'import gc, naming\ngc.collect()\nnaming._RESERVE = gc.mem_free() - 1400',
    );
    const nodes = NEW_MODEL.forest.feature.length;
    const [, fit] =
      new RegExp(`the forest has ${nodes} nodes and (\\d+) fit$`).exec(
        sendModel(board, NEW_FILE).at(-1) ?? '',
      ) ?? [];
    expect(Number(fit)).toBeLessThan(nodes);
    expect(Number.isInteger(Number(fit))).toBe(true);
    micropython.runPython('naming._RESERVE = 8192');
    expect(modelOn(board)).toBe(OLD);
  });

  it('pieces out of order, doubled, or that are none', () => {
    const board = withOld();
    const [first = '', , third = ''] = pieceLines(NEW_FILE);
    board.ask(first);
    expect(board.ask(third)[0]).toContain('error,range,model,piece 2 is waited for');
    expect(board.ask('model,a,1,2,!!')[0]).toMatch(/^r,a,(error,type,model|ok)/);
    for (const fields of ['', '1', '1,2', 'x,2,AAAA', '-1,2,AAAA', '1,2,AAAA,BBBB', '9,2,AAAA']) {
      expect(board.ask(`model,${fields.length}b,${fields}`)[0], fields).toContain(',error,');
    }
    expect(modelOn(board)).toBe(OLD);
  });

  it(`${MUTANTS} files in which something was changed and hashed anew: it refuses or names, and runs on`, () => {
    const random = mulberry32(4);
    const draw = (below: number) => Math.floor(random() * below);
    const news = ['0', '-1', '7', '-32769', '99999', '', '1e9', 'nan', '%', 'x:y', '\u007f'];
    const files = Array.from({ length: MUTANTS }, (_, i) => {
      const lines = bodyOf(OLD_FILE).slice(0, -1).split('\n');
      const line = draw(lines.length);
      const fields = (lines[line] ?? '').split(',');
      fields[draw(fields.length)] = news[draw(news.length)] ?? '';
      lines[line] = fields.join(',');
      const body = `${lines.join('\n')}\n`;
      return i % 3 === 0 ? body.slice(0, draw(body.length)) : rehashed(body);
    });
    openBoard();
    micropython.FS.writeFile('/files.json', JSON.stringify(files));
    micropython.runPython(`
import json
from features import LISTED
from forest import Forest, Unsound
with open("/files.json") as file:
    files = json.load(file)
refused = named = 0
for text in files:
    with open("/mutant.csv", "w") as file:
        file.write(text)
    try:
        forest = Forest("/mutant.csv", 1, LISTED.split())
    except Unsound:
        refused += 1
        continue
    for size in (-1e9, -1.0, 0.0, 3.0, 1e9):
        forest.name([size] * ${FEATURES.length})
    named += 1
`);
    expect(Number(pythonGlobal('refused'))).toBeGreaterThan(0.3 * MUTANTS);
    expect(Number(pythonGlobal('named'))).toBeGreaterThan(0.02 * MUTANTS);
    expect(Number(pythonGlobal('refused')) + Number(pythonGlobal('named'))).toBe(MUTANTS);
  });

  it('that asks for a spectrum, where that was left out to save memory: it says by name what it lacks', () => {
    const first = NEW_MODEL.features.find((name) =>
      FEATURES.slice(PLAIN_FEATURES).some((its) => its.name === name),
    );
    expect(first).toBeDefined();
    inTemporaryDirectory((directory) => {
      const file = join(directory, 'model.csv');
      writeFileSync(file, NEW_FILE);
      const program = `
import sys
sys.modules["spectrum"] = None
sys.path.insert(0, sys.argv[1])
import features
from forest import Forest, Unsound
assert features.LISTED.split()[-1] == "part"
try:
    Forest(sys.argv[2], features.VERSION, features.LISTED.split())
except Unsound as error:
    assert error.args[0] == "this firmware has no feature " + sys.argv[3], error
else:
    raise AssertionError("it was taken")
`;
      runPython('python3', ['-c', program, FIRMWARE_DIRECTORY, file, first ?? '']);
    });
  });

  it('has the table of the features that the page has', () => {
    openBoard();
    micropython.runPython('import features\nlisted = features.LISTED\nversion = features.VERSION');
    expect(pythonGlobal('listed').split(' ')).toEqual(FEATURES.map(({ name }) => name));
    expect(pythonGlobal('version')).toBe('1');
  });
});
