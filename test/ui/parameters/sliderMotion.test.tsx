import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
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

afterEach(() => vi.unstubAllGlobals());

it('a slider in motion does not draw the whole panel', () => {
  const world = createWorld();
  renderWith(world, <ParameterPanel />);
  const before = drawn.times;
  for (const gamma of [3.1, 3.2, 3.3]) {
    act(() => world.tidemark.tuning.getState().edit({ gamma }, true, null));
  }
  expect(drawn.times).toBe(before);
});

it('a slider’s first move is drawn before the buttons that it changes', async () => {
  const world = createWorld();
  renderWith(world, <ParameterPanel />);
  const undo = screen.getByRole('button', { name: 'Undo' });
  expect(undo.getAttribute('aria-disabled')).toBe('true');
  // As a browser has it: with act, all is drawn at once.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  world.tidemark.tuning.getState().edit({ gamma: 3.1 }, true, null);
  await Promise.resolve();
  expect(screen.getByRole('textbox', { name: 'Bound γ' })).toHaveProperty('value', '3.1');
  expect(undo.getAttribute('aria-disabled')).toBe('true');
  await waitFor(() => expect(undo.getAttribute('aria-disabled')).toBe('false'));
});
