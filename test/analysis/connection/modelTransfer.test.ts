import { describe, expect, it } from 'vitest';
import type { ModelOutcome } from '../../../src/analysis/messages/modelMessages.ts';
import { hashOf } from '../../../src/naming/writeModel.ts';
import { modelPieces } from '../../../src/protocol/command.ts';
import { NEW_FILE, NEW_MODEL, OLD_FILE, OLD_MODEL } from '../../firmware/boardModel.ts';
import { thorough } from '../../thoroughness.ts';
import { type Bed, connected } from '../fixtures/firmwareBed.ts';

const OLD = hashOf(OLD_MODEL);
const NEW = hashOf(NEW_MODEL);
const PIECES = modelPieces(NEW_FILE).length;

const onBoard = (bed: Bed) => bed.last('connection').identity?.model;

const outcomeOf = (bed: Bed, request: number) =>
  bed.answers('model').find((one) => one.type === 'done' && one.request === request);

async function pushed(bed: Bed, file: string | null, request = 1): Promise<ModelOutcome> {
  bed.send({ type: 'model', request, file });
  for (let turn = 0; turn < 60 && !outcomeOf(bed, request); turn++) await bed.run(2);
  const answer = outcomeOf(bed, request);
  if (answer?.type !== 'done') throw new Error('nothing came of it');
  return answer.result;
}

/** Calls once, when a piece with this number, from 1, is on its way; before the board has it. */
function atPiece(bed: Bed, piece: number, act: (bytes: Uint8Array) => void): void {
  const { link } = bed.link();
  const write = link.write.bind(link);
  link.write = (bytes) => {
    if (new RegExp(`^model,\\d+,${piece},`).test(new TextDecoder().decode(bytes))) {
      link.write = write;
      act(bytes);
    }
    return write(bytes);
  };
}

/** A board that has the old model, and the old model alone. */
async function withOld(): Promise<Bed> {
  const bed = await connected();
  expect(await pushed(bed, OLD_FILE)).toEqual({ kind: 'done', hash: OLD });
  return bed;
}

describe('a model for the board', () => {
  it('is on it when the board says so, piece by piece, and is there after a power cut', async () => {
    const bed = await connected();
    expect(onBoard(bed)).toBeNull();
    expect(bed.last('connection').identity?.can).toContain('model');
    expect(await pushed(bed, NEW_FILE)).toEqual({ kind: 'done', hash: NEW });
    expect(onBoard(bed)).toBe(NEW);
    const told = bed
      .answers('model')
      .flatMap((one) => (one.type === 'progress' ? one.progress : []));
    expect(told).toEqual(Array.from({ length: PIECES }, (_, at) => ({ done: at + 1, of: PIECES })));
    bed.send({ type: 'open', session: 2, source: { kind: 'virtual' } });
    await bed.settle();
    expect(onBoard(bed)).toBe(NEW);
  });

  it('names the events that the board finds, and the page is told for which of its own', async () => {
    const bed = await connected();
    await pushed(bed, NEW_FILE);
    await bed.run(600);
    bed.board().inject('spike');
    await bed.run(300);
    await bed.pass(1000);
    const names = bed.all('board-names').flatMap((message) => message.names);
    expect(names.length).toBeGreaterThan(0);
    const events = new Set(
      bed.all('events').flatMap((message) => message.events.map(({ id }) => id)),
    );
    for (const { event, name, share } of names) {
      expect(events).toContain(event);
      expect([...NEW_MODEL.classes, null]).toContain(name);
      expect(share).toBeGreaterThan(0);
    }
  });

  it('is taken off again', async () => {
    const bed = await withOld();
    expect(await pushed(bed, null, 2)).toEqual({ kind: 'done', hash: null });
    expect(onBoard(bed)).toBeNull();
  });

  it('leaves the old one when the plug is pulled, wherever that is', async () => {
    const PLACES = thorough(2, 10);
    for (let place = 1; place <= PLACES; place++) {
      const bed = await withOld();
      const piece = Math.ceil((place / PLACES) * PIECES);
      atPiece(bed, piece, () => bed.link().lose());
      expect(await pushed(bed, NEW_FILE, 2)).toMatchObject({ kind: 'failed', why: 'no-answer' });
      bed.send({ type: 'open', session: 2, source: { kind: 'virtual' } });
      await bed.settle();
      expect([piece, onBoard(bed)]).toEqual([piece, OLD]);
    }
  }, 60_000);

  it('is there after all when its last piece came, and the answer did not', async () => {
    const bed = await withOld();
    atPiece(bed, PIECES, (bytes) => {
      bed.link().lose();
      bed.board().feed(bytes);
    });
    expect(await pushed(bed, NEW_FILE, 2)).toMatchObject({
      kind: 'failed',
      why: 'no-answer',
      onBoard: undefined,
    });
    bed.send({ type: 'open', session: 2, source: { kind: 'virtual' } });
    await bed.settle();
    expect(onBoard(bed)).toBe(NEW);
  });

  it('that does not fit is refused with the board’s words, and the old one stays', async () => {
    const bed = await withOld();
    const other = NEW_FILE.replace(/^k,.*$/m, 'k,pressure');
    const unsound = await pushed(bed, other, 2);
    expect(unsound).toMatchObject({ kind: 'failed', why: 'refused', onBoard: OLD });
    expect(unsound.kind === 'failed' && unsound.words).not.toBe('');
    expect(onBoard(bed)).toBe(OLD);
  });

  it('that is cut off is not sent, nor one to a board that is not there', async () => {
    const bed = await withOld();
    const sent = bed.link().written.length;
    const answer = await pushed(bed, NEW_FILE.slice(0, -9), 2);
    expect(answer).toEqual({ kind: 'failed', why: 'not-whole', words: '', onBoard: OLD });
    expect(bed.link().written.length).toBe(sent);
    bed.send({ type: 'close' });
    await bed.settle();
    expect(await pushed(bed, NEW_FILE, 3)).toMatchObject({ kind: 'failed', why: 'no-answer' });
  });

  it('is given up on the way, and can be sent anew', async () => {
    const bed = await withOld();
    atPiece(bed, 3, () => bed.send({ type: 'cancel', request: 2 }));
    expect(await pushed(bed, NEW_FILE, 2)).toMatchObject({ why: 'cancelled', onBoard: OLD });
    expect(bed.answers('model').at(-2)).toMatchObject({ progress: { done: 3, of: PIECES } });
    expect(await pushed(bed, NEW_FILE, 3)).toEqual({ kind: 'done', hash: NEW });
  });

  it('is broken off by a board that starts anew on the way', async () => {
    const bed = await withOld();
    // Then it waits for another piece: here since somebody else has begun to send it one.
    atPiece(bed, 3, () => bed.board().feed(new TextEncoder().encode('model,x,1,9,AAAA\n')));
    expect(await pushed(bed, NEW_FILE, 2)).toMatchObject({ why: 'broken-off', onBoard: OLD });
  });
});
