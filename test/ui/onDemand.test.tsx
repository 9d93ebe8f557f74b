import { fireEvent, renderHook, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, it, vi } from 'vitest';
import { LAUNCH_WORDS } from '../../src/ui/launchWords.ts';
import { Notices } from '../../src/ui/notices/Notices.tsx';
import { onDemand, useLoadedAhead } from '../../src/ui/onDemand.tsx';
import { createWorld } from '../state/world.ts';
import { renderWith } from './renderWith.tsx';

it('a dialog that cannot be loaded says so, and the rest of the page stays', async () => {
  const Missing = onDemand(() => Promise.reject(new TypeError('Failed to fetch')));
  renderWith(
    createWorld(),
    <>
      <Notices />
      <p>The rest</p>
      <Suspense fallback={null}>
        <Missing />
      </Suspense>
    </>,
  );
  expect(await screen.findByText(LAUNCH_WORDS.notLoaded)).toBeInTheDocument();
  expect(screen.getByText('The rest')).toBeInTheDocument();
});

it.each(['pointerMove', 'pointerDown', 'keyDown', 'dragEnter'] as const)(
  'what is loaded ahead waits for somebody, and is loaded once: %s',
  (sign) => {
    const load = vi.fn(async () => Promise.reject(new TypeError('Failed to fetch')));
    renderHook(() => useLoadedAhead(load));
    expect(load).not.toHaveBeenCalled();
    fireEvent[sign](document.body);
    fireEvent[sign](document.body);
    expect(load).toHaveBeenCalledOnce();
  },
);
