import { NativeSelect, Progress } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { FitReport } from '../../analysis/messages.ts';
import { formatMeasured } from '../format.ts';
import { Panel } from '../Panel.tsx';
import { useBoard, useTuning } from '../tidemarkContext.ts';
import { WeibullChart } from './WeibullChart.tsx';
import styles from './weibull.module.css';

const NOT_BEGUN = 'Connect a board: its block maxima, and the curve fitted to them, appear here.';

/** Why the detector decides as it does: the tail it has learned, and where the limits cut it. */
export function WeibullPanel(): ReactNode {
  const channels = useBoard((state) => state.channels);
  const fits = useBoard((state) => state.fits);
  const { gamma, delta } = useTuning((state) => state.browser);
  const [chosen, setChosen] = useState(0);
  const channel = chosen < channels.length ? chosen : 0;
  const fit = fits.get(channel);

  return (
    <Panel name="Weibull fit" className={styles.panel}>
      <div className={styles.top}>
        <h2 className={styles.heading}>Weibull fit</h2>
        {fit && !fit.weibull && <Learning fit={fit} />}
        {channels.length > 1 && (
          <NativeSelect
            size="xs"
            aria-label="Channel of the Weibull fit"
            value={String(channel)}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
            data={channels.map(({ name }, index) => ({ value: String(index), label: name }))}
          />
        )}
      </div>
      {fit ? (
        <>
          <WeibullChart fit={fit} channel={channel} gamma={gamma} delta={delta} />
          <Figures fit={fit} />
          <p className={styles.meaning}>{meaning(fit, gamma)}</p>
        </>
      ) : (
        <p className={styles.waiting}>
          {channels.length > 0 ? 'Waiting for the first block of samples…' : NOT_BEGUN}
        </p>
      )}
    </Panel>
  );
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

function Figures({ fit }: { readonly fit: FitReport }): ReactNode {
  const { weibull } = fit;
  const figures: readonly (readonly [string, number, string])[] = [
    ['shape', weibull?.shape ?? Number.NaN, ''],
    ['scale', weibull?.scale ?? Number.NaN, ' σ'],
    ['R²', weibull?.r2 ?? Number.NaN, ''],
    ['q', weibull?.q ?? Number.NaN, ' σ'],
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value, unit]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd title={exactly(value, unit, weibull !== null)}>
            {formatMeasured(value, 3)}
            {Number.isNaN(value) ? '' : unit}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function exactly(value: number, unit: string, fitted: boolean): string {
  if (!Number.isNaN(value)) return `${value}${unit}`;
  return fitted ? 'undefined: all maxima are equal' : 'not known yet';
}

function meaning(fit: FitReport, gamma: number): string {
  const { weibull } = fit;
  if (!weibull)
    return 'Dots: the largest deviation of each block so far. The curve comes with the last.';
  const limit = formatMeasured(Math.max(gamma, weibull.q), 3);
  const which = weibull.q > gamma ? 'q, where the curve reaches δ' : 'γ, the bound';
  return `A sample more than ${limit} σ from the mean is an outlier (${which}).`;
}
