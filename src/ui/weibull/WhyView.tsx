import { type ReactNode, useMemo } from 'react';
import type { AnomalyEvent } from '../../analysis/messages/findings.ts';
import type { Why } from '../../analysis/messages/judgingMessages.ts';
import { HORIZON } from '../../detector/detector.ts';
import { horizonLevel } from '../../detector/returnLevel.ts';
import { effectiveOf } from '../../state/ownParameters.ts';
import { periodMsOf } from '../causeWords.ts';
import { formatClock } from '../format.ts';
import { isolated, OutsideText } from '../OutsideText.tsx';
import { useBoard, useTuning } from '../tidemarkContext.ts';
import { cdfDrawing, type Fitted } from './drawCdf.ts';
import { seriesDrawing } from './drawSeries.ts';
import { EventSteps } from './EventSteps.tsx';
import { FitChart } from './FitChart.tsx';
import { featureSentence } from './featureWords.ts';
import type { FitDrawing } from './fitPlot.ts';
import { limitWords, onceInWords } from './limitWords.ts';
import { useWhy } from './useWhy.ts';
import styles from './weibull.module.css';
import { oddWords, whyFacts, whyFigures, whySentence } from './whyWords.ts';

/** The moment of the chosen event: the fit as it was, or the series that was judged. */
export function WhyView(): ReactNode {
  const shown = useWhy();
  switch (shown.kind) {
    case 'none-chosen':
      return (
        <Waiting words="Choose an event in the list of anomalies: how it came about is told here." />
      );
    case 'no-event':
      return <Waiting words="With these parameters the event that you chose is no anomaly." />;
    case 'asking':
      return <Waiting words="Looking it up…" />;
    case 'not-known':
      return (
        <>
          <EventSteps />
          <Waiting words={notKnownWords(shown.event)} />
        </>
      );
    case 'known':
      return <Moment why={shown.why} event={shown.event} />;
    default:
      return shown satisfies never;
  }
}

function Waiting({ words }: { readonly words: string }): ReactNode {
  return <p className={styles.waiting}>{words}</p>;
}

function notKnownWords({ by }: AnomalyEvent): string {
  return by === 'board'
    ? 'Only the board flagged this: what it had learned is not in this browser.'
    : 'The samples of that moment are kept no longer.';
}

interface MomentProps {
  readonly why: Why;
  readonly event: AnomalyEvent;
}

function Moment({ why, event }: MomentProps): ReactNode {
  const channels = useBoard((state) => state.channels);
  const periodMs = useBoard((state) => periodMsOf(state.health));
  const { name = '', unit = '' } = channels[why.channel] ?? {};
  const block = useTuning(
    ({ browser, browserOwn }) => effectiveOf(browser, browserOwn, name).block,
  );
  const drawing = useMemo(() => drawingOfWhy(why, periodMs), [why, periodMs]);
  const odd = oddWords(why, channels);
  const like = featureSentence(why);
  const { weibull } = why;
  const level = why.cause === 'level';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.moment} aria-label="Why" tabIndex={0}>
      <EventSteps />
      <p className={styles.what}>
        {formatClock(why.timeMs)} <OutsideText>{name}</OutsideText>: {whySentence(why, periodMs)}
      </p>
      <FitChart
        drawing={drawing}
        facts={whyFacts(why, isolated(name), unit, periodMs)}
        following={null}
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
      {odd.length > 0 && <p className={styles.meaning}>Odd, given the others: {odd.join(', ')}.</p>}
      <p className={styles.meaning}>
        {seenWords(event)}{' '}
        {level &&
          weibull &&
          [limitWords(fitOf(why)), onceInWords(why.deviation, weibull, block, periodMs)]
            .filter((words) => words !== null)
            .join(' ')}
      </p>
    </section>
  );
}

function seenWords({ by }: AnomalyEvent): string {
  switch (by) {
    case 'browser':
      return 'Seen by this browser.';
    case 'board':
      return 'Seen by the board.';
    case 'both':
      return 'Seen by browser and board.';
    default:
      return by satisfies never;
  }
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
