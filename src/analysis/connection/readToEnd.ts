import type { Link, LinkEnd } from '../../board/link.ts';

/** Hands on what a link brings, as it comes; resolves when it has ended. Never rejects. */
export async function readToEnd(link: Link, take: (bytes: Uint8Array) => void): Promise<LinkEnd> {
  const source = link.readable.getReader();
  for (;;) {
    const { done, value } = await source.read();
    if (done) return link.closed;
    take(value);
  }
}
