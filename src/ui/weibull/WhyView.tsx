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
import { useWhy } from './useWhy.ts';
import styles from './weibull.module.css';
import { oddWords, SEEN_WORDS, WHY_WORDS, whyFacts, whyFigures, whySentence } from './whyWords.ts';

/** The moment of the chosen event: the fit as it was, or the series that was judged. */
export function WhyView(): ReactNode {
  const shown = useWhy();
  switch (shown.kind) {
    case 'none-chosen':
      return <Waiting words={WHY_WORDS.choose} />;
    case 'no-event':
      return <Waiting words={WHY_WORDS.noAnomaly} />;
    case 'asking':
      return <Waiting words={WHY_WORDS.asking} />;
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
  return by === 'board' ? WHY_WORDS.byBoardOnly : WHY_WORDS.keptNoLonger;
}

interface MomentProps {
  readonly why: Why;
  readonly event: AnomalyEvent;
}

function Moment({ why, event }: MomentProps): ReactNode {
  const channels = useBoard((state) => state.channels);
  const periodMs = useBoard((state) => periodMsOf(state.health));
  const { name = '', unit = '' } = channels[why.channel] ?? {};
  const block = useBlockOf(why.channel);
  const drawing = useMemo(() => drawingOfWhy(why, periodMs), [why, periodMs]);
  const odd = oddWords(why, channels);
  const like = featureSentence(why);
  const { weibull } = why;
  const level = why.cause === 'level';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.moment} aria-label={FIT_TAB_WORDS.Why} tabIndex={0}>
      <EventSteps />
      <p className={styles.what}>
        {formatClock(why.timeMs)} <OutsideText>{name}</OutsideText>: {whySentence(why, periodMs)}
      </p>
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
    </section>
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
