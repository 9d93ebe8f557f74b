/**
 * A `SerialPort` in memory, made of real streams and as strict as the specification: a stream that
 * failed is replaced by a fresh one, a locked stream keeps the port from closing, a port that is
 * gone fails what is pending with NetworkError. For what a pseudo-terminal cannot be made to do:
 * parity, framing, break and overrun.
 */
export class MemorySerialPort extends EventTarget implements SerialPort {
  onconnect: SerialPort['onconnect'] = null;
  ondisconnect: SerialPort['ondisconnect'] = null;
  connected = true;
  /** Options of the last successful `open`. */
  options: SerialOptions | null = null;
  /** All signals that were set, in order. */
  readonly signals: SerialOutputSignals[] = [];
  refusesSignals = false;
  /** Held by another program, as the system would say. */
  heldElsewhere = false;

  #open = false;
  #readable: ReadableStream<Uint8Array> | null = null;
  #writable: WritableStream<Uint8Array> | null = null;
  #controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  #incoming: Uint8Array[] = [];
  /** Whether a reader waits for a chunk. */
  #wanted = false;
  #written: Uint8Array = new Uint8Array();
  #onWritten: (() => void) | null = null;
  /** Writes wait for this. */
  #held: Promise<void> = Promise.resolve();

  async open(options: SerialOptions): Promise<void> {
    if (this.#open) throw new DOMException('The port is already open.', 'InvalidStateError');
    if (this.heldElsewhere || !this.connected) {
      throw new DOMException('Failed to open serial port.', 'NetworkError');
    }
    this.#open = true;
    this.options = options;
  }

  get readable(): ReadableStream<Uint8Array> | null {
    if (!this.#open || !this.connected) return null;
    this.#readable ??= new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        pull: () => {
          this.#wanted = true;
          this.#deliver();
        },
        cancel: () => {
          this.#incoming = [];
          this.#dropReadable();
        },
      },
      { highWaterMark: 0 },
    );
    return this.#readable;
  }

  get writable(): WritableStream<Uint8Array> | null {
    if (!this.#open || !this.connected) return null;
    this.#writable ??= new WritableStream<Uint8Array>({
      write: async (bytes) => {
        await this.#held;
        if (!this.connected) throw new DOMException('The device has been lost.', 'NetworkError');
        this.#written = Uint8Array.from([...this.#written, ...bytes]);
        this.#onWritten?.();
      },
      close: () => {
        this.#writable = null;
      },
      abort: () => {
        this.#writable = null;
      },
    });
    return this.#writable;
  }

  async setSignals(signals: SerialOutputSignals): Promise<void> {
    if (this.refusesSignals) {
      throw new DOMException('Failed to set control signals.', 'NetworkError');
    }
    this.signals.push(signals);
  }

  async getSignals(): Promise<SerialInputSignals> {
    throw new DOMException('Failed to get control signals.', 'NetworkError');
  }

  getInfo(): SerialPortInfo {
    return { usbVendorId: 0x2e8a, usbProductId: 0x0005 };
  }

  async close(): Promise<void> {
    if (!this.#open) throw new DOMException('The port is already closed.', 'InvalidStateError');
    if (this.#readable?.locked || this.#writable?.locked) {
      throw new TypeError('Cannot close a port with a locked stream');
    }
    await this.#readable?.cancel();
    await this.#writable?.abort();
    this.#open = false;
    this.#dropReadable();
    this.#writable = null;
  }

  async forget(): Promise<void> {
    await this.close();
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Whether both streams are free, as they must be after a link has ended. */
  get unlocked(): boolean {
    return !this.#readable?.locked && !this.#writable?.locked;
  }

  /** Chunks that the board has sent and nobody has read. */
  get waiting(): number {
    return this.#incoming.length;
  }

  /** The board sends. */
  send(bytes: Uint8Array): void {
    if (!this.#open) return;
    this.#incoming.push(bytes.slice());
    this.#deliver();
  }

  /** The read that is under way, or the next one, fails; what comes later is not affected. */
  failReading(errorName: string): void {
    void this.readable;
    const controller = this.#controller;
    this.#dropReadable();
    controller?.error(new DOMException(`Reading failed: ${errorName}`, errorName));
  }

  /** The board takes nothing until the returned function is called. */
  holdWrites(): () => void {
    let release: () => void = () => undefined;
    this.#held = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  unplug(): void {
    this.failReading('NetworkError');
    this.connected = false;
    this.dispatchEvent(new Event('disconnect'));
  }

  plugIn(): void {
    this.connected = true;
    this.#open = false;
    this.#writable = null;
    this.#incoming = [];
  }

  /** All that was written so far, once it is at least this many bytes. */
  async received(atLeast: number): Promise<Uint8Array> {
    while (this.#written.length < atLeast) {
      await new Promise<void>((resolve) => {
        this.#onWritten = resolve;
      });
    }
    return this.#written;
  }

  #deliver(): void {
    const controller = this.#controller;
    if (controller === null || !this.#wanted) return;
    const chunk = this.#incoming.shift();
    if (chunk === undefined) return;
    this.#wanted = false;
    controller.enqueue(chunk);
  }

  #dropReadable(): void {
    this.#readable = null;
    this.#controller = null;
    this.#wanted = false;
  }
}
