import { type Bench, createBench } from './bench.ts';
import { createScriptedUsb, type ScriptedBoard, type ScriptedUsb } from './scriptedUsb.ts';

/** An engine with USB ports beside it, whose boards the test plays. */
export interface Desk extends Bench {
  readonly usb: ScriptedUsb;
  /** Phases since the last time that this was asked, without repetitions. */
  phases(): readonly string[];
  gaps(): readonly { readonly lost: number | null }[];
  health(): Promise<{ readonly samples: number; readonly lost: number }>;
}

export function createDesk(): Desk {
  let told = 0;
  let bench: Bench | null = null;
  const usb = createScriptedUsb(() => bench?.nowMs() ?? 1_700_000_000_000);
  const its = createBench(() => usb.open(), { ports: usb });
  bench = its;
  return {
    ...its,
    usb,
    phases() {
      const all = its.all('connection').map(({ phase }) => phase);
      const fresh = all.slice(told);
      told = all.length;
      return fresh.filter((phase, at) => phase !== fresh[at - 1]);
    },
    gaps() {
      its.send({ type: 'view', request: 1, range: { kind: 'all' }, widthPx: 500 });
      return its.done('view').gaps;
    },
    async health() {
      await its.pass(1000);
      return its.last('health').health;
    },
  };
}

/** A desk with this board, streaming. */
export async function streaming(id: string | null = 'e6'): Promise<Desk & { own: ScriptedBoard }> {
  const desk = createDesk();
  const own = desk.usb.board(id);
  desk.usb.plug(own);
  desk.send({ type: 'open', session: 1, source: { kind: 'virtual' } });
  await desk.settle();
  if (id === null) {
    own.say('1\n1\n1\n');
    await desk.pass(2000);
  }
  own.sample(10);
  await desk.settle();
  desk.phases();
  return { ...desk, own };
}
