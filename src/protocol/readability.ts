/**
 * Whether bytes can be text at all. At a wrong baud rate a UART still delivers bytes, but they are
 * noise: control characters and broken UTF-8. Any language's words are readable. NULs say neither: some
 * boards fill up their lines with them.
 */

/** Fewer bytes than this say nothing. */
const ENOUGH_BYTES = 64;
/** Older bytes lose half of their weight each time so many have come. */
const HALVED_AT_BYTES = 1024;
const UNREADABLE_SHARE = 0.3;
const REPLACEMENT = 0xfffd;

/** Takes the bytes of one link, in their order. */
export interface Readability {
  push(bytes: Uint8Array): void;
  /** Whether most of what came lately is no text. */
  isGarbage(): boolean;
  /** Bytes ever seen. */
  bytes(): number;
}

/** Nothing was seen yet: no garbage. */
export function createReadability(): Readability {
  const decoder = new TextDecoder();
  let seen = 0;
  let weight = 0;
  let unreadable = 0;
  return {
    push(bytes) {
      seen += bytes.length;
      // The end of a long chunk says as much as all of it.
      const text = decoder.decode(bytes.subarray(-HALVED_AT_BYTES));
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 0) continue;
        weight += 1;
        if (!isReadable(code)) unreadable += 1;
      }
      while (weight > HALVED_AT_BYTES) {
        weight /= 2;
        unreadable /= 2;
      }
    },
    isGarbage: () => weight >= ENOUGH_BYTES && unreadable / weight > UNREADABLE_SHARE,
    bytes: () => seen,
  };
}

/** Printable, a blank, an end of line, or the escape of a terminal's colours. */
function isReadable(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d || code === 0x1b;
  return code !== 0x7f && code !== REPLACEMENT && !(code >= 0x80 && code < 0xa0);
}
