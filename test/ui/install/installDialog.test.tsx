import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import {
  type BoardIdentity,
  type BoardKind,
  NOT_CONNECTED,
} from '../../../src/analysis/messages/connectionState.ts';
import { FIRMWARE_VERSION } from '../../../src/board/installer/firmwareVersion.ts';
import type { InstallFaultCode } from '../../../src/board/installer/installFault.ts';
import type { InstallOutcome, InstallPlan } from '../../../src/board/installer/installPlan.ts';
import { Header } from '../../../src/ui/header/Header.tsx';
import { InstallDialog } from '../../../src/ui/install/InstallDialog.tsx';
import { installFaultWords } from '../../../src/ui/install/installWords.ts';
import { Notices } from '../../../src/ui/notices/Notices.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const PLAN: InstallPlan = {
  action: 'install',
  machine: 'Raspberry Pi Pico with RP2040',
  release: '1.27.0',
  freeBytes: 868_352,
  installedVersion: null,
  version: '0.1.0',
  writes: [
    { path: 'tidemark_a/detector.py', bytes: 7486 },
    { path: 'main.py', bytes: 120 },
  ],
  minified: false,
  backup: 'main.py.bak',
  restores: null,
  stoppedProgram: false,
};

const IDENTITY: BoardIdentity = {
  board: 'Pico',
  id: '0a',
  sensor: 'simulated',
  version: '0.1.0',
  floatBits: 32,
  rules: 3,
  can: [],
  most: null,
  fitsMs: null,
  model: null,
  saved: false,
};

/** The page beside a serial board of this kind. */
function pageWith(kind: BoardKind, identity: BoardIdentity | null = null): World {
  const port = { usbVendorId: 0x2e8a, usbProductId: 5, nth: 0 };
  const source = { kind: 'serial', port, baudRate: 115_200 } as const;
  const world = createWorld({ ports: { pick: async () => ({ ok: true, source }) } });
  renderWith(
    world,
    <>
      <Header />
      <Notices />
      <InstallDialog />
    </>,
  );
  act(() => {
    world.tidemark.board.getState().opening(source, false);
    const { session } = world.tidemark.board.getState().connection;
    world.tidemark.client.open(source);
    world.worker.say({
      type: 'connection',
      ...NOT_CONNECTED,
      session: session + 1,
      phase: 'streaming',
      kind,
      identity,
    });
  });
  return world;
}

function request(world: World): number {
  return heardOf(world.worker, 'install').at(-1)?.request ?? 0;
}

function sayPlan(world: World, plan: InstallPlan = PLAN): void {
  const progress = { kind: 'planned', plan } as const;
  act(() =>
    world.worker.say({ type: 'progress', call: 'install', request: request(world), progress }),
  );
}

async function sayDone(world: World, outcome: InstallOutcome): Promise<void> {
  await act(async () => {
    world.worker.say({
      type: 'done',
      call: 'install',
      request: request(world),
      result: outcome,
    });
    await new Promise((resolve) => setTimeout(resolve));
  });
}

async function startInstalling(world: World): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: 'Install Tidemark on this board…' }));
  sayPlan(world);
}

const dialog = (): HTMLElement => screen.getByRole('dialog');

describe('installing on a board at its prompt', () => {
  it('shows the board, the files and what happens to main.py before anything is written', async () => {
    const world = pageWith('repl');
    await startInstalling(world);
    expect(heardOf(world.worker, 'install')).toMatchObject([
      { action: 'install', mayInterrupt: false },
    ]);
    expect(dialog()).toHaveTextContent(/Raspberry Pi Pico with RP2040.*1\.27\.0.*868.kB/);
    expect(dialog()).toHaveTextContent('Your main.py is kept as main.py.bak.');
    const row = within(dialog()).getByRole('row', { name: /tidemark_a\/detector\.py/ });
    expect(row).toHaveTextContent(/7.486/);
    expect(heardOf(world.worker, 'go-on')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Install' }));
    expect(heardOf(world.worker, 'go-on')).toHaveLength(1);
  });

  it('shows how far it is, cannot be closed by accident, and says how it ended', async () => {
    const world = pageWith('repl');
    await startInstalling(world);
    await userEvent.click(screen.getByRole('button', { name: 'Install' }));
    const say = (stage: 'writing' | 'switching', done: number, canCancel: boolean) =>
      act(() =>
        world.worker.say({
          type: 'progress',
          call: 'install',
          request: request(world),
          progress: {
            kind: 'progressed',
            progress: { stage, path: 'tidemark_a/detector.py', done, canCancel },
          },
        }),
      );
    say('writing', 0.42, true);
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '42');
    expect(dialog()).toHaveTextContent('Writing tidemark_a/detector.py');
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('progressbar')).toBeInTheDocument();
    say('switching', 1, false);
    expect(within(dialog()).queryByRole('button', { name: 'Cancel' })).toBeNull();
    expect(dialog()).toHaveTextContent('It cannot be cancelled any more');
    await sayDone(world, { kind: 'done', plan: PLAN });
    expect(dialog()).toHaveTextContent(
      'Tidemark 0.1.0 runs on the board. Your main.py is kept there as main.py.bak.',
    );
  });

  it('is cancelled in the middle, and says that the board is as it was', async () => {
    const world = pageWith('repl');
    await startInstalling(world);
    await userEvent.click(screen.getByRole('button', { name: 'Install' }));
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(heardOf(world.worker, 'cancel')).toHaveLength(1);
    expect(screen.getByRole('button', { name: 'Removing what was written…' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await sayDone(world, { kind: 'cancelled' });
    expect(dialog()).toHaveTextContent('Cancelled. The board is as it was.');
  });

  it('is closed from the plan, which lets go of the board', async () => {
    const world = pageWith('repl');
    await startInstalling(world);
    await userEvent.keyboard('{Escape}');
    expect(heardOf(world.worker, 'cancel')).toHaveLength(1);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('can be opened again at once: it waits until the board is let go', async () => {
    const world = pageWith('repl');
    await startInstalling(world);
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'Install Tidemark on this board…' }));
    expect(heardOf(world.worker, 'install')).toHaveLength(1);
    await sayDone(world, { kind: 'cancelled' });
    expect(heardOf(world.worker, 'install')).toHaveLength(2);
    sayPlan(world);
    expect(dialog()).toHaveTextContent('Your main.py is kept as main.py.bak.');
  });

  it('asks before it stops a program after all', async () => {
    const world = pageWith('repl');
    await userEvent.click(screen.getByRole('button', { name: 'Install Tidemark on this board…' }));
    await sayDone(world, { kind: 'busy' });
    expect(dialog()).toHaveTextContent(/A program may be running/);
    await userEvent.click(screen.getByRole('button', { name: 'Stop the program and look' }));
    expect(heardOf(world.worker, 'install').at(-1)).toMatchObject({ mayInterrupt: true });
  });

  it('says what went wrong, what to do, and what the board said', async () => {
    const world = pageWith('repl');
    await startInstalling(world);
    await userEvent.click(screen.getByRole('button', { name: 'Install' }));
    await sayDone(world, {
      kind: 'failed',
      fault: { code: 'no-space', detail: 'OSError: 28' },
      unchanged: true,
    });
    expect(dialog()).toHaveTextContent(
      /There is not enough room on the board\. .*starts what it started before.*OSError: 28/,
    );
  });
});

describe('a board whose program was started from here', () => {
  it.each<[BoardKind, { readonly error: string } | null]>([
    ['repl', null],
    ['repl', { error: '' }],
    ['foreign', { error: "ImportError: no module named 'imu'" }],
  ])(
    'and is at its prompt again (%s, %j) is looked at at once: nobody claims that a program runs',
    async (kind, programEnd) => {
      const world = pageWith('repl');
      const { connection } = world.tidemark.board.getState();
      act(() => world.worker.say({ ...connection, type: 'connection', hasMain: true }));
      await userEvent.click(screen.getByRole('button', { name: 'Start its program' }));
      expect(heardOf(world.worker, 'restart-program')).toHaveLength(1);
      act(() => world.worker.say({ ...connection, type: 'connection', kind, programEnd }));
      await userEvent.click(screen.getByRole('button', { name: 'Board ▾' }));
      await userEvent.click(
        await screen.findByRole('menuitem', { name: 'Install Tidemark on this board…' }),
      );
      expect(heardOf(world.worker, 'install')).toMatchObject([{ mayInterrupt: false }]);
      expect(dialog()).not.toHaveTextContent(/may be running|has to be stopped/);
    },
  );
});

describe('a board that runs something', () => {
  it('is not interrupted before the person says so', async () => {
    const world = pageWith('foreign');
    await userEvent.click(screen.getByRole('button', { name: 'Board ▾' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Install Tidemark on this board…' }),
    );
    expect(dialog()).toHaveTextContent(/To look at the board it has to be stopped/);
    expect(heardOf(world.worker, 'install')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Leave it running' }));
    expect(heardOf(world.worker, 'install')).toEqual([]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('of ours is offered an update when it is older, and none when it is not', async () => {
    pageWith('tidemark', { ...IDENTITY, version: '0.0.9' });
    expect(screen.getByRole('status', { name: 'Notices' })).toHaveTextContent(
      `This board runs Tidemark 0.0.9. This page brings ${FIRMWARE_VERSION}.`,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Update…' }));
    expect(dialog()).toHaveTextContent(/has to be stopped/);
  });

  it('of ours that names no version is offered an update in a sentence that makes sense', () => {
    pageWith('tidemark', { ...IDENTITY, version: '' });
    expect(screen.getByRole('status', { name: 'Notices' })).toHaveTextContent(
      `This board’s Tidemark does not say its version. This page brings ${FIRMWARE_VERSION}.`,
    );
  });

  it('of ours is asked anew who it is once Tidemark is off it', async () => {
    const world = pageWith('tidemark', { ...IDENTITY, version: FIRMWARE_VERSION });
    expect(screen.queryByRole('button', { name: 'Update…' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Board ▾' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Uninstall Tidemark…' }));
    await userEvent.click(screen.getByRole('button', { name: 'Stop the program and look' }));
    const plan = { ...PLAN, action: 'uninstall', writes: [], restores: 'main.py.bak' } as const;
    sayPlan(world, plan);
    expect(dialog()).toHaveTextContent('main.py.bak becomes main.py again.');
    await userEvent.click(screen.getByRole('button', { name: 'Uninstall' }));
    const opened = heardOf(world.worker, 'open').length;
    await sayDone(world, { kind: 'done', plan });
    expect(dialog()).toHaveTextContent('Tidemark is off the board. main.py.bak is main.py again.');
    expect(heardOf(world.worker, 'open')).toHaveLength(opened + 1);
  });
});

it('has a sentence and an advice for every fault', () => {
  const codes: Readonly<Record<InstallFaultCode, true>> = {
    'no-prompt': true,
    'no-space': true,
    'hash-differs': true,
    vanished: true,
    'no-answer': true,
    'refused-write': true,
    'not-installed': true,
    'no-hello': true,
    'no-firmware': true,
  };
  const words = Object.keys(codes).map((code) =>
    installFaultWords({ code: code as InstallFaultCode, detail: '' }),
  );
  expect(new Set(words.map(({ title }) => title)).size).toBe(words.length);
  for (const { title, advice } of words) {
    expect(title).not.toMatch(/[.!]$/);
    expect(advice).toMatch(/\.$/);
  }
});
