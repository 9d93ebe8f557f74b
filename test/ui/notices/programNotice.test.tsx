import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ConnectionState } from '../../../src/analysis/messages/connectionState.ts';
import { Header } from '../../../src/ui/header/Header.tsx';
import { Notices } from '../../../src/ui/notices/Notices.tsx';
import { ParameterActions } from '../../../src/ui/parameters/ParameterActions.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { createWorld, ONE_BOARD, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

function connected(): World {
  const world = createWorld();
  renderWith(
    world,
    <>
      <Header />
      <Notices />
      <ParameterActions />
    </>,
  );
  act(() => world.connectTo());
  return world;
}

function become(world: World, more: Partial<ConnectionState>): void {
  const { connection } = world.tidemark.board.getState();
  act(() => world.worker.say({ ...connection, type: 'connection', ...more }));
}

const notices = () => screen.getByRole('status', { name: 'Notices' });

describe('a program that has stopped', () => {
  it('is said in a sentence, with the error and what to do, and restarted by keyboard', async () => {
    const world = connected();
    become(world, { phase: 'silent', programEnd: { error: 'OSError: [Errno 5] EIO' } });
    expect(notices()).toHaveTextContent(
      'The program on the board has stopped. It says: “OSError: [Errno 5] EIO”. Most often a sensor does not answer: check its wires, then restart the program.',
    );
    expect(screen.getByRole('banner')).toHaveTextContent('the program has stopped');
    expect(heardOf(world.worker, 'restart-program')).toHaveLength(0);
    screen.getByRole('button', { name: 'Restart the program' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(heardOf(world.worker, 'restart-program')).toHaveLength(1);
    become(world, { phase: 'streaming', programEnd: null });
    expect(notices()).toBeEmptyDOMElement();
  });

  it('cannot be sent parameters, and says why', () => {
    const world = connected();
    become(world, { phase: 'silent', programEnd: { error: 'MemoryError' } });
    for (const name of ['Save on board', /^Restart learning/]) {
      const button = screen.getByRole('button', { name });
      expect(button).toHaveAttribute('aria-disabled', 'true');
      expect(button).toHaveAccessibleDescription('The program on the board has stopped.');
    }
  });

  it('shows the console with the whole traceback on a click', async () => {
    const world = connected();
    become(world, { phase: 'silent', programEnd: { error: 'ValueError: too short' } });
    await userEvent.click(screen.getByRole('button', { name: 'Show the console' }));
    expect(world.tidemark.view.getState().lowerTab).toBe('console');
    expect(screen.queryByRole('button', { name: 'Show the console' })).toBeNull();
  });

  it.each([
    ['KeyboardInterrupt', /was stopped with Ctrl-C\. Restart it to go on\./],
    ['OSError: 116', /check its wires/],
    ['OSError: [Errno 2] ENOENT', /Correct what it names, then restart the program\./],
    ['MemoryError: memory allocation failed', /The board ran out of memory\./],
    ['', /This board is at the MicroPython prompt\. It runs no program/],
  ])('after “%s” is told what to do', (error, sentence) => {
    const world = connected();
    become(world, { phase: 'silent', programEnd: { error } });
    expect(notices()).toHaveTextContent(sentence);
  });
});

it('a bare board is offered no start, and Install leads', () => {
  const world = createWorld({ ports: ONE_BOARD });
  renderWith(world, <Notices />);
  act(() => void world.tidemark.connectBoard());
  return Promise.resolve().then(() => {
    become(world, { session: 1, phase: 'streaming', kind: 'repl', identity: null, hasMain: false });
    expect(screen.queryByRole('button', { name: 'Start its program' })).toBeNull();
    const install = screen.getByRole('button', { name: /^Install Tidemark/ });
    expect(install).toHaveAttribute('data-variant', 'filled');
    become(world, { session: 1, phase: 'streaming', kind: 'repl', identity: null, hasMain: true });
    expect(install).toHaveAttribute('data-variant', 'filled');
    const start = screen.getByRole('button', { name: 'Start its program' });
    expect(start).toHaveAttribute('data-variant', 'default');
  });
});

it('a board at its prompt from the start can be told to start its program', async () => {
  const world = connected();
  become(world, { kind: 'repl', identity: null, hasMain: true });
  expect(notices()).toHaveTextContent('This board is at the MicroPython prompt.');
  await userEvent.click(screen.getByRole('button', { name: 'Start its program' }));
  expect(heardOf(world.worker, 'restart-program')).toHaveLength(1);
});
