import type { ReactNode } from 'react';
import type { Channel } from '../../analysis/messages/findings.ts';
import type { ChannelMeasurement } from '../../analysis/messages/historyMessages.ts';
import {
  formatClock,
  formatCount,
  formatDuration,
  formatExact,
  formatMeasured,
  unitSign,
  withDecimalSign,
} from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard, useView } from '../tidemarkContext.ts';
import cursorStyles from './cursors.module.css';
import { CURSOR_WORDS } from './cursorWords.ts';
import styles from './signal.module.css';
import { useMeasurement } from './useMeasurement.ts';

/** What the two cursors say: time between them, and each channel's statistics of the span. */
export function CursorBar(): ReactNode {
  const { a, b } = useView((state) => state.cursors);
  const channels = useBoard((state) => state.channels);
  const both = a !== null && b !== null;
  const measurement = useMeasurement(
    both ? { fromMs: Math.min(a, b), toMs: Math.max(a, b) } : null,
  );
  if (a === null && b === null) return null;
  const backwards = both && b < a;

  return (
    <section className={cursorStyles.cursorBar} aria-label={CURSOR_WORDS.cursors}>
      <div className={cursorStyles.cursorTimes}>
        {a !== null && <span>A {formatClock(a)}</span>}
        {b !== null && <span>B {formatClock(b)}</span>}
        {both ? (
          <b title={withDecimalSign(`${b - a} ms`)}>
            {`Δt ${backwards ? '−' : ''}${formatStretch(Math.abs(b - a))}`}
          </b>
        ) : (
          <span className={styles.labelHint}>{CURSOR_WORDS.setOther(a === null ? 'a' : 'b')}</span>
        )}
      </div>
      {both && measurement && (
        <>
          <section
            className={cursorStyles.statisticsScroll}
            aria-label={CURSOR_WORDS.statistics}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
            tabIndex={0}
          >
            <table className={cursorStyles.statistics} aria-label={CURSOR_WORDS.between}>
              <thead>
                <tr>
                  <th scope="col">{CURSOR_WORDS.channel}</th>
                  <th scope="col">{CURSOR_WORDS.rise}</th>
                  <th scope="col">{CURSOR_WORDS.samples}</th>
                  <th scope="col">{CURSOR_WORDS.min}</th>
                  <th scope="col">{CURSOR_WORDS.max}</th>
                  <th scope="col">{CURSOR_WORDS.mean}</th>
                  <th scope="col">σ</th>
                  <th scope="col">{CURSOR_WORDS.outliers}</th>
                </tr>
              </thead>
              <tbody>
                {channels.map((channel, index) => {
                  const measured = measurement.channels[index];
                  if (channel.isHidden || !measured) return null;
                  return (
                    <StatisticsRow
                      key={channel.name}
                      channel={channel}
                      measured={measured}
                      backwards={backwards}
                    />
                  );
                })}
              </tbody>
            </table>
          </section>
          {measurement.rawFromMs !== null && (
            <p className={styles.rawLine}>
              {measurement.rawFromMs > measurement.toMs
                ? CURSOR_WORDS.givenUp
                : CURSOR_WORDS.countedFrom(formatClock(measurement.rawFromMs))}
            </p>
          )}
        </>
      )}
    </section>
  );
}

interface StatisticsRowProps {
  readonly channel: Channel;
  readonly measured: ChannelMeasurement;
  /** B stands before A. */
  readonly backwards: boolean;
}

function StatisticsRow({ channel, measured, backwards }: StatisticsRowProps): ReactNode {
  const { statistics, atFrom, atTo } = measured;
  const rise = atFrom === null || atTo === null ? Number.NaN : atTo - atFrom;
  const cell = (value: number): ReactNode => (
    <td title={Number.isFinite(value) ? formatExact(value) : CURSOR_WORDS.noSamples}>
      {formatMeasured(value)}
    </td>
  );
  return (
    <tr>
      <th scope="row">
        <OutsideText>{channel.name}</OutsideText>{' '}
        <span className={styles.unit}>{unitSign(channel.unit)}</span>
      </th>
      {cell(backwards ? -rise : rise)}
      <td>{formatCount(statistics.count)}</td>
      {cell(statistics.min)}
      {cell(statistics.max)}
      {cell(statistics.mean)}
      {cell(statistics.sigma)}
      <td title={CURSOR_WORDS.countOutliers(statistics.outliers)}>
        {formatCount(statistics.outliers)}
      </td>
    </tr>
  );
}

/** As exact as two cursors can be set: milliseconds below a minute. */
function formatStretch(ms: number): string {
  if (ms < 1000) return withDecimalSign(`${ms.toFixed(ms < 10 ? 2 : 0)} ms`);
  return ms < 60_000 ? withDecimalSign(`${(ms / 1000).toFixed(3)} s`) : formatDuration(ms);
}
