import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { AnomalyList } from '../anomalies/AnomalyList.tsx';
import { formatCount } from '../format.ts';
import { Panel } from '../Panel.tsx';
import { useBoard } from '../tidemarkContext.ts';
import { ExperimentsView } from './ExperimentsView.tsx';
import styles from './explore.module.css';
import { TuningView } from './TuningView.tsx';

/** What was found, what other parameters would have found, and which would be best. */
export function ExplorePanel(): ReactNode {
  return (
    <Panel name="Anomalies and tuning">
      <Tabs
        defaultValue="anomalies"
        keepMounted={false}
        classNames={{ root: styles.tabs, panel: styles.tabPanel, tab: styles.tab }}
      >
        <Tabs.List aria-label="Anomalies and tuning">
          <Tabs.Tab value="anomalies">
            Anomalies <EventCount />
          </Tabs.Tab>
          <Tabs.Tab value="experiments">Experiments</Tabs.Tab>
          <Tabs.Tab value="tuning">Tuning map</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="anomalies">
          <AnomalyList />
        </Tabs.Panel>
        <Tabs.Panel value="experiments">
          <ExperimentsView />
        </Tabs.Panel>
        <Tabs.Panel value="tuning">
          <TuningView />
        </Tabs.Panel>
      </Tabs>
    </Panel>
  );
}

/** By itself, since it changes far more often than the tabs around it. */
function EventCount(): ReactNode {
  const count = useBoard((state) => state.eventCounts.total);
  return <span className={styles.count}>{formatCount(count)}</span>;
}
