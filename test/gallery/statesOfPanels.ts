/** The panels in their states: signal, detector, fit, anomalies, experiments, tuning map, console. */

import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { TRUE_ANOMALY } from '../../src/detector/scores.ts';
import { mapDeltas, mapGammas } from '../../src/ui/explore/heatMapAxes.ts';
import { NOW_MS, viewOf } from './scene.ts';
import { type GalleryState, streamed } from './state.ts';

const SCENE = { channels: 2 };
const LONG = 'w'.repeat(300);
const TURNING = '\u202Eתקלה \u2066temperature';
const SCORES = {
  labels: 3,
  met: 2,
  flagged: 4,
  right: 3,
  precision: 0.75,
  recall: 0.67,
  f1: 0.71,
} as const;

const EXPERIMENT = { kind: 'experiments', channel: 0, widthPx: 120 } as const;
const MAP = {
  kind: 'heat-map',
  channel: 0,
  parameters: DEFAULT_PARAMETERS,
  gammas: mapGammas(DEFAULT_PARAMETERS.gamma),
  deltas: mapDeltas(DEFAULT_PARAMETERS.delta),
} as const;
const SUGGEST = {
  kind: 'suggest',
  channel: 0,
  parameters: DEFAULT_PARAMETERS,
  budgetMs: 5000,
  seed: 1,
} as const;
const SUGGESTION = { parameters: DEFAULT_PARAMETERS, scores: SCORES };

export const PANEL_STATES: readonly GalleryState[] = [
  {
    name: 'presenter',
    scene: SCENE,
    show: (t) => {
      streamed(t, { source: { kind: 'virtual', machine: 'machine' } });
      t.view.getState().present(true);
    },
  },
  {
    name: 'channels-many',
    scene: { channels: 16 },
    show: (t) => streamed(t, { channels: named(16) }),
  },
  {
    name: 'channels-overlaid',
    scene: { channels: 4 },
    show: (t) => {
      streamed(t, { channels: named(4) });
      t.view.getState().chooseLayout('overlaid');
    },
  },
  {
    name: 'channels-hidden',
    scene: SCENE,
    show: (t) => {
      streamed(t);
      for (const { boardName } of t.board.getState().channels) {
        t.channelLooks.getState().choose(boardName, { hidden: true });
      }
    },
  },
  {
    name: 'names-long',
    scene: SCENE,
    show: (t) =>
      streamed(t, {
        channels: [
          { name: LONG, unit: 'a rather long unit per second' },
          { name: 'spindle bearing temperature, outer ring', unit: 'degC' },
        ],
      }),
  },
  {
    name: 'names-turning',
    scene: SCENE,
    show: (t) =>
      streamed(t, {
        channels: [
          { name: TURNING, unit: '' },
          { name: 'next', unit: 'g' },
        ],
      }),
  },
  {
    name: 'board-name-long',
    scene: SCENE,
    show: (t) =>
      streamed(t, {
        connection: {
          identity: {
            board: LONG,
            id: LONG,
            sensor: LONG,
            version: '0.1.0',
            floatBits: 32,
            rules: 3,
            can: [],
            most: null,
            fitsMs: null,
            model: null,
            saved: true,
          },
        },
      }),
  },
  {
    name: 'gaps',
    scene: { channels: 2, gaps: true },
    show: (t) => streamed(t, { health: { lost: 28 } }),
  },
  {
    name: 'given-up',
    scene: { channels: 2, givenUp: true },
    show: (t) => streamed(t, { health: { retention: { rawFromMs: NOW_MS - 6000, fits: [] } } }),
  },
  { name: 'offset-large', scene: { channels: 2, offset: 101_325 }, show: (t) => streamed(t) },
  {
    name: 'paused-with-cursors',
    scene: SCENE,
    show: (t) => {
      streamed(t);
      t.view.getState().fix({ fromMs: NOW_MS - 8000, toMs: NOW_MS });
      t.view.getState().placeCursor('a', NOW_MS - 5000);
      t.view.getState().placeCursor('b', NOW_MS - 2000);
    },
  },
  {
    name: 'labelling',
    scene: SCENE,
    show: (t) => {
      streamed(t, { health: { scores: SCORES } });
      t.labels.getState().setLabelling(true);
      t.labels
        .getState()
        .add({ channel: 0, fromMs: NOW_MS - 3100, toMs: NOW_MS - 2900, name: TRUE_ANOMALY });
    },
  },
  {
    name: 'tour',
    scene: SCENE,
    show: (t) => {
      t.connectVirtual();
      streamed(t);
      t.tour.getState().start('loop');
      t.tour.getState().skip();
      t.tour.getState().skip();
    },
  },
  { name: 'options', scene: SCENE, show: (t) => streamed(t), press: ['Options'] },
  {
    name: 'typed-limits',
    scene: SCENE,
    show: (t) => {
      streamed(t);
      t.view.getState().lockY(0, { min: -20, max: 20 });
    },
  },
  { name: 'paper', scene: SCENE, show: (t) => streamed(t), press: ['Paper'] },
  { name: 'gev', scene: SCENE, show: (t) => streamed(t), press: ['GEV'] },
  {
    name: 'gev-learning',
    scene: { channels: 2, learning: true },
    show: (t) => streamed(t, { learning: true }),
    press: ['GEV'],
  },
  {
    name: 'parameters-edited',
    scene: SCENE,
    show: (t) => {
      streamed(t);
      t.tuning.getState().edit({ gamma: 2.75, delta: 0.9, maxima: 7 });
    },
  },
  {
    name: 'parameters-wrong',
    scene: SCENE,
    show: (t) => {
      streamed(t);
      t.tuning.getState().edit({ gamma: -1 });
      t.tuning.setState({ refusals: { delta: `delta must be below 1, says the board ${LONG}` } });
    },
  },
  {
    name: 'parameters-pushing',
    scene: SCENE,
    show: (t) => {
      streamed(t);
      t.tuning.getState().edit({ gamma: 2.75 });
      t.tuning.getState().ask('push');
    },
  },
  {
    name: 'disagreement',
    scene: SCENE,
    show: (t) =>
      streamed(t, {
        health: {
          agreement: {
            comparable: true,
            changedAtMs: null,
            flagged: 12,
            agreed: 11,
            lost: 2,
            disagreements: [
              {
                channel: 0,
                timeMs: NOW_MS,
                value: 4.81,
                browser: 'oa',
                board: '',
                distance: 0.002,
              },
            ],
          },
        },
      }),
  },
  { name: 'anomalies-none', scene: SCENE, show: (t) => streamed(t, { events: 0 }) },
  { name: 'anomalies-full', scene: SCENE, show: (t) => streamed(t, { events: 2500 }) },
  { name: 'experiments', scene: SCENE, show: (t) => streamed(t), press: ['Experiments'] },
  {
    name: 'experiments-running',
    scene: SCENE,
    show: (t) => {
      streamed(t);
      const runs = t.studies.getState().runs;
      const progress = { done: 0.4, best: null };
      t.studies.setState({
        runs: { ...runs, experiments: { phase: 'running', study: EXPERIMENT, progress } },
      });
    },
    press: ['Experiments'],
  },
  {
    name: 'experiments-done',
    scene: SCENE,
    show: (t) => {
      streamed(t);
      const drawn = viewOf(SCENE, { kind: 'live', windowMs: 10_000 }, 120).channels[0];
      if (!drawn) return;
      const { time, value, marks } = drawn;
      const rows = [1, 2, 3, 4, 5, 6].map((number) => ({
        name: `Experiment ${number}`,
        parameters: { ...DEFAULT_PARAMETERS, gamma: number },
        learning: 192,
        causes: { level: 2, drift: 1, rhythm: 0 },
        samples: 12_034,
        tally: { outliers: 12 * number, alarms: 3, collective: 1 },
        shareFlagged: 0.001 * number,
        firstFlagMs: number === 6 ? null : NOW_MS - 9000,
        scores: number % 2 === 0 ? SCORES : null,
        time,
        value,
        marks,
      }));
      t.studies.setState({
        runs: {
          ...t.studies.getState().runs,
          experiments: {
            phase: 'done',
            study: EXPERIMENT,
            result: { kind: 'experiments', rows },
            outdated: true,
          },
        },
      });
    },
    press: ['Experiments'],
  },
  {
    name: 'tuning-map',
    scene: SCENE,
    show: (t) => {
      streamed(t);
      const { gammas, deltas } = MAP;
      const values = gammas.map((gamma) => deltas.map((delta) => (delta * gamma) / 8));
      t.studies.setState({
        runs: {
          ...t.studies.getState().runs,
          'heat-map': {
            phase: 'done',
            study: MAP,
            result: { kind: 'heat-map', gammas, deltas, measure: 'f1', values },
            outdated: false,
          },
          suggest: {
            phase: 'done',
            study: SUGGEST,
            result: { kind: 'suggest', best: SUGGESTION, tried: 812 },
            outdated: false,
          },
        },
      });
    },
    press: ['Tuning map'],
  },
  {
    name: 'tuning-running',
    scene: SCENE,
    show: (t) => {
      streamed(t);
      t.studies.setState({
        runs: {
          ...t.studies.getState().runs,
          'heat-map': { phase: 'running', study: MAP, progress: { done: 0.3, best: null } },
          suggest: {
            phase: 'running',
            study: SUGGEST,
            progress: { done: 0.6, best: SUGGESTION },
          },
        },
      });
    },
    press: ['Tuning map'],
  },
  {
    name: 'tuning-failed',
    scene: SCENE,
    show: (t) => {
      streamed(t);
      t.studies.setState({
        runs: {
          ...t.studies.getState().runs,
          'heat-map': {
            phase: 'done',
            study: MAP,
            result: { kind: 'failed', why: 'no-samples' },
            outdated: false,
          },
        },
      });
    },
    press: ['Tuning map'],
  },
  {
    name: 'console',
    scene: SCENE,
    show: (t) => {
      streamed(t);
      t.view.getState().chooseLowerTab('console');
    },
  },
];

const named = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `sensor ${i + 1}`, unit: i % 2 ? 'V' : 'mA' }));
