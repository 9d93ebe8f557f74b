import { describe, expect, it } from 'vitest';
import { drawAxis, type Side } from '../../../src/ui/plot/axes.ts';
import { COLOURS, drawnAsSvg } from './plotArea.ts';

function drawn(side: Side, ticks: readonly { readonly at: number; readonly words: string }[]) {
  const svg = drawnAsSvg((area) => drawAxis(area, side, ticks, COLOURS));
  return {
    words: [...svg.querySelectorAll('text')].map((text) => text.textContent),
    grid: svg.querySelector('path')?.getAttribute('d')?.match(/M/g)?.length,
  };
}

describe('labels of an axis', () => {
  it('of a low plot are left out where they would lie on another; their grid lines stay', () => {
    const up = [
      { at: 90, words: '0.1' },
      { at: 60, words: '0.5' },
      { at: 46, words: '0.9' },
      { at: 40, words: '0.99' },
    ];
    expect(drawn('left', up)).toEqual({ words: ['0.1', '0.5', '0.9'], grid: 4 });
  });

  it('of a narrow plot are left out by their width', () => {
    const across = [
      { at: 120, words: '1000 σ' },
      { at: 150, words: '1500 σ' },
      { at: 190, words: '2000 σ' },
    ];
    expect(drawn('bottom', across)).toEqual({ words: ['1000 σ', '2000 σ'], grid: 3 });
  });
});
