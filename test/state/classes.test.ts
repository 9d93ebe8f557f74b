import { describe, expect, it } from 'vitest';
import { TRUE_ANOMALY } from '../../src/detector/scores.ts';
import { knownClasses } from '../../src/state/eventClasses.ts';
import type { PreferencesStorage } from '../../src/state/preferences.ts';
import { createWorld } from './world.ts';

const EVENT = { channel: 0, fromMs: 10_000, toMs: 12_000 };

function memory(): NonNullable<PreferencesStorage> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}

const namesOf = (world: ReturnType<typeof createWorld>) =>
  world.tidemark.classes.getState().classes.map(({ name }) => name);

describe('classes of events', () => {
  it('are there after a reload, with their looks, each with one of its own', () => {
    const storage = memory();
    const { tidemark } = createWorld({ storage });
    tidemark.naming.addClass('spike');
    tidemark.naming.addClass('valve stuck, "2" * 🚰');
    tidemark.naming.changeLook('spike', { colour: 9, shape: 'bars' });
    const { classes } = createWorld({ storage }).tidemark.classes.getState();
    expect(classes).toEqual(tidemark.classes.getState().classes);
    expect(classes.map(({ name }) => name)).toEqual([
      'true anomaly',
      'not an anomaly',
      'spike',
      'valve stuck, "2" * 🚰',
    ]);
    expect(new Set(classes.map(({ shape }) => shape)).size).toBe(4);
    expect(new Set(classes.map(({ colour }) => colour)).size).toBe(4);
  });

  it.each(['{', '[{"name":""}]', '7', '[{"name":"a","colour":99,"shape":"disc"}]'])(
    'are those of the beginning when %s is what is stored',
    (text) => {
      const storage = memory();
      storage.setItem('tidemark.classes', text);
      expect(namesOf(createWorld({ storage }))).toEqual(['true anomaly', 'not an anomaly']);
    },
  );

  it('have names of their own, whatever the spaces, the letters’ size and how they are composed', () => {
    const world = createWorld();
    const { addClass, renameClass } = world.tidemark.naming;
    expect(addClass(' café  fault ')).toBeNull();
    expect(addClass('Cafe\u0301 fault')).toEqual({ code: 'taken', name: 'café fault' });
    expect(addClass('  ')).toEqual({ code: 'no-name' });
    expect(addClass('x'.repeat(41))).toEqual({ code: 'too-long', most: 40 });
    expect(renameClass('café fault', 'TRUE ANOMALY')).toEqual({
      code: 'taken',
      name: 'true anomaly',
    });
    // Its own name in other letters.
    expect(renameClass('café fault', 'Café fault')).toBeNull();
    expect(namesOf(world)).toEqual(['true anomaly', 'not an anomaly', 'Café fault']);
  });

  it('are so many that a forest can tell apart, and the two of the scores always stay', () => {
    const world = createWorld();
    const { addClass, renameClass, mergeClass, deleteClass } = world.tidemark.naming;
    for (let i = 0; i < 62; i++) expect(addClass(`class ${i}`)).toBeNull();
    expect(addClass('one more')).toEqual({ code: 'too-many', most: 64 });
    const fixed = { code: 'fixed', name: TRUE_ANOMALY };
    expect(renameClass(TRUE_ANOMALY, 'other')).toEqual(fixed);
    expect(mergeClass(TRUE_ANOMALY, 'class 1')).toEqual(fixed);
    expect(deleteClass(TRUE_ANOMALY)).toEqual(fixed);
    expect(namesOf(world)).toHaveLength(64);
  });

  it('change together with what is named so, in one step that undo takes back and redo does again', () => {
    const world = createWorld();
    const { tidemark } = world;
    const named = () => tidemark.labels.getState().labels.map(({ name }) => name);
    tidemark.naming.addClass('spike');
    tidemark.naming.nameEvents([EVENT], 'spike');
    const act = (run: () => void, after: readonly [readonly string[], readonly string[]]): void => {
      const before = [namesOf(world), named()];
      run();
      expect([namesOf(world).slice(2), named()]).toEqual(after);
      tidemark.undo();
      expect([namesOf(world), named()]).toEqual(before);
      tidemark.redo();
      expect([namesOf(world).slice(2), named()]).toEqual(after);
      tidemark.undo();
    };
    act(() => tidemark.naming.renameClass('spike', 'needle'), [['needle'], ['needle']]);
    act(() => tidemark.naming.mergeClass('spike', TRUE_ANOMALY), [[], [TRUE_ANOMALY]]);
    act(() => tidemark.naming.deleteClass('spike'), [[], []]);
  });

  it('of a recording stand behind the person’s, and become the person’s when they are changed', () => {
    const world = createWorld();
    const { tidemark } = world;
    const label = { ...EVENT, name: 'their own' };
    tidemark.labels.getState().restore([label]);
    const own = tidemark.classes.getState().classes;
    const known = knownClasses(own, ['their own', TRUE_ANOMALY, 'their own']);
    expect(known.map(({ name }) => name)).toEqual(['true anomaly', 'not an anomaly', 'their own']);
    expect(knownClasses(own, [TRUE_ANOMALY])).toBe(own);
    tidemark.naming.changeLook('their own', { shape: 'plus' });
    expect(tidemark.classes.getState().classes.at(-1)).toMatchObject({
      name: 'their own',
      shape: 'plus',
    });
  });
});
