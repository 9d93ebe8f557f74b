import type { Candidate, Links, OpenResult } from '../../src/analysis/connection/links.ts';
import { type LinkErrors, NO_LINK_ERRORS } from '../../src/board/link.ts';
import { DEFAULT_PARAMETERS, type Parameters } from '../../src/detector/parameters.ts';
import { checkedLine } from '../../src/protocol/checksum.ts';
import { createMemoryLink, type MemoryLink } from './memoryLink.ts';

/** A board has been up for so long when it says hello. */
const BOOT_MS = 100;

/** A board at a USB port, on a wall clock, whose samples the test asks for. */
export interface ScriptedBoard {
  /** Says hello only if this is not null. */
  id: string | null;
  parameters: Parameters;
  /** Refuses to be opened. */
  heldBy: 'busy' | 'busy-here' | null;
  /** Ops that are not answered. */
  deaf: readonly string[];
  /** Takes so many samples, a millisecond apart, up to now; they are lost without a link. */
  sample(count: number): void;
  /** Starts anew, and says so if there is a link. */
  boot(): void;
  /** Says something. */
  say(words: string): void;
  readonly opened: number;
  /** The link that is open now. */
  readonly link: MemoryLink | null;
  /** What it was sent over all links. */
  readonly heard: readonly string[];
  errors: LinkErrors;
}

export interface ScriptedUsb extends Omit<Links, 'open'> {
  open(): Promise<OpenResult>;
  board(id: string | null): ScriptedBoard;
  plug(board: ScriptedBoard): void;
  unplug(board: ScriptedBoard): void;
  listeners(): number;
}

export function createScriptedUsb(nowMs: () => number): ScriptedUsb {
  const plugged = new Map<ScriptedBoard, number>();
  const listeners = new Set<() => void>();
  let lastIdentity = 0;
  const event = () => {
    for (const listener of [...listeners]) listener();
  };

  function board(id: string | null): ScriptedBoard {
    let bootMs = nowMs() - 1000;
    let seq = 0;
    const heard: string[] = [];
    function hello(): void {
      if (its.id === null) return;
      its.say(
        checkedLine(
          `h,protocol=1,firmware=tidemark,version=0.1.0,board=Pico,id=${its.id},sensor=adc,channels=x:V,float=32,saved=0`,
        ),
      );
    }
    function parameters(): void {
      if (its.id === null || its.deaf.includes('p')) return;
      const pairs = Object.entries(its.parameters).map(([name, value]) => `${name}=${value}`);
      its.say(checkedLine(`p,${pairs.join(',')}`));
    }
    const its = {
      id,
      parameters: DEFAULT_PARAMETERS,
      heldBy: null as ScriptedBoard['heldBy'],
      deaf: [] as readonly string[],
      opened: 0,
      link: null as MemoryLink | null,
      heard,
      errors: NO_LINK_ERRORS,
      say: (words: string) => its.link?.arrive(words),
      sample(count: number) {
        for (let taken = 0; taken < count; taken++) {
          its.say(checkedLine(`s,${seq},${nowMs() - bootMs - (count - 1 - taken)},${seq % 7}`));
          seq += 1;
        }
      },
      boot() {
        bootMs = nowMs() - BOOT_MS;
        seq = 0;
        hello();
        parameters();
      },
      obey(command: string) {
        heard.push(command);
        const [op = '', ident = ''] = command.split(/[,*]/);
        if (its.id === null || its.deaf.includes(op)) return;
        if (op === 'hello') hello();
        if (op === 'hello' || op === 'get') parameters();
        its.say(checkedLine(`r,${ident},ok`));
      },
    };
    return its;
  }

  async function openBoard(its: ScriptedBoard): Promise<OpenResult> {
    const identity = plugged.get(its);
    if (identity === undefined) return { ok: false, fault: { code: 'gone', detail: '' } };
    if (its.heldBy) return { ok: false, fault: { code: its.heldBy, detail: '' } };
    const memory = createMemoryLink((bytes) => {
      if ('obey' in its && typeof its.obey === 'function') {
        its.obey(new TextDecoder().decode(bytes));
      }
    });
    Object.assign(its, { opened: its.opened + 1, link: memory });
    void memory.link.closed.then(() => {
      if (its.link === memory) Object.assign(its, { link: null });
    });
    return { ok: true, link: memory.link, identity, errors: () => ({ ...its.errors }) };
  }

  return {
    board,
    async open() {
      const [first] = plugged.keys();
      return first ? openBoard(first) : { ok: false, fault: { code: 'gone', detail: '' } };
    },
    looksFor: () => 'here',
    candidates: async () =>
      [...plugged].map(
        ([its, identity]): Candidate => ({
          identity,
          label: 'Pico',
          open: () => openBoard(its),
        }),
      ),
    onPortsChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    plug(its) {
      lastIdentity += 1;
      plugged.set(its, lastIdentity);
      event();
    },
    unplug(its) {
      plugged.delete(its);
      its.link?.lose();
      event();
    },
    listeners: () => listeners.size,
  };
}
