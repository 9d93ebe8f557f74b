import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SIGNAL_COLOURS } from '../../src/analysis/messages/findings.ts';
import { signalDash } from '../../src/ui/plot/plotColours.ts';

/** Two colours of lines nearer than this, in hundredths of Oklab, could be taken for each other. */
const LEAST_DISTANCE = 9;
/** WCAG 2 1.4.11, for what is needed to understand a picture. */
const LEAST_CONTRAST = 3;

type Colour = readonly [number, number, number];

/** Machado, Oliveira, Fernandes 2009, severity 1; on linear RGB. */
const VISIONS: Readonly<Record<string, readonly Colour[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const linear = (hex: string): Colour => {
  const part = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
};

const seen = (colour: Colour, vision: readonly Colour[]): Colour => {
  const mixed = vision.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, weight, i) => sum + weight * (colour[i] ?? 0), 0),
      ),
    ),
  );
  return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0];
};

const oklab = ([r, g, b]: Colour): Colour => {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};

const distance = (a: Colour, b: Colour): number =>
  100 * Math.hypot(...oklab(a).map((part, i) => part - (oklab(b)[i] ?? 0)));

const luminance = ([r, g, b]: Colour): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(a: Colour, b: Colour): number {
  const [one, other] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return Math.max(one, other) / Math.min(one, other);
}

const css = readFileSync('src/ui/tokens.css', 'utf8');

/** The colours of the theme whose rules begin with this. */
function themeOf(scheme: 'light' | 'dark') {
  const [, rules = ''] = css.split(`color-scheme="${scheme}"]`);
  const read = (name: string): Colour => {
    const found = new RegExp(`${name}: (#\\w{6});`).exec(rules);
    if (!found?.[1]) throw new Error(`${name} is missing in ${scheme}`);
    return linear(found[1]);
  };
  const signals = Array.from({ length: SIGNAL_COLOURS }, (_, i) => read(`--plot-signal-${i}`));
  return { signals, panel: read('--panel') };
}

describe.each(['light', 'dark'] as const)('the colours of signals in the %s theme', (scheme) => {
  const { signals, panel } = themeOf(scheme);

  it.each(Object.entries(VISIONS))('stay apart with %s sight', (_, vision) => {
    const all = signals.map((colour) => seen(colour, vision));
    const distances = all.flatMap((one, i) => all.slice(0, i).map((other) => distance(one, other)));
    // The search gave colour blindness a little less than usual sight.
    expect(Math.min(...distances)).toBeGreaterThan(vision === VISIONS.usual ? LEAST_DISTANCE : 7);
  });

  it('stand out from the panel', () => {
    const contrasts = signals.map((colour) => contrast(colour, panel));
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });
});

describe('the dashes of signals', () => {
  it('leave the first line whole and break all others', () => {
    const dashes = Array.from({ length: SIGNAL_COLOURS }, (_, i) => signalDash(i));
    expect(dashes.map((dash) => dash.length === 0)).toEqual(dashes.map((_, i) => i === 0));
  });

  it('differ between neighbours, and over seven channels', () => {
    const words = Array.from({ length: 7 }, (_, i) => signalDash(i + 1).join());
    expect(new Set(words).size).toBe(7);
  });
});
