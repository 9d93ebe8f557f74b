import { SegmentedControl } from '@mantine/core';
import { memo, type ReactNode, Suspense } from 'react';
import { type ConnectionState, maySendSamples } from '../../analysis/messages/connectionState.ts';
import { natureOf } from '../../board/connectionPhases.ts';
import { FIT_TABS, type FitTab } from '../../state/viewStore.ts';
import { ChannelSelect } from '../controls/ChannelSelect.tsx';
import { FIT_TAB_WORDS } from '../fitTabWords.ts';
import { onDemand } from '../onDemand.tsx';
import { Panel } from '../Panel.tsx';
import { PanelTitle } from '../PanelTitle.tsx';
import { useBoard, useView } from '../tidemarkContext.ts';
import { Theory } from './Theory.tsx';
import styles from './weibull.module.css';
import { FIT_PANEL_WORDS } from './weibullWords.ts';

const WhyView = onDemand(async () => (await import('./WhyView.tsx')).WhyView);
const SeasonView = onDemand(async () => (await import('./SeasonView.tsx')).SeasonView);

/** Why the detector decides as it does: the tail it has learned, and where the limits cut it. */
export function WeibullPanel(): ReactNode {
  const channels = useBoard((state) => state.channels);
  const tab = useView((state) => state.fitTab);
  const chosen = useView((state) => state.fitChannel);
  const chooseTab = useView((state) => state.chooseFitTab);
  const chooseChannel = useView((state) => state.chooseFitChannel);
  const channel = chosen < channels.length ? chosen : 0;
  const waiting = useBoard(({ channels, connection }) =>
    channels.length > 0 ? FIT_PANEL_WORDS.noBlock : waitingWords(connection),
  );

  return (
    <Panel name={FIT_PANEL_WORDS.fit} className={styles.panel}>
      <div className={styles.top}>
        <PanelTitle className={styles.heading}>{FIT_PANEL_WORDS.fit}</PanelTitle>
        <TabSelect tab={tab} onChoose={chooseTab} />
        <ChannelSelect name={FIT_PANEL_WORDS.channel} channel={channel} onChoose={chooseChannel} />
      </div>
      <Shown tab={tab} channel={channel} waiting={waiting} />
    </Panel>
  );
}

/** Before there is any sample. */
function waitingWords(connection: ConnectionState): string {
  if (natureOf(connection.phase) !== 'open') return FIT_PANEL_WORDS.notBegun;
  return maySendSamples(connection) ? FIT_PANEL_WORDS.noSample : FIT_PANEL_WORDS.noSamples;
}

interface TabSelectProps {
  readonly tab: FitTab;
  readonly onChoose: (tab: FitTab) => void;
}

/** Drawn again only when chosen, not with every fit. */
const TabSelect = memo(function TabSelect({ tab, onChoose }: TabSelectProps): ReactNode {
  return (
    <SegmentedControl
      size="xs"
      aria-label={FIT_PANEL_WORDS.theory}
      classNames={{ label: styles.tab }}
      data={FIT_TABS.map((one) => ({ value: one, label: FIT_TAB_WORDS[one] }))}
      value={tab}
      onChange={(next) => onChoose(next as FitTab)}
    />
  );
});

interface ShownProps {
  readonly tab: FitTab;
  readonly channel: number;
  /** What is said where there is nothing yet. */
  readonly waiting: string;
}

function Shown({ tab, channel, waiting }: ShownProps): ReactNode {
  const fit = useBoard((state) => state.fits.get(channel));
  const streams = useBoard((state) => state.channels.length > 0);
  if (streams && tab === 'Why') {
    return (
      <Suspense fallback={null}>
        <WhyView />
      </Suspense>
    );
  }
  if (streams && tab === 'Season') {
    return (
      <Suspense fallback={null}>
        <SeasonView channel={channel} />
      </Suspense>
    );
  }
  if (!fit || tab === 'Why' || tab === 'Season') return <p className={styles.waiting}>{waiting}</p>;
  return <Theory tab={tab} fit={fit} channel={channel} />;
}
