import { describe, expect, it } from 'vitest';
import { freeCorner } from '../../../src/ui/notices/freeCorner.ts';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const STACK = { width: 440, height: 90 };
const ON_PHONE = { width: 370, height: 140 };

const at = (left: number, top: number, width = 60, height = 30) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('what floats over the page', () => {
  it('stays while nothing of what has the focus is beneath', () => {
    expect(freeCorner('right', at(100, 100), STACK, WIDE)).toBe('right');
    expect(freeCorner('left', at(1200, 840), STACK, WIDE)).toBe('left');
    expect(freeCorner('right', at(930, 840), STACK, WIDE)).toBe('right');
  });

  it('goes to the other side when it would be', () => {
    expect(freeCorner('right', at(1200, 840), STACK, WIDE)).toBe('left');
    expect(freeCorner('left', at(100, 840), STACK, WIDE)).toBe('right');
  });

  it('goes up where there is no other side, and comes down again', () => {
    expect(freeCorner('right', at(100, 760), ON_PHONE, PHONE)).toBe('top');
    expect(freeCorner('top', at(100, 20), ON_PHONE, PHONE)).toBe('right');
  });

  it('goes where the least is beneath when there is something everywhere', () => {
    expect(freeCorner('right', at(60, 700, 1380, 200), STACK, WIDE)).toBe('top');
    expect(freeCorner('right', at(0, 0, 1440, 900), STACK, WIDE)).toBe('right');
  });
});
