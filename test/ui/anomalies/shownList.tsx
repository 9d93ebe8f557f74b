/** The list on the page, and what is seen of it. */
import { act, screen } from '@testing-library/react';
import type { AnomalyEvent } from '../../../src/analysis/messages/findings.ts';
import { AnomalyList } from '../../../src/ui/anomalies/AnomalyList.tsx';
import { createWorld, eventCounts, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

export function showing(events: readonly AnomalyEvent[], downloads: string[][] = []): World {
  const world = createWorld();
  renderWith(
    world,
    <AnomalyList beside={document.body} download={(...file) => void downloads.push(file)} />,
  );
  act(() => {
    world.connectTo();
    world.worker.say({
      type: 'events',
      replaceAll: true,
      events,
      counts: eventCounts(events.length),
    });
  });
  return world;
}

export const rows = (): HTMLElement[] => screen.getAllByRole('row').slice(1);

export const listed = (): number[] =>
  rows()
    .filter((row) => row.hasAttribute('data-row'))
    .map((row) => Number(/:(\d\d)\.0/.exec(row.textContent ?? '')?.[1]));
