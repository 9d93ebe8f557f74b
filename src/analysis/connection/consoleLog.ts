/**
 * The raw lines for the console drawer. Bytes are kept as they came and cut into lines only when
 * somebody looks, so that a closed console costs nothing at any rate.
 */

import type { ConsoleLine, ConsolePage, LineNote } from '../messages/calls.ts';
import type { BoardKind } from '../messages/connectionState.ts';
import { lineNote } from './lineNote.ts';

/** Raw bytes kept while nobody looks: some thousands of lines. */
const MAX_RAW_BYTES = 256 * 1024;
/** The same of a board whose bytes come one by one: each piece takes far more than its byte. */
const MAX_RAW_PIECES = 2 ** 13;
const MAX_LINES = 2000;
/** A flood without a newline is shown in pieces. */
const MAX_LINE_CHARACTERS = 1024;

export interface ConsoleLog {
  /** Who speaks from here on, as far as it is known. */
  speaks(kind: BoardKind | null): void;
  received(bytes: Uint8Array): void;
  sent(text: string): void;
  /** Lines after the cursor of an earlier page (0 = all that are kept). */
  page(after: number): ConsolePage;
}

type Raw =
  | { readonly bytes: Uint8Array; readonly kind: BoardKind | null }
  | { readonly sent: string };

export function createConsoleLog(): ConsoleLog {
  let raw: Raw[] = [];
  let speaker: BoardKind | null = null;
  let rawBytes = 0;
  let lines: ConsoleLine[] = [];
  let lastId = 0;
  let unfinished = '';
  let decoder = new TextDecoder();

  function push(direction: 'in' | 'out', text: string, note: LineNote | null = null): void {
    lastId += 1;
    lines.push({ id: lastId, direction, text, note });
  }

  function decode(bytes: Uint8Array, kind: BoardKind | null): void {
    const pieces = (unfinished + decoder.decode(bytes, { stream: true })).split('\n');
    unfinished = pieces.pop() ?? '';
    for (const piece of pieces) {
      const text = piece.endsWith('\r') ? piece.slice(0, -1) : piece;
      push('in', text, lineNote(text, kind));
    }
    while (unfinished.length > MAX_LINE_CHARACTERS) {
      push('in', unfinished.slice(0, MAX_LINE_CHARACTERS));
      unfinished = unfinished.slice(MAX_LINE_CHARACTERS);
    }
  }

  function giveUpOldest(): void {
    while ((rawBytes > MAX_RAW_BYTES || raw.length > MAX_RAW_PIECES) && raw.length > 1) {
      const oldest = raw.shift();
      if (!oldest) return;
      if ('sent' in oldest) {
        push('out', oldest.sent);
        if (lines.length > 2 * MAX_LINES) lines = lines.slice(-MAX_LINES);
        continue;
      }
      rawBytes -= oldest.bytes.length;
      lastId += countNewlines(oldest.bytes);
      // What follows no longer continues the line that was begun.
      unfinished = '';
      decoder = new TextDecoder();
    }
  }

  return {
    speaks(kind) {
      speaker = kind;
    },
    received(bytes) {
      raw.push({ bytes, kind: speaker });
      rawBytes += bytes.length;
      giveUpOldest();
    },
    sent(text) {
      raw.push({ sent: text });
      giveUpOldest();
    },
    page(after) {
      for (const entry of raw) {
        if ('sent' in entry) push('out', entry.sent);
        else decode(entry.bytes, entry.kind);
      }
      raw = [];
      rawBytes = 0;
      lines = lines.slice(-MAX_LINES);
      const fresh = lines.filter(({ id }) => id > after);
      return {
        lines: fresh,
        cursor: lastId,
        skipped: Math.max(0, lastId - after - fresh.length),
      };
    },
  };
}

function countNewlines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}
