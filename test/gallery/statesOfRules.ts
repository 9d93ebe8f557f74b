/** What rules 3 brought to the screen: causes, why, season, channels, what is older. */

import type {
  LearningReport,
  SeasonSuggestion,
} from '../../src/analysis/messages/judgingMessages.ts';
import type { Cause } from '../../src/detector/detector.ts';
import { convertRules2 } from '../../src/detector/olderParameters.ts';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import type { Tidemark } from '../../src/state/tidemark.ts';
import { anEvent, LEARNED, streaming } from '../state/world.ts';
import { NOW_MS } from './scene.ts';
import { type GalleryState, streamed } from './state.ts';
import { DAY_MS, JUDGED } from './why.ts';

const SCENE = { channels: 2 };
const THREE = ['vibration', 'temp', 'current'].map((name) => ({ name, unit: 'g' }));
const OLDER = convertRules2({ gamma: 4, fatigue: 0.2, meanGap: 500 }).converted;

/** An event of each cause, and the one of `cause` chosen. */
function caused(t: Tidemark, cause: Cause): void {
  streamed(t, { events: 2 });
  const { events } = t.board.getState();
  const more = (['drift', 'rhythm'] as const).map((one, i) =>
    anEvent(10 + i, {
      cause: one,
      judged: JUDGED[one],
      outliers: 0,
      fromMs: NOW_MS - 6000 + 3000 * i,
      toMs: NOW_MS - 5000 + 3000 * i,
    }),
  );
  const all = [...events, ...more];
  t.board.setState({ events: all });
  const chosen = all.findLast((event) => event.cause === cause && event.channel === 0);
  if (chosen) t.view.getState().jumpTo(chosen);
}

function found(t: Tidemark, suggestion: SeasonSuggestion | null): void {
  streamed(t);
  t.view.getState().chooseFitTab('Season');
  const study = { kind: 'season', channel: 0, parameters: DEFAULT_PARAMETERS } as const;
  const season = {
    phase: 'done',
    study,
    result: { kind: 'season', suggestion },
    outdated: false,
  } as const;
  t.studies.setState({ runs: { ...t.studies.getState().runs, season } });
}

const TALLY = { outliers: 4, alarms: 3, collective: 0 };
const SUGGESTION: SeasonSuggestion = {
  periodMs: DAY_MS,
  correlation: 0.82,
  spread: 0.4,
  without: { ...TALLY, alarms: 12 },
  with: TALLY,
  refused: false,
};

export const RULES_STATES: readonly GalleryState[] = [
  ...(['level', 'drift', 'rhythm'] as const).map((cause) => ({
    name: `why-${cause}`,
    scene: { channels: 2, cause },
    show: (t: Tidemark) => caused(t, cause),
  })),
  {
    name: 'why-not-kept',
    scene: SCENE,
    show: (t) => caused(t, 'level'),
  },
  {
    name: 'why-none-chosen',
    scene: SCENE,
    show: (t) => {
      streamed(t);
      t.view.getState().chooseFitTab('Why');
    },
  },
  {
    name: 'season',
    scene: { channels: 2, season: true },
    show: (t) => {
      streamed(t);
      t.tuning.getState().edit({ season: DAY_MS });
      t.view.getState().chooseFitTab('Season');
    },
  },
  { name: 'season-search', scene: SCENE, show: (t) => found(t, null) },
  { name: 'season-found', scene: SCENE, show: (t) => found(t, SUGGESTION) },
  {
    name: 'season-refused',
    scene: SCENE,
    show: (t) => found(t, { ...SUGGESTION, with: { ...TALLY, alarms: 40 }, refused: true }),
  },
  {
    name: 'parameters-more',
    scene: SCENE,
    show: (t) => streamed(t),
    press: ['▸ Moredrift 3 · rhythm 5 · season none'],
  },
  {
    name: 'parameters-of-a-channel',
    scene: { channels: 3 },
    show: (t) => {
      streamed(t, {
        channels: THREE,
        health: { falseAlarms: { channels: 3, perHour: 4.6, perHourWhenTwoAgree: 0.1 } },
      });
      const { edit, chooseScope } = t.tuning.getState();
      edit({ gamma: 2.5 }, false, 'temp');
      chooseScope('temp');
      t.preferences.getState().prefer({ togetherOffered: true });
    },
    press: ['▸ Several channelseach alone'],
  },
  {
    name: 'limits-wide',
    scene: SCENE,
    show: (t) => {
      streamed(t);
      const jumped: LearningReport = {
        ...LEARNED,
        sigmaJump: 320,
        driftLeft: 300,
        rhythmRunsLeft: 6,
      };
      t.board.setState({
        learning: new Map([
          [0, { ...LEARNED, wide: true }],
          [1, jumped],
        ]),
      });
    },
  },
  {
    name: 'older-board',
    scene: SCENE,
    show: (t) => {
      const { identity } = streaming(1);
      streamed(t, {
        connection: { identity: identity && { ...identity, rules: 2, can: [], most: null } },
        health: { agreement: { comparable: false, why: 'older-rules' } },
      });
      t.board.setState({ older: { from: 'board', converted: OLDER } });
      t.notices.getState().reportConverted(OLDER);
    },
  },
];
