/** The forest that names events: before there is one, what it says, and what can go wrong. */
import type { ForestName } from '../../src/analysis/messages/namingMessages.ts';
import type { ForestStudied, TrainedExample } from '../../src/analysis/messages/studyMessages.ts';
import { writeModel } from '../../src/naming/writeModel.ts';
import type { StudyRun } from '../../src/state/studyStore.ts';
import type { Tidemark } from '../../src/state/tidemark.ts';
import { madeModel } from '../naming/madeForest.ts';
import { anEvent, streaming } from '../state/world.ts';
import { NOW_MS } from './scene.ts';
import { type GalleryState, streamed } from './state.ts';

const SCENE = { channels: 2 };
const CLASSES = ['worn bearing', 'valve, 2 %', 'a name that is longer than most others are'];
const MODEL = writeModel(madeModel(CLASSES));
const TRAINING = { kind: 'train', trees: 20, confidence: 0.55, spectrum: false } as const;

const EXAMPLES = Array.from({ length: 36 }, (_, i): TrainedExample => {
  const truth = i % CLASSES.length;
  const fromMs = NOW_MS - 1000 * i;
  const predicted = i % 9 === 8 ? (truth + 1) % CLASSES.length : truth;
  return { channel: i % 2, fromMs, toMs: fromMs, truth, predicted, share: i % 7 === 6 ? 0.4 : 0.9 };
});

const TRAINED: ForestStudied = {
  kind: 'train',
  model: MODEL,
  classes: CLASSES,
  examples: EXAMPLES,
  importance: (['peak', 'changes', 'roughness', 'part'] as const).map((feature, at) => ({
    feature,
    lost: 0.3 / (at + 1),
  })),
  leftOut: 1,
};

const runOf = (t: Tidemark, train: StudyRun) =>
  t.studies.setState({ runs: { ...t.studies.getState().runs, train } });

const says = (event: number, name: string | null, confidence: number): ForestName => ({
  event,
  name,
  confidence,
});

export const NAMES_STATES: readonly GalleryState[] = [
  { name: 'names-none', scene: SCENE, show: (t) => streamed(t), press: ['Names'] },
  {
    name: 'names',
    scene: SCENE,
    show: (t) => {
      const { identity } = streaming(1);
      streamed(t, { connection: { identity: identity && { ...identity, model: '1b2c3d4e' } } });
      for (const [i, name] of CLASSES.entries()) t.naming.nameEvents([anEvent(i)], name);
      t.forest.getState().use(MODEL);
      runOf(t, { phase: 'done', study: TRAINING, result: TRAINED, outdated: true });
      const [worn = '', valve = ''] = CLASSES;
      t.forest.getState().named([says(1, worn, 0.9), says(2, null, 0.4)], true);
      const board = { channel: 0, timeMs: NOW_MS - 3000, share: 0.8 };
      t.board.setState({
        boardNames: new Map([
          [1, { ...board, event: 1, name: worn }],
          [2, { ...board, event: 2, name: valve }],
        ]),
      });
    },
    press: ['Names'],
  },
  {
    name: 'names-refused',
    scene: SCENE,
    show: (t) => {
      streamed(t, { channels: [{ name: 'pressure', unit: 'bar' }] });
      t.forest.getState().use(MODEL);
      t.forest.getState().use(MODEL.slice(0, -20));
      const few = { code: 'too-few', least: 8, of: [{ name: 'valve, 2 %', count: 3 }] } as const;
      const result = { kind: 'refused', fault: few } as const;
      runOf(t, { phase: 'done', study: TRAINING, result, outdated: false });
      const words = 'the forest has 900 nodes and 412 fit';
      const outcome = { kind: 'failed', why: 'refused', words, onBoard: null } as const;
      t.modelPush.setState({ run: { phase: 'ended', outcome } });
    },
    press: ['Names'],
  },
  {
    name: 'names-busy',
    scene: SCENE,
    show: (t) => {
      streamed(t);
      t.forest.getState().use(MODEL);
      runOf(t, { phase: 'running', study: TRAINING, progress: { done: 0.4, best: null } });
      t.modelPush.setState({ run: { phase: 'sending', progress: { done: 7, of: 13 } } });
    },
    press: ['Names'],
  },
];
