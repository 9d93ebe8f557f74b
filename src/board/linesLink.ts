/** A link that hands on the lines of a recording as fast as they are read. Takes no bytes. */
import type { Link, LinkEnd } from './link.ts';

export function linesLink(lines: ReadableStream<Uint8Array>): Link {
  const reader = lines.getReader();
  let settle: (end: LinkEnd) => void = () => undefined;
  const closed = new Promise<LinkEnd>((resolve) => {
    settle = resolve;
  });
  const finish = (): void => settle({ reason: 'closed' });
  return {
    replays: true,
    readable: new ReadableStream(
      {
        async pull(controller) {
          const { done, value } = await reader.read();
          if (!done) {
            controller.enqueue(value);
            return;
          }
          controller.close();
          finish();
        },
      },
      // The next lines are made when these were judged, not before.
      { highWaterMark: 0 },
    ),
    write: async () => undefined,
    async close() {
      await reader.cancel();
      finish();
    },
    closed,
  };
}
