import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS, type Parameters } from '../../../src/detector/parameters.ts';
import { checkedLine } from '../../../src/protocol/checksum.ts';
import { formatParameters } from '../../../src/protocol/formatLine.ts';
import { createBench } from '../fixtures/bench.ts';
import { createMemoryLink, type MemoryLink } from '../fixtures/memoryLink.ts';

/** What a board says to a command before its reply. */
type Habit = (operation: string, changes: string) => string;

const hello = (saved: 0 | 1) =>
  checkedLine(
    `h,protocol=1,firmware=tidemark,board=Bench,id=b1,channels=x:g,float=32,saved=${saved}`,
  );
const says = (changes: Partial<Parameters>) =>
  formatParameters('p', { ...DEFAULT_PARAMETERS, ...changes });

/** A board that answers ok to everything, and says what its habit is. */
async function boardWith(habit: Habit) {
  const memory: MemoryLink = createMemoryLink((bytes) => {
    const text = new TextDecoder().decode(bytes);
    for (const [, operation = '', id, changes = ''] of text.matchAll(/^(\w+),(\d+),?([^*]*)\*/gm)) {
      memory.arrive(`${habit(operation, changes)}${checkedLine(`r,${id},ok`)}`);
    }
  });
  const bench = createBench(async () => ({ ok: true, link: memory.link }));
  bench.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
  await bench.settle();
  await bench.pass(300);
  return bench;
}

const ordinary: Habit = (operation) => {
  if (operation === 'hello') return hello(0) + says({});
  return operation === 'get' ? says({}) : '';
};

async function pushed(habit: Habit) {
  const bench = await boardWith(habit);
  bench.send({ type: 'push', request: 4, changes: { gamma: 3.1, maxima: 7 } });
  await bench.pass(5000);
  return bench.done('push');
}

describe('new parameters that a board answers ok to', () => {
  it('are confirmed when it says that it uses them', async () => {
    const outcome = await pushed((operation, changes) =>
      operation === 'set' ? says({ gamma: 3.1, maxima: 7 }) : ordinary(operation, changes),
    );
    expect(outcome).toEqual({ ok: true });
  });

  it('are confirmed when it says the nearest that it can keep', async () => {
    const outcome = await pushed((operation, changes) =>
      operation === 'set'
        ? says({ gamma: Math.fround(3.1), maxima: 7 })
        : ordinary(operation, changes),
    );
    expect(outcome).toEqual({ ok: true });
  });

  it('are not when it says the old ones', async () => {
    const outcome = await pushed((operation, changes) =>
      operation === 'set' ? says({}) : ordinary(operation, changes),
    );
    expect(outcome).toMatchObject({
      ok: false,
      fault: { code: 'not-applied' },
      still: { gamma: 4, maxima: 5 },
    });
  });

  it('are not when it says others', async () => {
    const outcome = await pushed((operation, changes) =>
      operation === 'set' ? says({ gamma: 3.2, maxima: 7 }) : ordinary(operation, changes),
    );
    expect(outcome).toMatchObject({ ok: false, fault: { code: 'not-applied' } });
    expect('still' in outcome && outcome.still).toEqual({ gamma: 3.2 });
  });

  it('are asked for when it says nothing, and not confirmed by its older words', async () => {
    const outcome = await pushed(ordinary);
    expect(outcome).toMatchObject({
      fault: { code: 'not-applied' },
      still: { gamma: 4, maxima: 5 },
    });
    const mute = await pushed((operation) => (operation === 'hello' ? hello(0) + says({}) : ''));
    expect(mute).toMatchObject({ ok: false, fault: { code: 'not-applied' }, still: {} });
  });
});

describe('a board that answers ok to being asked to save', () => {
  async function saved(habit: Habit) {
    const bench = await boardWith(habit);
    bench.send({ type: 'save', request: 5 });
    await bench.pass(5000);
    return bench.done('save');
  }

  it('has saved when its next hello says so', async () => {
    let hasSaved = false;
    const outcome = await saved((operation, changes) => {
      hasSaved ||= operation === 'save';
      return operation === 'hello'
        ? hello(hasSaved ? 1 : 0) + says({})
        : ordinary(operation, changes);
    });
    expect(outcome).toEqual({ ok: true });
  });

  it('has not when it says that it keeps nothing', async () => {
    expect(await saved(ordinary)).toMatchObject({ ok: false, fault: { code: 'not-saved' } });
  });
});
