import { type ReactNode, useEffect, useRef } from 'react';
import type { View } from '../../analysis/messages/viewMessages.ts';
import { withUnit } from '../format.ts';
import { useViewFeed } from '../plot/plotting.ts';
import { wantedRange } from '../plot/yRange.ts';
import { formatReading } from '../reading.ts';
import { exactWords } from './readoutWords.ts';
import styles from './signal.module.css';

/** Faster changes cannot be read. */
const EVERY_MS = 200;

interface CurrentValueProps {
  readonly channel: number;
  readonly unit: string;
}

/** The newest value of a channel with its unit: written a few times a second, not by React. */
export function CurrentValue({ channel, unit }: CurrentValueProps): ReactNode {
  const element = useRef<HTMLSpanElement>(null);
  const feed = useViewFeed();

  useEffect(() => {
    let writtenMs = Number.NEGATIVE_INFINITY;
    return feed?.subscribe((view) => {
      const now = performance.now();
      if (!element.current || now - writtenMs < EVERY_MS) return;
      writtenMs = now;
      const words = currentWords(view, channel, unit);
      if (element.current.textContent !== words) element.current.textContent = words;
      const latest = view.channels[channel]?.latest;
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
