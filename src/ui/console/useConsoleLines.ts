import { useEffect, useState } from 'react';
import type { ConsoleLine } from '../../analysis/messages/calls.ts';
import { useTidemark } from '../tidemarkContext.ts';
import { appendLines } from './consoleText.ts';

const POLL_EVERY_MS = 200;

export interface ConsoleFeed {
  readonly lines: readonly ConsoleLine[];
  /** Lines that went by unseen. */
  readonly skipped: number;
}

/** The console's newest lines, asked for only while this is mounted. */
export function useConsoleLines(): ConsoleFeed {
  const { client } = useTidemark();
  const [feed, setFeed] = useState<ConsoleFeed>({ lines: [], skipped: 0 });

  useEffect(() => {
    let cursor = 0;
    let asking = false;
    let gone = false;
    const ask = async (): Promise<void> => {
      if (asking) return;
      asking = true;
      const reply = await client.consolePage(cursor);
      asking = false;
      if (gone) return;
      if (reply.kind === 'failed') {
        // A new worker counts from the start.
        cursor = 0;
        return;
      }
      const page = reply.result;
      cursor = page.cursor;
      if (page.lines.length === 0 && page.skipped === 0) return;
      setFeed((known) => ({
        lines: appendLines(known.lines, page.lines),
        skipped: known.skipped + page.skipped,
      }));
    };
    void ask();
    const timer = setInterval(() => void ask(), POLL_EVERY_MS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [client]);

  return feed;
}
