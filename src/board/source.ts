/** Where a link can come from, in words that can be sent from the page to the worker. */
export type Source =
  /** A port the person has granted, found again in the worker by its ids. */
  | { readonly kind: 'serial'; readonly port: PortKey; readonly baudRate: number }
  /** A port opened by the page, where workers have no serial: its two streams, transferred. */
  | {
      readonly kind: 'streams';
      readonly readable: ReadableStream<Uint8Array>;
      readonly writable: WritableStream<Uint8Array>;
    }
  | { readonly kind: 'virtual' }
  /** The lines of a recording; made in the worker from a file that the page has named. */
  | { readonly kind: 'lines'; readonly lines: ReadableStream<Uint8Array> };

/** Names a granted port; the port itself cannot be sent. */
export interface PortKey {
  readonly usbVendorId: number | null;
  readonly usbProductId: number | null;
  /** Which one, among the granted ports with the same ids, in the order of `getPorts()`. */
  readonly nth: number;
}
