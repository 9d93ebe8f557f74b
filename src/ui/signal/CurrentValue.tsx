import { type ReactNode, useEffect, useRef } from 'react';
import type { ChannelView, View } from '../../analysis/messages/viewMessages.ts';
import { withUnit } from '../format.ts';
import { useViewFeed } from '../plot/plotting.ts';
import { wantedRange } from '../plot/yRange.ts';
import { formatReading } from '../reading.ts';
import { exactWords } from './readoutWords.ts';
import styles from './signal.module.css';

interface CurrentValueProps {
  readonly channel: number;
  readonly unit: string;
}

/** The newest value of a channel with its unit: written as the feed tells it, not by React. */
export function CurrentValue({ channel, unit }: CurrentValueProps): ReactNode {
  const element = useRef<HTMLSpanElement>(null);
  const feed = useViewFeed();

  useEffect(() => {
    let written: ChannelView['latest'] | undefined;
    return feed?.subscribe((view) => {
      const latest = view.channels[channel]?.latest ?? null;
      if (!element.current || latest === written) return;
      written = latest;
      const words = currentWords(view, channel, unit);
      if (element.current.textContent !== words) element.current.textContent = words;
      element.current.title = latest ? exactWords(latest.value, unit) : '';
    });
  }, [feed, channel, unit]);

  return <span ref={element} className={styles.currentValue} />;
}

/** `0.412 g`; only the unit before the first sample. */
function currentWords(view: View, channel: number, unit: string): string {
  const data = view.channels[channel];
  if (!data?.latest) return withUnit('', unit).trim();
  return withUnit(formatReading(data.latest.value, wantedRange(data)), unit);
}
