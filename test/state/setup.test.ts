import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS, type Parameters } from '../../src/detector/parameters.ts';
import type { Setup } from '../../src/state/setup.ts';
import { readSetupFile, SETUP_FILE_NAME, setupFileText } from '../../src/state/setupFile.ts';
import { readSetupFragment, setupFragment } from '../../src/state/setupLink.ts';
import { heardOf } from '../analysis/fixtures/scriptedWorker.ts';
import { anyText } from '../signals/anyText.ts';
import { createWorld, streaming } from './world.ts';

const PARAMETERS: Parameters = { ...DEFAULT_PARAMETERS, gamma: Math.E, least: 1e-7, tail: 'lower' };
const SETUP: Setup = {
  parameters: PARAMETERS,
  own: { 'x & y=1#"': { gamma: 3.5, tail: 'upper', judge: 0 } },
  view: { window: '2 min', layout: 'overlaid', fitTab: 'Paper' },
  virtual: { machine: 'pump', seed: 7 },
  converted: [],
};

function faultOf(fragment: string) {
  const reading = readSetupFragment(fragment);
  return reading && !reading.ok ? reading.fault : null;
}

const file = (name: string, text: string): File => new File([text], name);

describe('a setup in a link', () => {
  it('comes back as it was, to the last bit', () => {
    expect(readSetupFragment(setupFragment(SETUP))).toEqual({ ok: true, setup: SETUP });
  });

  it('may name a few parameters only', () => {
    const reading = readSetupFragment('#setup?v=1&gamma=3.5');
    expect(reading).toMatchObject({
      ok: true,
      setup: { parameters: { gamma: 3.5 }, virtual: null },
    });
  });

  it('is no other fragment', () => {
    for (const fragment of ['', '#', '#panel-signal', '#setup', 'setup?v=1&gamma=3']) {
      expect(readSetupFragment(fragment)).toBeNull();
    }
  });

  it.each([
    ['#setup?v=2&gamma=3', { code: 'newer' }],
    ['#setup?gamma=3', { code: 'value', name: 'v', value: '', must: '' }],
    ['#setup?v=1', { code: 'nothing' }],
    ['#setup?v=1&gama=3', { code: 'unknown-name', name: 'gama' }],
    ['#setup?v=1&__proto__=3', { code: 'unknown-name', name: '__proto__' }],
    [
      '#setup?v=1&gamma=',
      { code: 'value', name: 'gamma', value: '', must: 'Bound γ must be a number.' },
    ],
    [
      '#setup?v=1&gamma=99',
      {
        code: 'value',
        name: 'gamma',
        value: '99',
        must: 'Bound γ must be above 0 and at most 20.',
      },
    ],
    ['#setup?v=1&machine=toaster', { code: 'value', name: 'machine', value: 'toaster', must: '' }],
    ['#setup?v=1&machine=pump&seed=-1', { code: 'value', name: 'seed', value: '-1', must: '' }],
    ['#setup?v=1&channels=%7B', { code: 'value', name: 'channels', value: '{', must: '' }],
    [
      '#setup?v=1&channels=%7B%22x%22%3A%7B%22gamma%22%3A99%7D%7D',
      {
        code: 'value',
        name: 'channels',
        value: '{"x":{"gamma":99}}',
        must: 'Bound γ must be above 0 and at most 20.',
      },
    ],
  ])('%s is refused with its reason', (fragment, fault) => {
    expect(faultOf(fragment)).toEqual(fault);
  });

  it('never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(anyText(), fc.string(), (text, value) => {
        readSetupFragment(`#setup?v=1&${text}`);
        readSetupFragment(`#setup?v=1&channels=${encodeURIComponent(value)}&gamma=${text}`);
      }),
    );
  });
});

describe('a file of parameters', () => {
  it('comes back as it was saved, without view and board', async () => {
    expect(await readSetupFile(file(SETUP_FILE_NAME, setupFileText(SETUP)))).toEqual({
      ok: true,
      setup: { ...SETUP, view: {}, virtual: null },
    });
  });

  it('is known by what it holds; any other file may be samples', async () => {
    expect(await readSetupFile(file('mine.json', '{"gamma": 3}'))).toMatchObject({ ok: true });
    expect(await readSetupFile(file('rows.json', '{"t": 1, "x": 2}'))).toBeNull();
    expect(await readSetupFile(file('rows.json', '{"t": 1}\n{"t": 2}'))).toBeNull();
    expect(await readSetupFile(file('gamma.csv', '{"gamma": 3}'))).toBeNull();
  });

  it('that was edited by hand and is broken says how', async () => {
    expect(await readSetupFile(file(SETUP_FILE_NAME, '{"gamma": 3,}'))).toMatchObject({
      ok: false,
      fault: { code: 'not-json' },
    });
    expect(await readSetupFile(file(SETUP_FILE_NAME, '[3]'))).toEqual({
      ok: false,
      fault: { code: 'nothing' },
    });
  });

  it('of rules 2 is converted, and says what', async () => {
    const reading = await readSetupFile(
      file('tidemark-parameters.json', '{"gamma": 3, "fatigue": 0.5}'),
    );
    expect(reading).toMatchObject({
      ok: true,
      setup: { parameters: { gamma: 3, fatigue: DEFAULT_PARAMETERS.fatigue } },
    });
    if (reading?.ok)
      expect(reading.setup.converted.map((one) => one.parameter)).toEqual(['fatigue']);
  });
});

describe('a proposal', () => {
  it('changes nothing before it is accepted, and pushes nothing after', () => {
    const { tidemark, worker } = createWorld();
    expect(tidemark.proposeFragment(setupFragment(SETUP))).toBe(true);
    expect(tidemark.tuning.getState().editing).toEqual(DEFAULT_PARAMETERS);
    expect(heardOf(worker, 'open')).toEqual([]);

    tidemark.acceptProposal();
    expect(tidemark.proposals.getState().proposal).toBeNull();
    expect(heardOf(worker, 'open').map(({ source }) => source)).toEqual([
      { kind: 'virtual', machine: 'pump', seed: 7 },
    ]);
    const { editing, own } = tidemark.tuning.getState();
    expect(editing).toEqual(PARAMETERS);
    expect(own).toEqual(SETUP.own);
    expect(tidemark.view.getState()).toMatchObject(SETUP.view);
    expect(heardOf(worker, 'push')).toEqual([]);
  });

  it('keeps its parameters when its board says others', () => {
    const world = createWorld();
    world.tidemark.proposeFragment('#setup?v=1&gamma=3.5&machine=machine&seed=1');
    world.tidemark.acceptProposal();
    world.worker.say(streaming(1));
    world.worker.say({
      type: 'board-parameters',
      session: 1,
      parameters: DEFAULT_PARAMETERS,
      own: {},
      older: null,
    });
    expect(world.tidemark.tuning.getState()).toMatchObject({
      editing: { gamma: 3.5 },
      board: { gamma: 4 },
      kept: true,
    });
  });

  it('can be taken back like any edit', () => {
    const { tidemark } = createWorld();
    tidemark.proposeFragment('#setup?v=1&gamma=3.5&delta=0.99');
    tidemark.acceptProposal();
    tidemark.undo();
    expect(tidemark.tuning.getState().editing).toEqual(DEFAULT_PARAMETERS);
  });
});
