import type { ReactNode } from 'react';
import type { Channel } from '../../analysis/messages/findings.ts';
import type { ChannelMeasurement } from '../../analysis/messages/historyMessages.ts';
import {
  counted,
  formatClock,
  formatCount,
  formatDuration,
  formatMeasured,
  unitSign,
} from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard, useView } from '../tidemarkContext.ts';
import cursorStyles from './cursors.module.css';
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
    <section className={cursorStyles.cursorBar} aria-label="Cursors">
      <div className={cursorStyles.cursorTimes}>
        {a !== null && <span>A {formatClock(a)}</span>}
        {b !== null && <span>B {formatClock(b)}</span>}
        {both ? (
          <b title={`${b - a} ms`}>
            Δt {backwards ? '−' : ''}
            {formatStretch(Math.abs(b - a))}
          </b>
        ) : (
          <span className={styles.labelHint}>
            Alt+click, or {a === null ? 'a' : 'b'}, sets the other one.
          </span>
        )}
      </div>
      {both && measurement && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
          <section className={cursorStyles.statisticsScroll} aria-label="Statistics" tabIndex={0}>
            <table className={cursorStyles.statistics} aria-label="Statistics between the cursors">
              <thead>
                <tr>
                  <th scope="col">channel</th>
                  <th scope="col">Δy</th>
                  <th scope="col">samples</th>
                  <th scope="col">min</th>
                  <th scope="col">max</th>
                  <th scope="col">mean</th>
                  <th scope="col">σ</th>
                  <th scope="col">outliers</th>
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
                ? 'The samples of this span were given up: only the overview of them is left.'
                : `Counted from ${formatClock(measurement.rawFromMs)}: older samples were given up.`}
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
    <td title={Number.isFinite(value) ? String(value) : 'no samples'}>{formatMeasured(value)}</td>
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
      <td title={counted(statistics.outliers, 'outlier')}>{formatCount(statistics.outliers)}</td>
    </tr>
  );
}

/** As exact as two cursors can be set: milliseconds below a minute. */
function formatStretch(ms: number): string {
  if (ms < 1000) return `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
  return ms < 60_000 ? `${(ms / 1000).toFixed(3)} s` : formatDuration(ms);
}
