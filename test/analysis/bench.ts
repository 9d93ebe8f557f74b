import { loadFirmwareFiles } from '../../firmware/host/loadFirmwareFiles.ts';
import type { Links, OpenResult } from '../../src/analysis/connection/links.ts';
import { createEngine, type Engine } from '../../src/analysis/engine.ts';
import type { ZoneMinutesOn } from '../../src/analysis/files/fileDesk.ts';
import type { Answer, CallName, Calls } from '../../src/analysis/messages/calls.ts';
import type { FromWorker, ToWorker } from '../../src/analysis/messages/messages.ts';
import type { SessionFolder } from '../../src/analysis/sessions/sessionFolder.ts';
import { type ConnectionPhase, mayFollow } from '../../src/board/connectionPhases.ts';
import type { Source } from '../../src/board/source.ts';
import { NO_FOLDER } from './diskFolder.ts';

type Of<Type extends FromWorker['type']> = Extract<FromWorker, { type: Type }>;

export interface Bench {
  readonly engine: Engine;
  readonly messages: FromWorker[];
  send(message: ToWorker): void;
  /** The newest message of a type; fails the test when there is none. */
  last<Type extends FromWorker['type']>(type: Type): Of<Type>;
  all<Type extends FromWorker['type']>(type: Type): Of<Type>[];
  /** What the newest call of a kind ended with; fails the test when none has. */
  done<Name extends CallName>(call: Name): Calls[Name]['result'];
  /** All that was answered to the calls of a kind. */
  answers<Name extends CallName>(call: Name): Answer<Name>[];
  /** Lets streams and promises run. */
  settle(): Promise<void>;
  /** Lets time pass in steps of 100 ms, ticking. */
  pass(ms: number): Promise<void>;
  /** Lets time pass without a tick. */
  advance(ms: number): void;
  nowMs(): number;
}

interface BenchOptions {
  readonly folder?: SessionFolder;
  readonly ports?: Omit<Links, 'open'>;
  readonly zoneMinutesOn?: ZoneMinutesOn;
}

/** Without ports nobody looks for a board that went away. */
const NO_PORTS: Omit<Links, 'open'> = {
  looksFor: () => 'nobody',
  candidates: async () => [],
  onPortsChanged: () => () => undefined,
};

/**
 * An engine whose clock and links are in the test's hand. Fails the test when a phase of the
 * connection follows another that it must not follow.
 */
export function createBench(
  openLink: (source: Source) => Promise<OpenResult>,
  options: BenchOptions = {},
): Bench {
  const { folder = NO_FOLDER, ports = NO_PORTS } = options;
  let now = 1_700_000_000_000;
  let phase: ConnectionPhase = 'idle';
  const messages: FromWorker[] = [];
  const engine = createEngine({
    post: (message) => {
      messages.push(structuredClone(message));
      if (message.type !== 'connection') return;
      if (!mayFollow(phase, message.phase)) {
        throw new Error(`${message.phase} may not follow ${phase}`);
      }
      phase = message.phase;
    },
    links: { ...ports, open: openLink },
    folder,
    nowMs: () => now,
    zoneMinutesOn: options.zoneMinutesOn ?? (() => 0),
    later: (task) => setTimeout(task, 0),
    firstCommandId: 5000,
    installing: {
      clock: {
        nowMs: () => performance.now(),
        after: (ms, task) => {
          const timer = setTimeout(task, ms);
          return () => clearTimeout(timer);
        },
      },
      loadFirmware: async () => ({ version: '0.1.0', files: loadFirmwareFiles() }),
    },
  });
  const all = <Type extends FromWorker['type']>(type: Type) =>
    messages.filter((message): message is Of<Type> => message.type === type);
  const answers = <Name extends CallName>(call: Name): Answer<Name>[] =>
    messages.filter((message) => 'call' in message && message.call === call) as Answer<Name>[];
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
  return {
    engine,
    messages,
    send: (message) => engine.receive(message),
    all,
    last(type) {
      const found = all(type).at(-1);
      if (!found) throw new Error(`no ${type} message`);
      return found;
    },
    answers,
    done(call) {
      const end = answers(call).findLast(({ type }) => type === 'done');
      if (end?.type !== 'done') throw new Error(`no ${call} has ended`);
      return end.result;
    },
    settle,
    async pass(ms) {
      for (let passed = 0; passed < ms; passed += 100) {
        now += 100;
        engine.tick();
        await settle();
      }
    },
    advance(ms) {
      now += ms;
    },
    nowMs: () => now,
  };
}
