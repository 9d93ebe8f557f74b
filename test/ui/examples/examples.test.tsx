import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { ExampleBar } from '../../../src/ui/examples/ExampleBar.tsx';
import { ExampleDoors } from '../../../src/ui/examples/ExampleDoors.tsx';
import { exampleOf } from '../../../src/ui/examples/openedExample.ts';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { createWorld } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

afterEach(() => vi.unstubAllGlobals());

describe('an example', () => {
  it('is fetched from beside the page, and read without a question', async () => {
    const fetched = vi.fn(async (_: URL) => new Response('t [s],x\n0,1\n1,2\n'));
    vi.stubGlobal('fetch', fetched);
    const world = createWorld();
    renderWith(world, <ExampleDoors />);
    await userEvent.click(screen.getByRole('button', { name: /^Example: network/ }));
    expect(String(fetched.mock.calls[0]?.[0])).toMatch(/\/examples\/network\.csv$/);
    await waitFor(() => expect(heardOf(world.worker, 'look')).toHaveLength(1));
    const plan = { form: 'log', periodMs: 1000, timeZoneMinutes: 0 } as never;
    act(() =>
      world.worker.say({
        type: 'done',
        call: 'look',
        request: heardOf(world.worker, 'look')[0]?.request ?? -1,
        result: {
          form: 'numbers',
          look: {
            ok: true,
            plan,
            columns: [],
            mostChannels: 1,
            preview: [],
            legacyEncoding: false,
          } as never,
        },
      }),
    );
    await waitFor(() => expect(heardOf(world.worker, 'convert')).toHaveLength(1));
    expect(world.tidemark.imports.getState().chosen).toBeNull();
    const recording = new Blob(['H']);
    await act(async () =>
      world.worker.say({
        type: 'done',
        call: 'convert',
        request: heardOf(world.worker, 'convert')[0]?.request ?? -1,
        result: recording,
      }),
    );
    await waitFor(() => expect(exampleOf(world.tidemark.board.getState().source)).toBe('network'));
    expect(world.tidemark.imports.getState().reading).toBeNull();
  });

  it('that cannot be fetched says so', async () => {
    vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
    const { tidemark } = (() => {
      const world = createWorld();
      renderWith(world, <ExampleDoors />);
      return world;
    })();
    await userEvent.click(screen.getByRole('button', { name: /^Example: machine/ }));
    await waitFor(() =>
      expect(tidemark.notices.getState().notices).toMatchObject([
        { sentence: expect.stringContaining('could not be loaded') },
      ]),
    );
  });

  it('asks its question, and keeps the answer until it is wanted', async () => {
    renderWith(createWorld(), <ExampleBar example="payments" />);
    const bar = screen.getByRole('region', { name: 'Example' });
    expect(bar).toHaveTextContent('Which parameter leaves the fraud alone');
    expect(bar).not.toHaveTextContent('Tail, upper');
    await userEvent.click(screen.getByRole('button', { name: 'Show the answer' }));
    expect(bar).toHaveTextContent('Tail, upper');
    expect(screen.queryByRole('button', { name: 'Set the default parameters' })).toBeNull();
  });

  it('is asked of the defaults, which are a click away', async () => {
    const world = createWorld();
    act(() => world.tidemark.tuning.getState().edit({ gamma: 2 }));
    renderWith(world, <ExampleBar example="machine" />);
    await userEvent.click(screen.getByRole('button', { name: 'Set the default parameters' }));
    expect(world.tidemark.tuning.getState().editing).toEqual(DEFAULT_PARAMETERS);
  });
});
