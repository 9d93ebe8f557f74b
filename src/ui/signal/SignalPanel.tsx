import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { type ConnectionState, maySendSamples } from '../../analysis/messages/connectionState.ts';
import { Panel } from '../Panel.tsx';
import { useViewFeed } from '../plot/plotting.ts';
import { useBoard, useLabels, useTidemark } from '../tidemarkContext.ts';
import { unreadWords } from '../unreadWords.ts';
import { CursorBar } from './CursorBar.tsx';
import { CursorLayer } from './CursorLayer.tsx';
import { HoverReadout } from './HoverReadout.tsx';
import { LabelBar } from './LabelBar.tsx';
import { createNavigation } from './navigation.ts';
import { Overview } from './Overview.tsx';
import { listenForGestures } from './plotGestures.ts';
import { RawLine } from './RawLine.tsx';
import { ScrollSign } from './ScrollSign.tsx';
import { SignalToolbar } from './SignalToolbar.tsx';
import { Strips } from './Strips.tsx';
import styles from './signal.module.css';
import { PANEL_WORDS } from './signalWords.ts';
import { insetsOf } from './stripPlot.ts';
import { UnreadPane } from './UnreadPane.tsx';
import { useLabelKeys } from './useLabelKeys.ts';
import { PLOT_KEY_SHORTCUTS, usePlotKeys } from './usePlotKeys.ts';
import { useStrips } from './useStrips.ts';

/** The hero: every visible channel over a shared time axis, each in a strip or all in one. */
export function SignalPanel(): ReactNode {
  const connection = useBoard((state) => state.connection);
  const { phase } = connection;
  const sketch = useBoard((state) => state.sketch);
  const isOpen = phase === 'streaming' || phase === 'silent';
  const unread = isOpen ? unreadWords(sketch) : null;
  const labelling = useLabels((state) => state.labelling);
  // A label belongs to one channel: while labelling each has a strip of its own.
  const { channels, visible, strips } = useStrips(labelling);
  const { view, labels } = useTidemark();
  const feed = useViewFeed();
  const plots = useRef<HTMLDivElement>(null);
  const stack = useRef<HTMLDivElement>(null);
  const pointerX = useRef<number | null>(null);
  const pointerY = useRef(0);
  const navigation = useMemo(() => (feed ? createNavigation(feed, view) : null), [feed, view]);
  const streams = channels.length > 0;
  const scales = strips[0]?.length ?? 1;
  const insets = useMemo(() => insetsOf(scales), [scales]);

  const pointerShare = useCallback((): number | null => {
    const box = plots.current?.getBoundingClientRect();
    if (!box || pointerX.current === null) return null;
    const width = box.width - insets.left - insets.right;
    const share = (pointerX.current - box.left - insets.left) / width;
    return share >= 0 && share <= 1 ? share : null;
  }, [insets]);
  useLabelKeys(plots);
  usePlotKeys(plots, navigation, pointerShare);
  useEffect(() => (streams ? feed?.start() : undefined), [feed, streams]);
  useEffect(() => {
    const element = plots.current;
    if (!element || !navigation) return;
    return listenForGestures(
      element,
      () => insets,
      navigation,
      () => labels.getState().labelling,
    );
  }, [navigation, insets, labels]);

  const first = visible[0];
  return (
    <Panel name={PANEL_WORDS.signal} className={styles.panel}>
      {streams && <SignalToolbar navigation={navigation} />}
      {streams && labelling && <LabelBar />}
      {streams && <CursorBar />}
      {unread && <UnreadPane words={unread} />}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's */}
      <div
        ref={plots}
        role="group"
        aria-label={PANEL_WORDS.plots}
        aria-keyshortcuts={streams ? PLOT_KEY_SHORTCUTS : undefined}
        tabIndex={streams ? 0 : -1}
        className={labelling ? styles.labelling : styles.strips}
        onPointerMove={(event) => {
          pointerX.current = event.clientX;
          const top = stack.current?.getBoundingClientRect().top ?? 0;
          pointerY.current = event.clientY - top;
          const share = pointerShare();
          const pointedAt = share === null ? null : { share, channels: channelsAt(event.target) };
          view.getState().point(pointedAt);
        }}
        onPointerLeave={() => {
          pointerX.current = null;
          view.getState().point(null);
        }}
      >
        <div ref={stack} className={styles.stack}>
          <Strips scales={strips} />
          {streams && <HoverReadout visible={visible} insets={insets} pointerY={pointerY} />}
          {streams && navigation && <CursorLayer navigation={navigation} insets={insets} />}
          {!streams && !unread && <p className={styles.waiting}>{waitingWords(connection)}</p>}
          {streams && first === undefined && (
            <p className={styles.waiting}>{PANEL_WORDS.allHidden}</p>
          )}
        </div>
      </div>
      {streams && <ScrollSign plots={plots} strips={strips.length} />}
      {first !== undefined && navigation && <Overview channels={visible} navigation={navigation} />}
      <RawLine />
    </Panel>
  );
}

/** The channels of the strip that a pointer is in. */
function channelsAt(target: EventTarget): number[] {
  const strip = target instanceof Element ? target.closest<HTMLElement>('[data-channels]') : null;
  return strip?.dataset.channels?.split(',').map(Number) ?? [];
}

function waitingWords(connection: ConnectionState): string {
  const { phase } = connection;
  switch (phase) {
    case 'opening':
      return PANEL_WORDS.opening;
    case 'handshaking':
      return PANEL_WORDS.handshaking;
    case 'streaming':
    case 'silent':
      return maySendSamples(connection) ? PANEL_WORDS.noSample : PANEL_WORDS.noSamples;
    case 'installing':
      return PANEL_WORDS.installing;
    case 'reconnecting':
      return PANEL_WORDS.reconnecting;
    case 'asking':
      return PANEL_WORDS.asking;
    case 'unsupported':
    case 'idle':
    case 'lost':
    case 'busy':
    case 'failed':
      return PANEL_WORDS.noBoard;
    default:
      return phase satisfies never;
  }
}
