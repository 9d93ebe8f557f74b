/**
 * What `virtualLink.ts` and the worker of a virtual board say to each other: types only. The worker
 * is asked for power once per board; everything after that goes over the board's own message port, so
 * that nothing of an earlier board can be taken for a later one's.
 */
import type { Injection, Machine } from './virtualMachines.ts';

/** To the worker itself. */
export interface PowerOn<M extends Machine = Machine> {
  readonly type: 'power-on';
  readonly machine: M;
  readonly seed: number;
  readonly port: MessagePort;
}

/** Over the port, to the board. */
export type ToVirtualBoard =
  | { readonly type: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'inject'; readonly injection: Injection }
  | { readonly type: 'power-off' };

/** Over the port, from the board. */
export type FromVirtualBoard =
  /** It has booted; its hello follows. */
  | { readonly type: 'powered' }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** It could not boot, or has crashed. */
  | { readonly type: 'failed'; readonly detail: string };
