import { Progress, SegmentedControl } from '@mantine/core';
import { memo, type ReactNode, useMemo } from 'react';
import type { FitReport } from '../../analysis/messages/findings.ts';
import { natureOf } from '../../board/connectionPhases.ts';
import { FIT_TABS, type FitTab } from '../../state/viewStore.ts';
import { ChannelSelect } from '../controls/ChannelSelect.tsx';
import { formatMeasured } from '../format.ts';
import { isolated } from '../OutsideText.tsx';
import { Panel } from '../Panel.tsx';
import { useBoard, useTuning, useView } from '../tidemarkContext.ts';
import { FitChart } from './FitChart.tsx';
import { drawingOf, factsOf } from './fitTabs.ts';
import { GevView } from './GevView.tsx';
import { WeibullFigures } from './WeibullFigures.tsx';
import styles from './weibull.module.css';

const NOT_BEGUN = 'Connect a board: its block maxima, and the curve fitted to them, appear here.';

/** Why the detector decides as it does: the tail it has learned, and where the limits cut it. */
export function WeibullPanel(): ReactNode {
  const channels = useBoard((state) => state.channels);
  const fits = useBoard((state) => state.fits);
  const tab = useView((state) => state.fitTab);
  const chosen = useView((state) => state.fitChannel);
  const chooseTab = useView((state) => state.chooseFitTab);
  const chooseChannel = useView((state) => state.chooseFitChannel);
  const channel = chosen < channels.length ? chosen : 0;
  const fit = fits.get(channel);
  const isOpen = useBoard((state) => natureOf(state.connection.phase) === 'open');

  return (
    <Panel name="Weibull fit" className={styles.panel}>
      <div className={styles.top}>
        <h2 className={styles.heading}>Weibull fit</h2>
        <TabSelect tab={tab} onChoose={chooseTab} />
        <ChannelSelect
          name="Channel of the Weibull fit"
          channel={channel}
          onChoose={chooseChannel}
        />
      </div>
      {fit ? (
        <Theory tab={tab} fit={fit} channel={channel} />
      ) : (
        <p className={styles.waiting}>{waitingWords(channels.length > 0, isOpen)}</p>
      )}
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
      data={[...FIT_TABS]}
      value={tab}
      onChange={(next) => onChoose(next as FitTab)}
    />
  );
});

interface TheoryProps {
  readonly tab: FitTab;
  readonly fit: FitReport;
  readonly channel: number;
}

function Theory({ tab, fit, channel }: TheoryProps): ReactNode {
  const { gamma, delta } = useTuning((state) => state.browser);
  const name = useBoard((state) => state.channels[channel]?.name ?? '');
  const drawing = useMemo(() => drawingOf(tab, fit, { gamma, delta }), [tab, fit, gamma, delta]);
  const facts = factsOf(tab, fit, isolated(name), { gamma, delta });
  const following = tab === 'CDF' ? channel : null;
  const chart = <FitChart key={tab} drawing={drawing} facts={facts} following={following} />;
  switch (tab) {
    case 'CDF':
      return (
        <>
          {chart}
          <FitLine fit={fit} />
          <p className={styles.meaning}>{meaning(fit, gamma)}</p>
        </>
      );
    case 'Probability paper':
      return (
        <>
          {chart}
          <FitLine fit={fit} />
          <p className={styles.meaning}>
            On this paper a Weibull is a straight line: its slope is the shape. Points that bend
            away from it do not follow one.
          </p>
        </>
      );
    case 'GEV':
      return (
        <GevView fit={fit} channel={channel}>
          {chart}
        </GevView>
      );
    default:
      return tab satisfies never;
  }
}

/** What was fitted; until then, in the same place, how far it is. */
function FitLine({ fit }: { readonly fit: FitReport }): ReactNode {
  return fit.weibull ? <WeibullFigures weibull={fit.weibull} /> : <Learning fit={fit} />;
}

function Learning({ fit }: { readonly fit: FitReport }): ReactNode {
  const learned = fit.maxima.length;
  const words = `learning ${learned} of ${fit.needed}`;
  return (
    <div className={styles.learning}>
      <span>{words}</span>
      <Progress.Root size="sm" className={styles.progress}>
        <Progress.Section
          value={(100 * learned) / fit.needed}
          aria-label="Blocks learned"
          aria-valuetext={words}
        />
      </Progress.Root>
    </div>
  );
}

function meaning(fit: FitReport, gamma: number): string {
  const { weibull } = fit;
  if (!weibull)
    return 'Dots: the largest deviation of each block so far. The curve comes with the last.';
  const limit = formatMeasured(Math.max(gamma, weibull.q), 3);
  const which = weibull.q > gamma ? 'q, where the curve reaches δ' : 'γ, the bound';
  return `A sample more than ${limit} σ from the mean is an outlier (${which}).`;
}
