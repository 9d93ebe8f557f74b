import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { FitReport } from '../../../src/analysis/messages/findings.ts';
import { type GevReport, reportGev } from '../../../src/detector/gev.ts';
import { NUMERIC_PARAMETER_NAMES } from '../../../src/detector/parameters.ts';
import { explain, type SymbolName } from '../../../src/ui/explain/symbols.ts';
import { ParameterPanel } from '../../../src/ui/parameters/ParameterPanel.tsx';
import { familyWords, returnLevelWords } from '../../../src/ui/weibull/gevWords.ts';
import {
  paperLine,
  paperPoints,
  paperRange,
  paperTicks,
} from '../../../src/ui/weibull/paperScales.ts';
import { WeibullPanel } from '../../../src/ui/weibull/WeibullPanel.tsx';
import { aFit, anEvent, createWorld, eventCounts, LEARNED } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const MAXIMA = [2.1, 2.3, 2.6, 2.9, 3.4];
const WEIBULL = { location: 0, shape: 5.6, scale: 2.86, r2: 0.97, q: 3.44 };
const FIT = aFit({ maxima: MAXIMA, weibull: WEIBULL });

/** Gumbel, by its quantiles: location 2, scale 0.5. */
const GUMBEL: GevReport = {
  shape: 0,
  scale: 0.5,
  location: 2,
  shapeError: 0.12,
  family: 'Gumbel',
  count: 48,
};

function showing(fit: FitReport): ReturnType<typeof createWorld> {
  const world = createWorld();
  renderWith(world, <WeibullPanel />);
  act(() => {
    world.connectTo();
    world.sayHealth({ rateHz: 50 });
    world.worker.say({ type: 'fit', channel: 0, fit, learning: LEARNED });
  });
  return world;
}

describe('probability paper', () => {
  it('takes the place of the curve, and is described', async () => {
    showing(FIT);
    await userEvent.click(screen.getByRole('radio', { name: 'Paper' }));
    expect(
      screen.getByRole('img', { name: /probability paper with 5 points; the line fits.*R²/ }),
    ).toBeInTheDocument();
  });

  it('puts maxima that follow a Weibull exactly on the line', () => {
    const shape = 4;
    const scale = 3;
    const maxima = [0.1, 0.3, 0.5, 0.7, 0.9].map((p) => scale * (-Math.log(1 - p)) ** (1 / shape));
    const points = paperPoints({ ...FIT, maxima });
    const range = paperRange(points);
    const line = paperLine({ location: 0, shape, scale, r2: 1, q: 3 }, range);
    const slope = (line.y[1] - line.y[0]) / (line.x[1] - line.x[0]);
    expect(slope).toBeCloseTo(shape, 10);
    points.x.forEach((x, i) => {
      expect(line.y[0] + slope * (x - line.x[0])).toBeCloseTo(points.y[i] ?? Number.NaN, 10);
    });
  });

  it('shows equal maxima as an upright line inside a range that is one', () => {
    const points = paperPoints({ ...FIT, maxima: [2, 2, 2] });
    const range = paperRange(points);
    const step = { location: 0, shape: Number.POSITIVE_INFINITY, scale: 2, r2: Number.NaN, q: 2 };
    expect(range.maxX).toBeGreaterThan(range.minX);
    expect(paperLine(step, range).x).toEqual([Math.log(2), Math.log(2)]);
  });

  it('has round deviations on its axis', () => {
    const ticks = paperTicks(Math.log(0.9), Math.log(1.06)).map((x) => Math.exp(x).toPrecision(4));
    expect(ticks).toEqual(['0.9000', '0.9500', '1.000', '1.050']);
  });
});

describe('the GEV', () => {
  it('says what it needs before it has enough', async () => {
    showing(FIT);
    await userEvent.click(screen.getByRole('radio', { name: 'GEV' }));
    expect(screen.getByText(/needs 10 block maxima/)).toBeInTheDocument();
  });

  it('names the family, its grounds, and how rare the newest anomaly is', async () => {
    const world = showing({ ...FIT, gev: GUMBEL });
    await userEvent.click(screen.getByRole('radio', { name: 'GEV' }));
    expect(
      screen.getByText('The data support: Gumbel (κ = 0.00 ± 0.12 does not exclude 0).'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Rests on 48 block maxima/)).toBeInTheDocument();
    act(() =>
      world.worker.say({
        type: 'events',
        replaceAll: true,
        events: [anEvent(1, { peakDeviation: 4.2 }), anEvent(2, { channel: 1 })],
        counts: eventCounts(2),
      }),
    );
    // 1/(1 - exp(-exp(-(4.2 - 2)/0.5))) = 82 blocks of 32 samples at 50 Hz.
    expect(
      screen.getByText(
        'Newest anomaly: a deviation of 4.20 σ or more is expected once in 82 blocks (about 52 s at this rate).',
      ),
    ).toBeInTheDocument();
  });

  it.each([
    ['Fréchet', 0.4, /heavy tails \(κ = 0.40 ± 0.12 lies above 0\)/],
    ['reversed Weibull', -0.4, /bounded tails \(κ = −0.40 ± 0.12 lies below 0\)/],
  ] as const)('calls %s by its tail', (family, shape, words) => {
    expect(familyWords({ ...GUMBEL, family, shape })).toMatch(words);
  });

  it('tells a shape no finer than its error', () => {
    expect(familyWords({ ...GUMBEL, shape: 5.62e-5 })).toContain('κ = 0.00 ± 0.12 ');
  });

  it('gives no time where the rate is not known, and no number where none would mean anything', () => {
    expect(returnLevelWords(4.2, GUMBEL, 32, 0)).toMatch(/once in 82 blocks\.$/);
    expect(returnLevelWords(40, GUMBEL, 32, 50)).toMatch(/less than once in 1.000.000 blocks/);
    expect(returnLevelWords(1, GUMBEL, 32, 50)).toMatch(/in most blocks/);
    const bounded: GevReport = { ...GUMBEL, shape: -0.5 };
    expect(returnLevelWords(9, bounded, 32, 50)).toMatch(/less than once/);
  });

  it('takes a real report', () => {
    const report = reportGev(Array.from({ length: 40 }, (_, i) => 2 + Math.log(1 + i)));
    if (!report) throw new Error('no report');
    expect(familyWords(report)).toMatch(/^The data support: /);
  });
});

describe('a symbol', () => {
  const SYMBOLS: readonly SymbolName[] = [
    ...NUMERIC_PARAMETER_NAMES,
    'shape',
    'scale',
    'r2',
    'q',
    'gevShape',
    'gevScale',
    'gevLocation',
  ];

  it('explains itself with its equation at one click, and closes with Escape', async () => {
    const world = createWorld();
    renderWith(world, <ParameterPanel />);
    await userEvent.click(screen.getByRole('button', { name: 'What is γ?' }));
    const dialog = await screen.findByRole('dialog', { name: 'What is γ?' });
    expect(within(dialog).getByText(/standard deviations/)).toBeInTheDocument();
    expect(dialog.querySelector('math mfrac')).not.toBeNull();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it.each(['shape', 'scale', 'R²', 'location', 'q'])('%s of the fit is one too', async (sign) => {
    showing(FIT);
    await userEvent.click(screen.getByRole('button', { name: `What is ${sign}?` }));
    expect((await screen.findByRole('dialog')).querySelector('math')).not.toBeNull();
  });

  it('has a sentence and an equation each', () => {
    for (const name of SYMBOLS) {
      const { sign, title, sentence, equation } = explain(name);
      expect(
        [sign, title].every((text) => text !== ''),
        name,
      ).toBe(true);
      expect(sentence, name).toMatch(/\.$/);
      expect(equation, name).toBeTruthy();
    }
  });
});
