import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AgreementSection } from '../../../src/ui/names/AgreementSection.tsx';
import { createWorld } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const board = (event: number, name: string | null) => ({
  event,
  channel: 0,
  timeMs: 1_767_268_800_000 + event * 1000,
  name,
  share: 0.8,
});
const page = (event: number, name: string | null) => ({ event, name, confidence: 0.7 });

describe('the agreement of board and page', () => {
  it('is counted over the events that both have named, and the others are listed', () => {
    const world = createWorld();
    renderWith(world, <AgreementSection />);
    act(() => world.connectTo());
    expect(screen.queryByRole('region')).toBeNull();
    const saysBoard = (...names: ReturnType<typeof board>[]) =>
      act(() => world.worker.say({ type: 'board-names', replaceAll: true, names }));
    const saysPage = (...names: ReturnType<typeof page>[]) =>
      act(() => world.worker.say({ type: 'event-names', replaceAll: true, names }));
    saysBoard(board(7, 'step'));
    saysPage(page(1, 'spike'), page(2, 'spike'), page(3, null), page(5, null));
    expect(screen.getByText(/have named no event in common yet/)).toBeVisible();
    saysBoard(board(1, 'spike'), board(2, 'step'), board(3, null), board(4, 'a'), board(5, 'b'));
    expect(screen.getByText('Board and page call 2 of 4 events the same.')).toBeVisible();
    const listed = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(listed.map((item) => item.textContent?.replace(/^.*?: /, ''))).toEqual([
      'the page says unknown, the board says b',
      'the page says spike, the board says step',
    ]);
  });
});
