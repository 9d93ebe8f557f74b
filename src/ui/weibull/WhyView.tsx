import { type ReactNode, useMemo } from 'react';
import type { AnomalyEvent } from '../../analysis/messages/findings.ts';
import type { Why } from '../../analysis/messages/judgingMessages.ts';
import { HORIZON } from '../../detector/detector.ts';
import { horizonLevel } from '../../detector/returnLevel.ts';
import { periodMsOf } from '../causeWords.ts';
import { FIT_TAB_WORDS } from '../fitTabWords.ts';
import { formatClock } from '../format.ts';
import { isolated, OutsideText } from '../OutsideText.tsx';
import { useBoard } from '../tidemarkContext.ts';
import { cdfDrawing, type Fitted } from './drawCdf.ts';
import { seriesDrawing } from './drawSeries.ts';
import { EventSteps } from './EventSteps.tsx';
import { FitChart } from './FitChart.tsx';
import { featureSentence } from './featureWords.ts';
import type { FitDrawing } from './fitPlot.ts';
import { limitWords, onceInWords } from './limitWords.ts';
import { useBlockOf } from './useBlockOf.ts';
import { useWhy, type WhyShown } from './useWhy.ts';
import styles from './weibull.module.css';
import { oddWords, SEEN_WORDS, WHY_WORDS, whyFacts, whyFigures, whySentence } from './whyWords.ts';

/**
 * The moment of the chosen event: the fit as it was, or the series that was judged. What leads to the
 * events beside it stays through every answer, and keeps the focus; the sentence is said as it comes.
 */
export function WhyView(): ReactNode {
  const shown = useWhy();
  const periodMs = useBoard((state) => periodMsOf(state.health));
  if (shown.kind === 'none-chosen') return <p className={styles.waiting}>{WHY_WORDS.choose}</p>;
  const isKnown = shown.kind === 'known';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.moment} aria-label={FIT_TAB_WORDS.Why} tabIndex={0}>
      <EventSteps />
      {shown.kind === 'asking' && <p className={styles.waiting}>{WHY_WORDS.asking}</p>}
      <p className={isKnown ? styles.what : styles.waiting} role="status">
        {isKnown ? <What why={shown.why} periodMs={periodMs} /> : unknownWords(shown)}
      </p>
      {isKnown && <Moment why={shown.why} event={shown.event} periodMs={periodMs} />}
    </section>
  );
}

function unknownWords(shown: Exclude<WhyShown, { kind: 'none-chosen' | 'known' }>): string {
  switch (shown.kind) {
    case 'asking':
      return '';
    case 'no-event':
      return WHY_WORDS.noAnomaly;
    case 'not-known':
      return shown.event.by === 'board' ? WHY_WORDS.byBoardOnly : WHY_WORDS.keptNoLonger;
    default:
      return shown satisfies never;
  }
}

interface WhatProps {
  readonly why: Why;
  readonly periodMs: number | null;
}

function What({ why, periodMs }: WhatProps): ReactNode {
  const name = useBoard(({ channels }) => channels[why.channel]?.name ?? '');
  return (
    <>
      {formatClock(why.timeMs)} <OutsideText>{name}</OutsideText>: {whySentence(why, periodMs)}
    </>
  );
}

interface MomentProps extends WhatProps {
  readonly event: AnomalyEvent;
}

function Moment({ why, event, periodMs }: MomentProps): ReactNode {
  const channels = useBoard((state) => state.channels);
  const { name = '', unit = '' } = channels[why.channel] ?? {};
  const block = useBlockOf(why.channel);
  const drawing = useMemo(() => drawingOfWhy(why, periodMs), [why, periodMs]);
  const odd = oddWords(why, channels);
  const like = featureSentence(why);
  const { weibull } = why;
  const level = why.cause === 'level';
  return (
    <>
      <FitChart
        drawing={drawing}
        facts={whyFacts(why, isolated(name), unit, periodMs)}
        channel={why.channel}
        following={false}
        standing={level ? why.deviation : null}
      />
      <dl className={styles.figures}>
        {whyFigures(why, unit, periodMs).map(({ term, shown, exact }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd title={exact}>{shown}</dd>
          </div>
        ))}
      </dl>
      {like && <p className={styles.meaning}>{like}</p>}
      {odd.length > 0 && <p className={styles.meaning}>{WHY_WORDS.odd(odd.join(', '))}</p>}
      <p className={styles.meaning}>
        {SEEN_WORDS[event.by]}{' '}
        {level &&
          weibull &&
          [limitWords(fitOf(why)), onceInWords(why.deviation, weibull, block, periodMs)]
            .filter((words) => words !== null)
            .join(' ')}
      </p>
    </>
  );
}

function drawingOfWhy(why: Why, periodMs: number | null): FitDrawing | null {
  if (why.cause === 'level') return cdfDrawing(fitOf(why), why.deviation);
  const { series } = why;
  if (!series) return null;
  return seriesDrawing(series, series.of === 'rhythm' && periodMs !== null ? periodMs / 1000 : 1);
}

/** The fit as it was. */
function fitOf({ maxima, weibull, gamma, delta }: Why): Fitted {
  return { maxima, weibull, gamma, delta, level: horizonLevel(delta, HORIZON) };
}
