import type { WorkerLike } from '../../src/analysis/client/workerLine.ts';
import type { FromWorker, ToWorker } from '../../src/analysis/messages/messages.ts';

/** The worker's end of the wire in a test's hands: hears what is sent, says what it is told to. */
export interface ScriptedWorker extends WorkerLike {
  readonly heard: ToWorker[];
  readonly isTerminated: () => boolean;
  say(message: FromWorker): void;
  die(detail: string): void;
}

export function createScriptedWorker(): ScriptedWorker {
  const events = new EventTarget();
  const heard: ToWorker[] = [];
  let terminated = false;
  return {
    heard,
    isTerminated: () => terminated,
    // A structured clone, as a real worker gets it.
    postMessage: (message) => heard.push(structuredClone(message)),
    addEventListener: (type: string, listener: (event: never) => void) =>
      events.addEventListener(type, listener as EventListener),
    terminate: () => {
      terminated = true;
    },
    say: (message) => {
      events.dispatchEvent(Object.assign(new Event('message'), { data: structuredClone(message) }));
    },
    die: (detail) => {
      events.dispatchEvent(Object.assign(new Event('error'), { message: detail }));
    },
  };
}

/** The messages of one type that a worker heard, in order. */
export function heardOf<Type extends ToWorker['type']>(
  worker: ScriptedWorker,
  type: Type,
): Extract<ToWorker, { type: Type }>[] {
  return worker.heard.filter(
    (message): message is Extract<ToWorker, { type: Type }> => message.type === type,
  );
}
