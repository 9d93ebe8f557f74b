import { type ReactNode, useEffect, useRef } from 'react';
import type { ConnectionPhase } from '../../board/connectionPhases.ts';
import { Panel } from '../Panel.tsx';
import { useBoard, useLabels, useView } from '../tidemarkContext.ts';
import { ChannelStrip } from './ChannelStrip.tsx';
import { LabelBar } from './LabelBar.tsx';
import { Overview } from './Overview.tsx';
import { SignalToolbar } from './SignalToolbar.tsx';
import styles from './signal.module.css';
import { useLabelKeys } from './useLabelKeys.ts';
import { useViewFeed } from './viewFeedContext.ts';

/** The hero: every visible channel as a strip over a shared time axis. */
export function SignalPanel(): ReactNode {
  const channels = useBoard((state) => state.channels);
  const phase = useBoard((state) => state.connection.phase);
  const hidden = useView((state) => state.hidden);
  const labelling = useLabels((state) => state.labelling);
  const feed = useViewFeed();
  const plots = useRef<HTMLDivElement>(null);
  useLabelKeys(plots);
  const visible = channels.flatMap((channel, index) =>
    hidden.has(index) ? [] : [{ channel, index }],
  );
  const streams = channels.length > 0;

  useEffect(() => (streams ? feed?.start() : undefined), [feed, streams]);

  const first = visible[0];
  return (
    <Panel name="Signal" className={styles.panel}>
      {streams && <SignalToolbar />}
      {streams && labelling && <LabelBar />}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's */}
      <div
        ref={plots}
        role="group"
        aria-label="Plots"
        tabIndex={labelling ? 0 : -1}
        className={labelling ? styles.labelling : styles.strips}
      >
        {visible.map(({ channel, index }) => (
          <ChannelStrip
            key={`${index}-${channel.name}`}
            channel={channel}
            index={index}
            last={index === visible.at(-1)?.index}
          />
        ))}
        {!streams && <p className={styles.waiting}>{waitingWords(phase)}</p>}
        {streams && !first && <p className={styles.waiting}>All channels are hidden.</p>}
      </div>
      {first && <Overview channel={first.index} />}
    </Panel>
  );
}

function waitingWords(phase: ConnectionPhase): string {
  switch (phase) {
    case 'opening':
      return 'Opening the board…';
    case 'handshaking':
      return 'Asking the board who it is…';
    case 'streaming':
    case 'silent':
      return 'Connected. Waiting for the first sample…';
    case 'installing':
      return 'The firmware is being installed…';
    case 'reconnecting':
      return 'The board went away. Looking for it…';
    case 'asking':
      return 'Choose a port…';
    case 'unsupported':
    case 'idle':
    case 'lost':
    case 'busy':
    case 'failed':
      return 'No board is connected.';
    default:
      return phase satisfies never;
  }
}
