import { SegmentedControl } from '@mantine/core';
import { memo, type ReactNode, Suspense } from 'react';
import { natureOf } from '../../board/connectionPhases.ts';
import { FIT_TABS, type FitTab } from '../../state/viewStore.ts';
import { ChannelSelect } from '../controls/ChannelSelect.tsx';
import { onDemand } from '../onDemand.tsx';
import { Panel } from '../Panel.tsx';
import { PanelTitle } from '../PanelTitle.tsx';
import { useBoard, useView } from '../tidemarkContext.ts';
import { Theory } from './Theory.tsx';
import styles from './weibull.module.css';

const WhyView = onDemand(async () => (await import('./WhyView.tsx')).WhyView);
const SeasonView = onDemand(async () => (await import('./SeasonView.tsx')).SeasonView);

const NOT_BEGUN = 'Connect a board: its block maxima, and the curve fitted to them, appear here.';

/** Why the detector decides as it does: the tail it has learned, and where the limits cut it. */
export function WeibullPanel(): ReactNode {
  const channels = useBoard((state) => state.channels);
  const tab = useView((state) => state.fitTab);
  const chosen = useView((state) => state.fitChannel);
  const chooseTab = useView((state) => state.chooseFitTab);
  const chooseChannel = useView((state) => state.chooseFitChannel);
  const channel = chosen < channels.length ? chosen : 0;
  const isOpen = useBoard((state) => natureOf(state.connection.phase) === 'open');

  return (
    <Panel name="Weibull fit" className={styles.panel}>
      <div className={styles.top}>
        <PanelTitle className={styles.heading}>Weibull fit</PanelTitle>
        <TabSelect tab={tab} onChoose={chooseTab} />
        <ChannelSelect
          name="Channel of the Weibull fit"
          channel={channel}
          onChoose={chooseChannel}
        />
      </div>
      <Shown tab={tab} channel={channel} waiting={waitingWords(channels.length > 0, isOpen)} />
    </Panel>
  );
}

function waitingWords(streams: boolean, isOpen: boolean): string {
  if (streams) return 'Waiting for the first block of samples…';
  return isOpen ? 'Waiting for the first sample…' : NOT_BEGUN;
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
      aria-label="Theory"
      classNames={{ label: styles.tab }}
      data={[...FIT_TABS]}
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
