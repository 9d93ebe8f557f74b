import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../../src/ui/plot/surface.ts';
import { createSvgSurface } from '../../../src/ui/plot/svgSurface.ts';
import { paint } from '../../../src/ui/plot/svgText.ts';

function written(draw: (sheet: Sheet) => void): string {
  const { sheet, content } = createSvgSurface((text) => text.length);
  draw(sheet);
  return content();
}

describe('a surface that writes SVG', () => {
  it('writes what a canvas would draw, with its looks', () => {
    const text = written(({ context }) => {
      context.strokeStyle = 'rgb(0 114 178 / 50%)';
      context.globalAlpha = 0.5;
      context.lineWidth = 2;
      context.setLineDash([4, 2]);
      context.beginPath();
      context.moveTo(1, 2);
      context.lineTo(3.456, 4);
      context.stroke();
    });
    expect(text).toBe(
      '<path d="M1 2L3.46 4" fill="none" stroke="rgb(0,114,178)" stroke-opacity="0.25" stroke-width="2" stroke-dasharray="4 2"/>',
    );
  });

  it('leaves out what has no place', () => {
    const text = written(({ context }) => {
      context.beginPath();
      context.moveTo(Number.NaN, 1);
      context.lineTo(1, Number.NaN);
      context.arc(1, Number.NaN, 3, 0, 7);
      context.fill();
      context.fillRect(0, Number.POSITIVE_INFINITY, 1, 1);
      context.strokeRect(0, Number.NaN, 1, 1);
      context.fillText('nowhere', Number.NaN, 0);
    });
    expect(text).toBe('');
  });

  it('takes its looks back, and cuts only until then', () => {
    const text = written(({ context }) => {
      context.fillStyle = '#111111';
      context.save();
      context.beginPath();
      context.rect(0, 0, 9, 9);
      context.clip();
      context.fillStyle = '#222222';
      context.fillRect(1, 1, 2, 2);
      context.restore();
      context.fillRect(1, 1, 2, 2);
    });
    expect(text).toMatch(
      /^<clipPath id="clip1">.*<\/clipPath><g clip-path="url\(#clip1\)"><path [^>]*#222222[^>]*><\/g><path [^>]*#111111/,
    );
  });

  it('writes bars of one look as one path, and of another as another', () => {
    const text = written(({ context }) => {
      context.fillRect(0, 0, 1, 5);
      context.fillRect(1, 0, 1, 5);
      context.globalAlpha = 0.4;
      context.fillRect(2, 0, 1, 5);
    });
    expect(text.match(/<path/g)).toHaveLength(2);
  });

  it('places text by its baseline and its end', () => {
    const text = written(({ context }) => {
      context.font = '600 20px sans-serif';
      context.textAlign = 'right';
      context.textBaseline = 'top';
      context.fillText('a < b', 50, 10);
    });
    expect(text).toContain('x="50" y="26"');
    expect(text).toContain('text-anchor="end"');
    expect(text).toContain('font-weight="600"');
    expect(text).toContain('>a &lt; b</text>');
  });

  it('names parts', () => {
    const text = written((sheet) =>
      sheet.part('gap', () => sheet.context.fillRect(0, 0, 1, 1), '7 < 8'),
    );
    expect(text).toMatch(/^<g class="gap"><title>7 &lt; 8<\/title><path .*><\/g>$/);
  });

  it('writes transparency as every program reads it', () => {
    expect(paint('fill', 'rgb(0 114 178 / 11%)')).toEqual({
      fill: 'rgb(0,114,178)',
      'fill-opacity': 0.11,
    });
    expect(paint('stroke', '#123456')).toEqual({ stroke: '#123456' });
  });
});
