import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Boundary } from '../../src/ui/Boundary.tsx';
import { heardOf } from '../analysis/fixtures/scriptedWorker.ts';
import { createWorld } from '../state/world.ts';
import { renderWith } from './renderWith.tsx';

afterEach(() => vi.restoreAllMocks());

describe('a part of the screen that fails', () => {
  it('says so, lets the rest be, and can be shown again', async () => {
    // React tells of every error that a boundary catches.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let works = false;
    const Part = () => {
      if (!works) throw new RangeError('Invalid time value');
      return <p>Part</p>;
    };
    renderWith(
      createWorld(),
      <>
        <Boundary name="Signal">
          <Part />
        </Boundary>
        <p>Rest</p>
      </>,
    );
    expect(screen.getByRole('alert', { name: 'Signal' })).toHaveTextContent(
      'Signal cannot be shown. The rest of the page goes on, and so does the recording.RangeError: Invalid time value',
    );
    expect(screen.getByText('Rest')).toBeVisible();
    works = true;
    await userEvent.click(screen.getByRole('button', { name: 'Show it again' }));
    expect(screen.getByText('Part')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('offers what was recorded, also when it is the whole page', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const world = createWorld();
    const Part = (): never => {
      throw new Error('broken');
    };
    renderWith(
      world,
      <Boundary name="Tidemark" isWholePage>
        <Part />
      </Boundary>,
    );
    expect(screen.queryByRole('button', { name: 'Save what was recorded' })).toBeNull();
    act(() =>
      world.worker.say({
        type: 'recording',
        state: { phase: 'recording', fileName: 'a.tidemark', bytes: 9, roomLeftMs: null },
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Save what was recorded' }));
    expect(heardOf(world.worker, 'stored-recordings').at(-1)?.question).toEqual({
      kind: 'read',
      fileName: 'a.tidemark',
    });
    expect(screen.getByRole('button', { name: 'Load the page again' })).toBeVisible();
  });
});
