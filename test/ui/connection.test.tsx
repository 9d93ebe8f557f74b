// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ConnectionState } from '../../src/analysis/connectionState.ts';
import type { ConnectionPhase } from '../../src/board/connectionPhases.ts';
import type { Fault } from '../../src/board/fault.ts';
import { Header } from '../../src/ui/header/Header.tsx';
import { Notices } from '../../src/ui/notices/Notices.tsx';
import { StartDoors } from '../../src/ui/start/StartDoors.tsx';
import { VirtualBar } from '../../src/ui/start/VirtualBar.tsx';
import { statusWords } from '../../src/ui/statusWords.ts';
import { heardOf } from '../analysis/scriptedWorker.ts';
import { createWorld, type World } from '../state/world.ts';
import { renderWith } from './renderWith.tsx';

function become(
  world: World,
  phase: ConnectionPhase,
  fault: Fault | null = null,
  more: Partial<ConnectionState> = {},
): void {
  const { connection } = world.tidemark.board.getState();
  act(() => world.worker.say({ ...connection, type: 'connection', phase, fault, ...more }));
}

describe('the start doors', () => {
  it('say in a sentence why no board can be connected, and what to do', async () => {
    const world = createWorld({ serialFault: { code: 'unsupported', detail: '' } });
    renderWith(world, <StartDoors />);
    const door = screen.getByRole('button', { name: 'Connect board' });
    expect(door).toHaveAttribute('aria-disabled', 'true');
    expect(door).toHaveAccessibleDescription(/This browser has no Web Serial\. Use a desktop/);
    await userEvent.click(screen.getByRole('button', { name: 'Virtual board' }));
    expect(heardOf(world.worker, 'open').map((open) => open.source.kind)).toEqual(['virtual']);
  });
});

describe('a lost board', () => {
  it('is said, and can be opened again', async () => {
    const world = createWorld();
    renderWith(world, <Notices />);
    act(() => world.connectTo());
    become(world, 'lost', { code: 'lost', detail: 'NetworkError' });
    expect(screen.getByRole('status', { name: 'Notices' })).toHaveTextContent(
      /The board went away\. Check the cable/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Reconnect' }));
    expect(heardOf(world.worker, 'open').map((open) => open.session)).toEqual([1, 2]);
    expect(screen.queryByRole('button', { name: 'Reconnect' })).toBeNull();
  });

  it('can be dismissed until the next time', async () => {
    const world = createWorld();
    renderWith(world, <Notices />);
    act(() => world.connectTo());
    become(world, 'lost', { code: 'lost', detail: '' });
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss notice' }));
    expect(screen.queryByText(/The board went away/)).toBeNull();
  });
});

describe('the header', () => {
  it('names the board and its counters, and disconnects', async () => {
    const world = createWorld();
    renderWith(world, <Header />);
    act(() => {
      world.connectTo();
      world.sayHealth({ samples: 12_034, rateHz: 50.04, lost: 3, invalidLines: 2 });
    });
    expect(screen.getByRole('banner')).toHaveTextContent(
      /streaming.*Raspberry Pi Pico.*50\.0 Hz.*12.034 samples.*3 lost.*2 invalid lines/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Disconnect' }));
    expect(heardOf(world.worker, 'close')).toHaveLength(1);
  });

  it('offers the boards again once one was lost', () => {
    const world = createWorld();
    renderWith(world, <Header />);
    act(() => world.connectTo());
    become(world, 'lost', { code: 'lost', detail: '' });
    expect(screen.getByRole('button', { name: 'Connect board' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Virtual board' })).toBeInTheDocument();
  });

  it('keeps the theme that was chosen', async () => {
    const world = createWorld();
    renderWith(world, <Header />);
    await userEvent.click(screen.getByRole('radio', { name: 'Dark theme' }));
    expect(world.tidemark.theme.getState().theme).toBe('dark');
  });
});

describe('the virtual board’s bar', () => {
  it('injects, pulls the plug, and plugs in again', async () => {
    const world = createWorld();
    renderWith(world, <VirtualBar />);
    expect(screen.queryByRole('button')).toBeNull();
    act(() => world.connectTo());
    await userEvent.click(screen.getByRole('button', { name: 'Flat line' }));
    expect(heardOf(world.worker, 'inject').map(({ injection }) => injection)).toEqual(['flat']);
    await userEvent.click(screen.getByRole('button', { name: 'Pull the plug' }));
    expect(heardOf(world.worker, 'pull-plug')).toHaveLength(1);
    become(world, 'lost', { code: 'lost', detail: '' });
    await userEvent.click(screen.getByRole('button', { name: 'Plug in again' }));
    expect(heardOf(world.worker, 'open')).toHaveLength(2);
  });
});

describe('status words', () => {
  const facts = {
    phase: 'streaming',
    fault: null,
    sinceLastSampleMs: null,
    fits: new Map(),
    hint: null,
    lostAtMs: null,
    choices: [],
  } as const;
  it('come first for what the board does', () => {
    expect(statusWords(facts)).toBe('streaming');
    expect(statusWords({ ...facts, phase: 'silent', sinceLastSampleMs: 4200 })).toBe(
      'silent for 4 s',
    );
    expect(
      statusWords({
        ...facts,
        fits: new Map([
          [0, { maxima: [1, 2, 3], needed: 5, weibull: null, gev: null, gevMaxima: 0 }],
          [1, { maxima: [1], needed: 5, weibull: null, gev: null, gevMaxima: 0 }],
        ]),
      }),
    ).toBe('learning 1 of 5');
    expect(statusWords({ ...facts, phase: 'busy', fault: { code: 'busy', detail: '' } })).toBe(
      'busy: another program has the port',
    );
  });
});
