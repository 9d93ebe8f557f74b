import type { Link, LinkEnd } from './link.ts';

/** How long a step of closing may take before the next one is tried all the same. */
const CLOSE_STEP_MS = 1000;

/** Where a link gets its streams from. A stream that failed may be replaced by a fresh one. */
export interface StreamEnds {
  /** The stream to read from now, or null when there is none any more. */
  readable(): ReadableStream<Uint8Array> | null;
  /** The stream to write to now, or null when there is none any more. */
  writable(): WritableStream<Uint8Array> | null;
  /** Whether reading may go on, from a fresh `readable()`, after this error. Counts it if so. */
  survives(error: unknown): boolean;
  /** Lets go of whatever is behind the streams; they are unlocked by then. May fail. */
  release(): Promise<void>;
}

/** A link over two streams that somebody else opened, such as a port's, transferred by the page. */
export function streamsLink(streams: {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
}): Link {
  return linkOver({
    readable: () => streams.readable,
    writable: () => streams.writable,
    survives: () => false,
    async release() {
      // Whoever holds the other ends learns of it, even if nothing was ever read or written.
      await Promise.allSettled([streams.readable.cancel(), streams.writable.close()]);
    },
  });
}

/**
 * Makes a link: one stream of bytes that outlives the streams underneath it. Bytes are pulled, one
 * read at a time and only when the reader above wants them, so that back-pressure reaches the
 * driver. When the stream underneath ends or fails and `close` was not called, the link is lost.
 */
export function linkOver(ends: StreamEnds): Link {
  /** What is being read from, and what was, before it failed. */
  let source: ReadableStream<Uint8Array> | null = null;
  let failed: ReadableStream<Uint8Array> | null = null;
  let reader: ReadableStreamDefaultReader<Uint8Array> | null = null;
  let writer: WritableStreamDefaultWriter<Uint8Array> | null = null;
  let ending: Promise<void> | null = null;
  let resolveClosed: (end: LinkEnd) => void;
  const closed = new Promise<LinkEnd>((resolve) => {
    resolveClosed = resolve;
  });

  const end = (how: LinkEnd, controller: ReadableStreamDefaultController<Uint8Array>) => {
    ending ??= (async () => {
      const [oldReader, oldWriter] = [reader, writer];
      [reader, writer] = [null, null];
      if (oldReader) {
        await attempt(() => oldReader.cancel());
        oldReader.releaseLock();
      }
      if (oldWriter) {
        // Closing lets a command on its way out leave; a board that takes nothing must not hang us.
        const flushed = how.reason === 'closed' && (await attempt(() => oldWriter.close()));
        if (!flushed) await attempt(() => oldWriter.abort());
        oldWriter.releaseLock();
      }
      await attempt(() => ends.release());
      await attempt(async () => controller.close());
      resolveClosed(how);
    })();
    return ending;
  };

  let controllerOfReadable: ReadableStreamDefaultController<Uint8Array>;
  const readable = new ReadableStream<Uint8Array>({
    start(controller) {
      controllerOfReadable = controller;
    },
    async pull(controller) {
      while (ending === null) {
        // A stream that failed between two reads has been replaced already: hold on to our own.
        source ??= ends.readable();
        if (source === null || source === failed) {
          return void end(
            { reason: 'lost', detail: 'The port has no stream any more' },
            controller,
          );
        }
        try {
          reader ??= source.getReader();
          const { done, value } = await reader.read();
          if (ending !== null) return;
          if (done) {
            return void end({ reason: 'lost', detail: 'The stream has ended' }, controller);
          }
          controller.enqueue(value);
          return;
        } catch (error) {
          if (ending !== null) return;
          reader?.releaseLock();
          reader = null;
          failed = source;
          source = null;
          if (!ends.survives(error)) {
            return void end({ reason: 'lost', detail: String(error) }, controller);
          }
        }
      }
    },
    cancel() {
      return end({ reason: 'closed' }, controllerOfReadable);
    },
  });

  return {
    readable,
    closed,
    close: () => end({ reason: 'closed' }, controllerOfReadable),
    async write(bytes) {
      if (ending !== null) throw new Error('The link has ended.');
      writer ??= ends.writable()?.getWriter() ?? null;
      if (writer === null) throw new Error('The port takes no bytes any more.');
      const used = writer;
      try {
        await used.write(bytes);
      } catch (error) {
        // The port may offer a fresh stream after a failed write.
        if (writer === used) {
          used.releaseLock();
          writer = null;
        }
        throw error instanceof Error ? error : new Error(String(error));
      }
    },
  };
}

/** Runs a step that may fail or hang; tells whether it was done in time. */
async function attempt(step: () => Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), CLOSE_STEP_MS);
  });
  const done = (async () => step())().then(
    () => true,
    () => false,
  );
  const inTime = await Promise.race([done, tooLong]);
  if (timer !== null) clearTimeout(timer);
  return inTime;
}
