import { Progress } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { FitReport } from '../../analysis/messages/findings.ts';
import { periodMsOf } from '../causeWords.ts';
import { FIT_TAB_WORDS } from '../fitTabWords.ts';
import { learningWords } from '../learningWords.ts';
import { isolated } from '../OutsideText.tsx';
import { useBoard } from '../tidemarkContext.ts';
import { FitChart } from './FitChart.tsx';
import { drawingOf, factsOf, type TheoryTab } from './fitTabs.ts';
import { GevView } from './GevView.tsx';
import { limitWords, onceInWords } from './limitWords.ts';
import { useBlockOf } from './useBlockOf.ts';
import { WeibullFigures } from './WeibullFigures.tsx';
import styles from './weibull.module.css';
import { THEORY_WORDS } from './weibullWords.ts';

interface TheoryProps {
  readonly tab: TheoryTab;
  readonly fit: FitReport;
  readonly channel: number;
}

/** The fit as it is now: its curve, on probability paper, or which family it supports. */
export function Theory({ tab, fit, channel }: TheoryProps): ReactNode {
  const name = useBoard((state) => state.channels[channel]?.name ?? '');
  const drawing = useMemo(() => drawingOf(tab, fit), [tab, fit]);
  const facts = factsOf(tab, fit, isolated(name));
  const chart = (
    <FitChart
      key={tab}
      drawing={drawing}
      facts={facts}
      channel={channel}
      following={tab === 'CDF'}
    />
  );
  switch (tab) {
    case 'CDF':
      return (
        <Scrolled name={FIT_TAB_WORDS[tab]}>
          {chart}
          <FitLine fit={fit} channel={channel} />
          <p className={styles.meaning}>
            <Meaning fit={fit} channel={channel} />
          </p>
        </Scrolled>
      );
    case 'Paper':
      return (
        <Scrolled name={FIT_TAB_WORDS[tab]}>
          {chart}
          <FitLine fit={fit} channel={channel} />
          <p className={styles.meaning}>{THEORY_WORDS.paper}</p>
        </Scrolled>
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

interface ScrolledProps {
  readonly name: string;
  readonly children: ReactNode;
}

function Scrolled({ name, children }: ScrolledProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.moment} aria-label={name} tabIndex={0}>
      {children}
    </section>
  );
}

interface FitLineProps {
  readonly fit: FitReport;
  readonly channel: number;
}

/** What was fitted; until then, in the same place, how far it is. */
function FitLine({ fit, channel }: FitLineProps): ReactNode {
  return fit.weibull ? (
    <WeibullFigures weibull={fit.weibull} />
  ) : (
    <Learning fit={fit} channel={channel} />
  );
}

function Learning({ fit, channel }: FitLineProps): ReactNode {
  const periodMs = useBoard((state) => periodMsOf(state.health));
  const block = useBlockOf(channel);
  const learned = fit.maxima.length;
  const leftMs = periodMs === null ? null : (fit.needed - learned) * block * periodMs;
  const words = learningWords(learned, fit.needed, leftMs);
  return (
    <div className={styles.learning}>
      <span>{words}</span>
      <Progress.Root size="sm" className={styles.progress}>
        <Progress.Section
          value={(100 * learned) / fit.needed}
          aria-label={THEORY_WORDS.learned}
          aria-valuetext={words}
        />
      </Progress.Root>
    </div>
  );
}

/** Which of γ and δ sets the limit, and how seldom the newest anomaly is to be expected. */
function Meaning({ fit, channel }: FitLineProps): ReactNode {
  const newest = useBoard(
    (state) =>
      state.events.findLast((event) => event.channel === channel && event.cause === 'level')
        ?.peakDeviation ?? null,
  );
  const periodMs = useBoard((state) => periodMsOf(state.health));
  const block = useBlockOf(channel);
  const { weibull } = fit;
  if (!weibull) {
    return THEORY_WORDS.dots;
  }
  const often = newest === null ? null : onceInWords(newest, weibull, block, periodMs);
  return [limitWords(fit), often].filter((words) => words !== null).join(' ');
}
