import { type ReactNode, useState } from 'react';
import { PLOTTED_CHANNELS } from '../../analysis/messages/findings.ts';
import { NoticeLine } from '../controls/NoticeLine.tsx';
import { isolated } from '../OutsideText.tsx';
import { useBoard } from '../tidemarkContext.ts';
import { SKETCH_NOTICE_WORDS } from './noticeWords.ts';

/** What a person must know of the names in a sketch's lines: which count, which have no room. */
export function SketchNotice(): ReactNode {
  const { counters, refused } = useBoard((state) => state.sketch);
  const channels = useBoard((state) => state.channels);
  const session = useBoard((state) => state.connection.session);
  const [dismissed, setDismissed] = useState('');
  const undrawn = Math.max(0, channels.length - PLOTTED_CHANNELS);
  const said = [
    ...(counters.length > 0 ? [SKETCH_NOTICE_WORDS.counters(quoted(counters))] : []),
    ...(undrawn > 0 ? [SKETCH_NOTICE_WORDS.undrawn(channels.length, PLOTTED_CHANNELS)] : []),
    ...(refused.count > 0
      ? [SKETCH_NOTICE_WORDS.refused(refused.count, quoted(refused.names))]
      : []),
  ];
  // A notice that only counts further has been read.
  const key = [session, counters.length, undrawn > 0, refused.count > 0].join();
  if (said.length === 0 || dismissed === key) return null;
  return (
    <NoticeLine
      tone="bad"
      title={SKETCH_NOTICE_WORDS.title}
      advice={said.join(' ')}
      detail=""
      onDismiss={() => setDismissed(key)}
    />
  );
}

const NAMED = 5;

function quoted(names: readonly string[]): string {
  const some = names.slice(0, NAMED).map((name) => `“${isolated(name)}”`);
  return names.length > NAMED ? SKETCH_NOTICE_WORDS.andOthers(some.join(', ')) : some.join(', ');
}
