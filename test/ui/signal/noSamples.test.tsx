import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  type ConnectionState,
  NOT_CONNECTED,
} from '../../../src/analysis/messages/connectionState.ts';
import { SignalPanel } from '../../../src/ui/signal/SignalPanel.tsx';
import { WeibullPanel } from '../../../src/ui/weibull/WeibullPanel.tsx';
import { createWorld } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

function shows(connection: Partial<ConnectionState>): void {
  const world = createWorld();
  renderWith(
    world,
    <>
      <SignalPanel />
      <WeibullPanel />
    </>,
  );
  act(() => {
    const silent = { ...NOT_CONNECTED, session: 1, phase: 'silent' as const };
    world.tidemark.board.setState({ connection: { ...silent, ...connection } });
  });
}

describe('in the place of a signal that has not begun', () => {
  it.each([
    { kind: 'foreign', hint: null },
    { kind: 'foreign', hint: 'silent' },
  ] as const)('the first sample is waited for while it may come (%o)', (connection) => {
    shows(connection);
    expect(screen.getByText('Connected. Waiting for the first sample…')).toBeVisible();
    expect(screen.getByText('Waiting for the first sample…')).toBeVisible();
  });

  it.each([
    { kind: 'repl' },
    { kind: 'foreign', hint: 'garbage' },
    { kind: 'foreign', hint: 'newer-firmware' },
    { kind: 'tidemark', programEnd: { error: '' } },
  ] as const)('no sample is waited for that cannot come (%o)', (connection) => {
    shows(connection);
    expect(screen.getByText('No samples come.')).toBeVisible();
    expect(screen.queryByText(/Waiting for/)).toBeNull();
  });
});
