import { act } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { ParameterPanel } from '../../../src/ui/parameters/ParameterPanel.tsx';
import { createWorld } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const drawn = vi.hoisted(() => ({ times: 0 }));

/** Drawn whenever the whole panel is. */
vi.mock('../../../src/ui/parameters/LearningLine.tsx', () => ({
  LearningLine: () => {
    drawn.times += 1;
    return null;
  },
}));

it('a slider in motion does not draw the whole panel', () => {
  const world = createWorld();
  renderWith(world, <ParameterPanel />);
  const before = drawn.times;
  for (const gamma of [3.1, 3.2, 3.3]) {
    act(() => world.tidemark.tuning.getState().edit({ gamma }, true, null));
  }
  expect(drawn.times).toBe(before);
});
