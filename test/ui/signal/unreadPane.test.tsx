import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { NO_SKETCH, type SketchReport } from '../../../src/analysis/messages/sketchMessages.ts';
import { Header } from '../../../src/ui/header/Header.tsx';
import { Notices } from '../../../src/ui/notices/Notices.tsx';
import { SignalPanel } from '../../../src/ui/signal/SignalPanel.tsx';
import { unreadWords } from '../../../src/ui/unreadWords.ts';
import { createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

function tell(world: World, sketch: Partial<SketchReport>): void {
  const { connection } = world.tidemark.board.getState();
  act(() => {
    world.worker.say({ ...connection, type: 'connection', phase: 'silent', kind: 'foreign' });
    const { session } = connection;
    world.worker.say({ type: 'sketch', session, sketch: { ...NO_SKETCH, ...sketch } });
  });
}

const UNREAD = {
  count: 57,
  newest: [
    { text: 'Reading…', reason: 'words' },
    { text: 'Sensor not found', reason: 'words' },
  ],
  insteadSinceMs: 1000,
} as const;

describe('lines that are not understood', () => {
  it('stand in the place of the signal with the reason and what to print instead, until rows are read', async () => {
    const world = createWorld();
    renderWith(
      world,
      <>
        <Header />
        <SignalPanel />
      </>,
    );
    act(() => world.connectTo());
    tell(world, { unread: UNREAD });
    const pane = screen.getByRole('region', { name: '57 lines were not understood' });
    expect(pane).toHaveTextContent('Sensor not found');
    expect(pane).toHaveTextContent('There is no number in these lines.');
    expect(screen.getAllByRole('status')[0]).toHaveTextContent('not understood: 57 lines');
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe(
      'Serial.print("temp:"); Serial.println(temp);',
    );
    tell(world, { unread: { ...UNREAD, insteadSinceMs: null } });
    expect(screen.queryByRole('region', { name: /not understood/ })).toBeNull();
    expect(screen.getAllByRole('status')[0]).not.toHaveTextContent('not understood');
  });

  it('say so of names that never come again', () => {
    const unnamed = { count: 40, newest: ['a1b: 1', 'c2d: 2'] };
    expect(unreadWords({ ...NO_SKETCH, unnamed })?.reason).toMatch(/names never come again/);
    expect(unreadWords({ ...NO_SKETCH, unnamed: { ...unnamed, count: 3 } })).toBeNull();
  });
});

describe('the names of a sketch', () => {
  it('that count or have no room are told in a notice', () => {
    const world = createWorld();
    renderWith(world, <Notices />);
    act(() => world.connectTo());
    tell(world, { counters: ['Sample'], refused: { count: 44, names: ['c256', 'c257'] } });
    const notices = screen.getByRole('status', { name: 'Notices' });
    expect(notices).toHaveTextContent('The number behind “Sample” counts the lines');
    expect(notices).toHaveTextContent('There was no room for 44 more names: “c256”, “c257”.');
  });
});

it('a board with newer firmware is said to be one, not another sketch', () => {
  const world = createWorld();
  renderWith(world, <Notices />);
  act(() => world.connectTo());
  const { connection } = world.tidemark.board.getState();
  act(() =>
    world.worker.say({
      ...connection,
      type: 'connection',
      phase: 'silent',
      kind: 'foreign',
      hint: 'newer-firmware',
    }),
  );
  expect(screen.getByRole('status', { name: 'Notices' })).toHaveTextContent(
    'This board’s firmware is newer than this page',
  );
});
