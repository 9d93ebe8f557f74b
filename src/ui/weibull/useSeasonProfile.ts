import { useEffect, useState } from 'react';
import type { SeasonProfile } from '../../analysis/messages/judgingMessages.ts';
import { useTidemark } from '../tidemarkContext.ts';

const EVERY_MS = 1000;

/** The profile of a channel, asked for again and again while it is looked at; null without one. */
export function useSeasonProfile(channel: number): SeasonProfile | null {
  const { client } = useTidemark();
  const [season, setSeason] = useState<SeasonProfile | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted = true;
    const ask = async (): Promise<void> => {
      const end = await client.season(channel);
      if (!wanted) return;
      setSeason(end.kind === 'done' ? end.result : null);
      timer = setTimeout(() => void ask(), EVERY_MS);
    };
    void ask();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [client, channel]);
  return season?.channel === channel ? season : null;
}
