import type { ReplayStart } from './replayControl.ts';
import type { Machine } from './virtualMachines.ts';

/** Where a link can come from, in words that can be sent from the page to the worker. */
export type Source =
  /** A port the person has granted, found again in the worker by its ids. */
  | { readonly kind: 'serial'; readonly port: PortKey; readonly baudRate: number }
  /** A port opened by the page, where workers have no serial: its two streams, transferred. */
  | {
      readonly kind: 'streams';
      readonly port: PortKey;
      readonly baudRate: number;
      readonly readable: ReadableStream<Uint8Array>;
      readonly writable: WritableStream<Uint8Array>;
    }
  | ({ readonly kind: 'virtual' } & VirtualBoard)
  /** A recording: one that this browser has stored, by its name, or a file. */
  | {
      readonly kind: 'replay';
      readonly recording: string | Blob;
      /** In words for people. */
      readonly title: string;
      readonly start: ReplayStart;
    };

/** Which virtual board. */
export interface VirtualBoard {
  /** What it watches; the first machine when left out. */
  readonly machine?: Machine;
  /** The same seed, the same signal: a whole number from 0; 1 when left out. */
  readonly seed?: number;
}

/** What USB tells of a port; null where it is none of USB. */
export interface UsbIds {
  readonly usbVendorId: number | null;
  readonly usbProductId: number | null;
}

/** Names a granted port; the port itself cannot be sent. */
export interface PortKey extends UsbIds {
  /** Which one, among the granted ports with the same ids, in the order of `getPorts()`. */
  readonly nth: number;
}
