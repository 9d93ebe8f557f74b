import { Tabs } from '@mantine/core';
import { type ReactNode, Suspense, useState } from 'react';
import type { LowerTab } from '../../state/viewStore.ts';
import { AnomalyList } from '../anomalies/AnomalyList.tsx';
import { useEventKeys } from '../anomalies/useEventKeys.ts';
import { useClassKeys } from '../classes/useClassKeys.ts';
import { formatCount } from '../format.ts';
import { onDemand } from '../onDemand.tsx';
import { Panel } from '../Panel.tsx';
import { MaximiseButton, useMaximise } from '../PanelTitle.tsx';
import { useAlarms, useBoard, useView } from '../tidemarkContext.ts';
import styles from './explore.module.css';
import { TAB_WORDS } from './exploreWords.ts';

const ExperimentsView = onDemand(
  async () => (await import('./ExperimentsView.tsx')).ExperimentsView,
);
const TuningView = onDemand(async () => (await import('./TuningView.tsx')).TuningView);
const NamesView = onDemand(async () => (await import('../names/NamesView.tsx')).NamesView);
const ConsoleView = onDemand(async () => (await import('../console/ConsoleView.tsx')).ConsoleView);

/** What was found, what other parameters would have found, which would be best, and every line. */
export function ExplorePanel(): ReactNode {
  useEventKeys();
  useClassKeys();
  const tab = useView((state) => state.lowerTab);
  const chooseTab = useView((state) => state.chooseLowerTab);
  const toggle = useMaximise()?.toggle;
  const [beside, setBeside] = useState<HTMLElement | null>(null);
  return (
    <Panel name={TAB_WORDS.panel}>
      <Tabs
        value={tab}
        onChange={(next) => chooseTab(next as LowerTab)}
        keepMounted={false}
        classNames={{ root: styles.tabs, panel: styles.tabPanel, tab: styles.tab }}
      >
        <div className={styles.tabRow}>
          <Tabs.List aria-label={TAB_WORDS.panel} className={styles.tabList}>
            <Tabs.Tab value="anomalies" onDoubleClick={toggle}>
              {TAB_WORDS.anomalies} <EventCount />
            </Tabs.Tab>
            <Tabs.Tab value="experiments" onDoubleClick={toggle}>
              {TAB_WORDS.experiments}
            </Tabs.Tab>
            <Tabs.Tab value="tuning" onDoubleClick={toggle}>
              {TAB_WORDS.tuning}
            </Tabs.Tab>
            <Tabs.Tab value="names" onDoubleClick={toggle}>
              {TAB_WORDS.names}
            </Tabs.Tab>
            <Tabs.Tab value="console" onDoubleClick={toggle}>
              {TAB_WORDS.console}
            </Tabs.Tab>
          </Tabs.List>
          <div ref={setBeside} className={styles.beside} />
          <MaximiseButton />
        </div>
        <Tabs.Panel value="anomalies">
          <AnomalyList beside={beside} />
        </Tabs.Panel>
        <Tabs.Panel value="experiments">
          <Suspense fallback={null}>
            <ExperimentsView />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="tuning">
          <Suspense fallback={null}>
            <TuningView />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="names">
          <Suspense fallback={null}>
            <NamesView />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="console">
          <Suspense fallback={null}>
            <ConsoleView />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </Panel>
  );
}

/** By itself, since it changes far more often than the tabs around it. */
function EventCount(): ReactNode {
  const count = useBoard((state) => state.eventCounts.total);
  const fresh = useAlarms((state) => state.latch.alarms.length);
  return (
    <span className={styles.count}>
      {formatCount(count)}
      {fresh > 0 && <span className={styles.fresh}>{TAB_WORDS.fresh(fresh)}</span>}
    </span>
  );
}
