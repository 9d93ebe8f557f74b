/** What opens over the page: recordings, replay, import, export, installer, help. */
import type { StoredSession } from '../../src/analysis/messages/recordingMessages.ts';
import type { InstallPlan, InstallStage } from '../../src/board/installer/installPlan.ts';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import type { InstallRun } from '../../src/state/installStore.ts';
import type { Tidemark } from '../../src/state/tidemark.ts';
import type { Lesson } from '../../src/tour/lesson.ts';
import { NOW_MS } from './scene.ts';
import { connecting, type GalleryState, streamed } from './state.ts';

const LIVE = { scene: { channels: 2 } };
const LONG_NAME = `${'spindle-'.repeat(30)}.csv`;

const SESSION: StoredSession = {
  fileName: 'a.tidemark',
  name: '',
  board: 'Raspberry Pi Pico',
  startedMs: NOW_MS - 3_600_000,
  endedMs: NOW_MS - 1_500_000,
  bytes: 1_234_567,
  samples: 105_000,
  lost: 3,
  anomalies: 1,
  state: 'closed',
};
const SESSIONS: readonly StoredSession[] = [
  { ...SESSION, fileName: 'now', state: 'recording' },
  { ...SESSION, fileName: 'cut', state: 'unfinished' },
  { ...SESSION, fileName: 'long', name: LONG_NAME, board: 'w'.repeat(300) },
  ...Array.from({ length: 30 }, (_, i) => ({ ...SESSION, fileName: `old-${i}` })),
];

const PLAN: InstallPlan = {
  action: 'install',
  machine: 'Raspberry Pi Pico with RP2040',
  release: '1.27.0',
  freeBytes: 868_352,
  installedVersion: null,
  version: '0.1.0',
  writes: ['detector', 'moments', 'block_maxima', 'weibull', 'protocol', 'board'].map((name) => ({
    path: `tidemark_a/${name}.py`,
    bytes: 7486,
  })),
  minified: true,
  backup: 'main.py.bak',
  restores: null,
  stoppedProgram: true,
};
const atStage = (stage: InstallStage) =>
  ({ stage, path: 'tidemark_a/detector.py', done: 0.4, canCancel: true }) as const;

const INSTALLS: Readonly<Record<string, InstallRun>> = {
  'running-program': { phase: 'running-program', action: 'install' },
  looking: { phase: 'looking', action: 'install', progress: atStage('looking') },
  planned: { phase: 'planned', action: 'install', plan: PLAN },
  working: {
    phase: 'working',
    action: 'install',
    plan: PLAN,
    progress: atStage('writing'),
    cancelling: false,
  },
  done: { phase: 'ended', action: 'install', outcome: { kind: 'done', plan: PLAN } },
  failed: {
    phase: 'ended',
    action: 'install',
    outcome: {
      kind: 'failed',
      fault: { code: 'no-space', detail: 'OSError: 28' },
      unchanged: true,
    },
  },
};

/**
 * A file that was chosen, and what it is taken for. Loaded by the page alone: it reaches package.json,
 * which the runner, who reads the names of the states in Node, cannot import.
 */
async function chosen(tidemark: Tidemark, name: string, text: string): Promise<void> {
  const { lookAtFile } = await import('../../src/history/csv/lookAtFile.ts');
  const bytes = new TextEncoder().encode(text);
  tidemark.imports.setState({
    chosen: new File([bytes], name),
    look: lookAtFile(bytes, {
      truncated: false,
      choice: {},
      startMs: NOW_MS,
      zoneMinutes: 0,
      periodMs: 100,
    }),
  });
}

function replaying(tidemark: Tidemark, title: string): void {
  streamed(tidemark, {
    source: {
      kind: 'replay',
      recording: 'a.tidemark',
      title,
      start: { playing: true, pace: 1, skipToMs: null },
    },
  });
  tidemark.recordings.setState({
    replay: {
      replay: {
        fromMs: NOW_MS - 180_000,
        toMs: NOW_MS + 60_000,
        positionMs: NOW_MS,
        playing: true,
        pace: 10,
        ended: false,
      },
      recordedWith: { ...DEFAULT_PARAMETERS, gamma: 3 },
      older: null,
    },
  });
}

export const DIALOG_STATES: readonly GalleryState[] = [
  {
    name: 'sessions-empty',
    isDialog: true,
    show: (t) => t.recordings.setState({ sessionsOpen: true, sessions: [] }),
  },
  {
    name: 'sessions-full',
    isDialog: true,
    show: (t) => t.recordings.setState({ sessionsOpen: true, sessions: SESSIONS }),
  },
  {
    name: 'sessions-fault',
    isDialog: true,
    show: (t) =>
      t.recordings.setState({
        sessionsOpen: true,
        sessions: [],
        sessionsFault: { code: 'no-storage', detail: '' },
      }),
  },
  {
    name: 'unfinished-offered',
    show: (t) => t.recordings.setState({ sessions: [{ ...SESSION, state: 'unfinished' }] }),
  },
  {
    name: 'recording',
    ...LIVE,
    show: (t) => {
      streamed(t);
      t.recordings.setState({
        recording: { phase: 'recording', fileName: 'a', bytes: 1.2e6, roomLeftMs: 600_000 },
      });
    },
  },
  {
    name: 'recording-failed',
    ...LIVE,
    show: (t) => {
      streamed(t);
      t.recordings.setState({
        recording: { phase: 'failed', fault: { code: 'storage-full', detail: '' } },
      });
    },
  },
  { name: 'replay', ...LIVE, show: (t) => replaying(t, 'Spindle, Tuesday') },
  { name: 'replay-name-long', ...LIVE, show: (t) => replaying(t, LONG_NAME) },
  {
    name: 'import-table',
    isDialog: true,
    show: (t) => chosen(t, 'spindle.csv', 'time [s],x [g],y [g]\n0.00,1,2\n0.02,3,4\n0.04,5,6\n'),
  },
  {
    name: 'import-names-long',
    isDialog: true,
    show: (t) => chosen(t, LONG_NAME, `time,${'w'.repeat(300)}\n0.00,1\n0.02,3\n0.04,5\n`),
  },
  {
    name: 'import-log',
    isDialog: true,
    show: (t) => chosen(t, 'putty.log', 'x:1 y:2\nx:2 y:3\nx:3 y:4\n'),
  },
  { name: 'import-refused', isDialog: true, show: (t) => chosen(t, 'empty.csv', '') },
  {
    name: 'importing',
    show: (t) =>
      t.imports.setState({
        reading: {
          name: LONG_NAME,
          progress: {
            bytesRead: 4e6,
            bytesTotal: 9e6,
            counts: { rows: 12_034, leftOut: 3, first: null },
            ending: null,
          },
        },
      }),
  },
  { name: 'export', ...LIVE, show: (t) => streamed(t), press: ['Export'] },
  {
    name: 'exporting',
    ...LIVE,
    show: (t) => {
      streamed(t);
      t.exports.setState({ file: { name: 'tidemark-1.csv', share: 0.4, outcome: null } });
    },
  },
  {
    name: 'exported',
    ...LIVE,
    show: (t) => {
      streamed(t);
      t.exports.setState({
        file: {
          name: 'tidemark-1.csv',
          share: 1,
          outcome: { kind: 'written', samples: 12_034, missesOlder: true },
        },
      });
    },
  },
  {
    name: 'export-parameters',
    isDialog: true,
    ...LIVE,
    show: (t) => streamed(t),
    press: ['Export', 'Parameters…'],
  },
  {
    name: 'share',
    isDialog: true,
    ...LIVE,
    show: (t) => streamed(t),
    press: ['Export', 'Link and QR code…'],
  },
  {
    name: 'example',
    ...LIVE,
    show: (t) => {
      streamed(t);
      const start = { playing: true, pace: 'at-once', skipToMs: null } as const;
      const title = 'Example: payments';
      t.board.setState({ source: { kind: 'replay', recording: 'a', title, start } });
    },
    press: ['Show the answer'],
  },
  {
    name: 'lesson',
    ...LIVE,
    show: (t) => {
      streamed(t);
      const start = { playing: true, pace: 'at-once', skipToMs: null } as const;
      const title = 'Example: machine';
      t.board.setState({ source: { kind: 'replay', recording: 'a', title, start } });
      const asked = { question: 'Which of the three is one single sample?', answer: 'The knock.' };
      const lesson: Lesson = {
        title: 'Shafts and bearings',
        chapters: ['loop'],
        example: 'machine',
        questions: [asked, asked],
      };
      t.lessons.getState().open('tidemark-lesson.json', { ok: true, lesson });
    },
    press: ['Show the answer'],
  },
  {
    name: 'commands',
    isDialog: true,
    ...LIVE,
    show: (t) => {
      streamed(t);
      t.view.getState().showOverlay('commands');
    },
  },
  {
    name: 'keys',
    isDialog: true,
    ...LIVE,
    show: (t) => {
      streamed(t);
      t.view.getState().showOverlay('keys');
    },
  },
  { name: 'menu', ...LIVE, show: (t) => streamed(t), press: ['Boards and recordings'] },
  { name: 'help', ...LIVE, show: (t) => streamed(t), press: ['Help'] },
  { name: 'trouble', isDialog: true, show: (t) => t.trouble.getState().ask('not-listed') },
  { name: 'trouble-garbage', isDialog: true, show: (t) => t.trouble.getState().ask('garbage') },
  ...Object.entries(INSTALLS).map(
    ([name, run]): GalleryState => ({
      name: `install-${name}`,
      isDialog: true,
      show: (t) => {
        connecting(t, { phase: 'installing', kind: 'repl' });
        t.installs.setState({ run });
      },
    }),
  ),
];
