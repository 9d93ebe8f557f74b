/**
 * Everything of the engine's that has to do with recordings: the one being written, those that are
 * stored, and the replay of one.
 */
import type { AlarmAct } from '../../alarms/act.ts';
import type { ReplayState } from '../../board/replayControl.ts';
import type { Source } from '../../board/source.ts';
import type { ChannelParameters } from '../../detector/channelParameters.ts';
import type { Parameters } from '../../detector/parameters.ts';
import type { Hello } from '../../protocol/firmwareMessages.ts';
import type { ConnectionFacts } from '../connection/connectionFacts.ts';
import type { RecordingNote } from '../connection/recordedLines.ts';
import type { Signal } from '../judging/signal.ts';
import type { Answer, Ask } from '../messages/calls.ts';
import type { ConvertedFromRules2 } from '../messages/judgingMessages.ts';
import type {
  FromRecordings,
  RecordingState,
  StoredAnswer,
  StoredProgress,
  StoredQuestion,
  ToRecordings,
} from '../messages/recordingMessages.ts';
import type { Label } from '../messages/studyMessages.ts';
import { MOST_LABELS } from '../messages/studyMessages.ts';
import { createSessionRecorder } from './createSessionRecorder.ts';
import { labelKey } from './labelLines.ts';
import type { CountsInMemory } from './sessionCounter.ts';
import type { SessionFolder } from './sessionFolder.ts';
import { createStoredRecordings } from './storedRecordings.ts';

const STATE_EVERY_MS = 1000;
const MOST_ACTS = 20_000;
const ROOM_EVERY_MS = 10_000;
/** Less room than for so long is said. */
const ROOM_WORTH_SAYING_MS = 30 * 60_000;

export interface Recordings {
  /** A source is being opened. */
  opening(source: Source, recordInto: string | null): void;
  received(chunk: Uint8Array, arrivalMs: number): void;
  sent(text: string): void;
  greeted(hello: Hello): void;
  /** The connection has entered a state. */
  connected(connection: ConnectionFacts): void;
  boardParameters(parameters: Parameters): void;
  ownParameters(channel: number, own: ChannelParameters): void;
  judgingWith(parameters: Parameters): void;
  labelled(labels: readonly Label[]): void;
  /** What the person did about alarms. */
  acted(acts: readonly AlarmAct[]): void;
  /** The browser's detector forgot what it had learned, by the person's wish. */
  restarted(): void;
  /** The person had the channels of the sketch forgotten. */
  channelsForgotten(): void;
  /** Whoever speaks is not heard, so not recorded either. */
  unheard(): void;
  interrupted(): void;
  /** The program on the board has ended, and the link stands. */
  programEnded(): void;
  /** Samples go to this signal from here on. */
  into(signal: Signal): void;
  /** The file with all samples of a signal, also those that were given up. */
  wholeFile(of: Signal): Promise<Blob | null>;
  /** What the recording that is played back says of itself. */
  replayed(note: RecordingNote): void;
  receive(message: ToRecordings | Ask<'stored-recordings'>): void;
  tick(): void;
}

export function createRecordings(around: {
  readonly folder: SessionFolder;
  readonly nowMs: () => number;
  readonly counts: () => CountsInMemory;
  readonly post: (message: FromRecordings | Answer<'stored-recordings'>) => void;
}): Recordings {
  const { folder, nowMs, post } = around;
  const recorder = createSessionRecorder(around);
  const stored = createStoredRecordings(folder, nowMs);
  let connection: ConnectionFacts | null = null;
  let opened: Source | null = null;
  let sourceKey = '';
  /** What signals are replays of. */
  const replayedFrom = new WeakMap<Signal, string | Blob>();
  let posted = '';
  let postedMs = 0;
  let postedReplay: ReplayState | null = null;
  let recordedWith: Parameters | null = null;
  let older: ConvertedFromRules2 | null = null;
  /** What is labelled up to here in the recording that is played back, the oldest first. */
  const labels = new Map<string, Label>();
  let labelsPosted = true;
  /** What was done about alarms, by all that is said of it: a recording may say it twice. */
  const acts = new Map<string, AlarmAct>();
  let actsPosted = true;
  let roomMs = 0;
  let roomBytes = 0;
  let roomLeftMs: number | null = null;

  function postState(): void {
    const plain = recorder.state();
    const state: RecordingState = plain.phase === 'recording' ? { ...plain, roomLeftMs } : plain;
    // Its size changes all the time, the rest seldom.
    const news = JSON.stringify({ ...state, bytes: null });
    if (news === posted && nowMs() - postedMs < STATE_EVERY_MS) return;
    if (news === posted && state.phase !== 'recording') return;
    posted = news;
    postedMs = nowMs();
    post({ type: 'recording', state });
  }

  function postReplay(): void {
    const replay = connection?.player()?.state() ?? null;
    if (!connection || !replay || (postedReplay && sameReplay(replay, postedReplay))) return;
    postedReplay = replay;
    const news = labelsPosted ? null : [...labels.values()];
    labelsPosted = true;
    const newActs = actsPosted ? null : [...acts.values()];
    actsPosted = true;
    post({
      type: 'replay',
      session: connection.state().session,
      replay,
      recordedWith,
      older,
      labels: news,
      acts: newActs,
    });
  }

  /** How long the room that is left would last at the rate of the last seconds. */
  async function lookForRoom(): Promise<void> {
    const bytes = recorder.bytes();
    const perMs = Math.max(0, bytes - roomBytes) / Math.max(1, nowMs() - roomMs);
    roomMs = nowMs();
    roomBytes = bytes;
    const left = perMs > 0 ? await folder.bytesLeft() : null;
    const lasts = left === null ? null : left / perMs;
    roomLeftMs = lasts !== null && lasts < ROOM_WORTH_SAYING_MS ? lasts : null;
  }

  return {
    opening(source, recordInto) {
      opened = source;
      postedReplay = null;
      recordedWith = null;
      older = null;
      labels.clear();
      labelsPosted = true;
      acts.clear();
      actsPosted = true;
      sourceKey = source.kind === 'streams' ? 'streams' : JSON.stringify(source);
      recorder.opening(source.kind !== 'replay', recordInto);
    },
    received: recorder.received,
    sent: (line) => recorder.line({ type: 'command', timeMs: nowMs(), line }),
    greeted(hello) {
      const key = JSON.stringify([hello.id, hello.channels]);
      recorder.identified({ hello, key, name: hello.board || hello.id });
    },
    connected(now) {
      connection = now;
      const { phase, kind } = now.state();
      if (phase === 'idle') void recorder.finish();
      if (phase !== 'streaming') return;
      if (kind === 'repl') recorder.unidentifiable();
      if (kind !== 'foreign') return;
      recorder.identified({ hello: null, key: `sketch ${sourceKey}`, name: 'other sketch' });
    },
    boardParameters: recorder.boardParameters,
    ownParameters: recorder.ownParameters,
    judgingWith: recorder.judgingWith,
    labelled: recorder.labelled,
    acted(acts) {
      for (const act of acts) recorder.line({ type: 'alarm', act });
    },
    restarted: () => recorder.line({ type: 'restart', timeMs: nowMs() }),
    channelsForgotten: () => recorder.line({ type: 'forget-channels', timeMs: nowMs() }),
    unheard: recorder.unidentifiable,
    interrupted: () => recorder.interrupted('the link has ended'),
    programEnded: () =>
      recorder.line({ type: 'break', timeMs: nowMs(), why: 'the program on the board has ended' }),
    into(signal) {
      if (opened?.kind === 'replay') replayedFrom.set(signal, opened.recording);
    },
    async wholeFile(of) {
      const from = replayedFrom.get(of);
      if (from === undefined) return recorder.whole();
      if (typeof from !== 'string') return from;
      const read = await folder.read(from);
      return read.ok ? read.value : null;
    },
    replayed(note) {
      if (note.type === 'judging') {
        const { parameters, converted } = note;
        recordedWith = parameters;
        older = converted ? { from: 'recording', converted } : null;
      } else if (note.type === 'label' || note.type === 'unlabel') {
        const { channel, fromMs, toMs, name } = note;
        const label = { channel, fromMs, toMs, name };
        labels.delete(labelKey(label));
        if (note.type === 'label') labels.set(labelKey(label), label);
        for (const oldest of labels.keys()) {
          if (labels.size <= MOST_LABELS) break;
          labels.delete(oldest);
        }
        labelsPosted = false;
      } else if (note.type === 'alarm') {
        acts.set(JSON.stringify(note.act), note.act);
        for (const oldest of acts.keys()) {
          if (acts.size <= MOST_ACTS) break;
          acts.delete(oldest);
        }
        actsPosted = false;
      } else {
        return;
      }
      postedReplay = null;
    },
    receive(message) {
      switch (message.type) {
        case 'record':
          recorder.switchTo(message.on);
          postState();
          return;
        case 'stored-recordings': {
          const { request, question } = message;
          const state = recorder.state();
          const isOwn =
            state.phase === 'recording' &&
            'fileName' in question &&
            question.fileName === state.fileName;
          if (isOwn && question.kind === 'rename') {
            recorder.rename(question.name);
            recorder.tick();
            void answer(request, { kind: 'list' });
            return;
          }
          if (isOwn && question.kind === 'read') {
            void answerWithSnapshot(request, question);
            return;
          }
          void answer(request, question);
          return;
        }
        case 'replay':
          connection?.player()?.control(message.control);
          postReplay();
          return;
        default:
          message satisfies never;
      }
    },
    tick() {
      recorder.tick();
      postState();
      postReplay();
      if (nowMs() - roomMs >= ROOM_EVERY_MS) void lookForRoom();
    },
  };

  function done(request: number, result: StoredAnswer): void {
    post({ type: 'done', call: 'stored-recordings', request, result });
  }

  async function answer(request: number, question: StoredQuestion): Promise<void> {
    const progress = (sessions: StoredProgress) =>
      post({ type: 'progress', call: 'stored-recordings', request, progress: sessions });
    done(request, await stored.ask(question, progress));
  }

  async function answerWithSnapshot(request: number, question: StoredQuestion): Promise<void> {
    const file = await recorder.snapshot();
    if (file) done(request, { kind: 'file', file });
    else await answer(request, question);
  }
}

function sameReplay(a: ReplayState, b: ReplayState): boolean {
  return (
    a.positionMs === b.positionMs &&
    a.playing === b.playing &&
    a.pace === b.pace &&
    a.ended === b.ended &&
    a.toMs === b.toMs
  );
}
