import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { PanelLayout } from '../../../src/ui/layout/PanelLayout.tsx';
import { PanelTitle } from '../../../src/ui/PanelTitle.tsx';
import { createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

let world: World;

beforeEach(() => {
  world = createWorld();
  renderWith(
    world,
    <PanelLayout
      signal={<PanelTitle>Signal</PanelTitle>}
      lower={
        <label>
          Filter <input />
        </label>
      }
      detector={
        <>
          <PanelTitle>Detector</PanelTitle>
          <button type="button">Push</button>
          <select aria-label="Preset" />
        </>
      }
      fit={<PanelTitle>Weibull fit</PanelTitle>}
    />,
  );
});

const maximised = () => world.tidemark.view.getState().maximised;

describe('a panel', () => {
  it('fills the screen by a double click on its title or by the button beside it, and goes back', async () => {
    await userEvent.dblClick(screen.getByRole('heading', { name: 'Detector' }));
    expect(maximised()).toBe('detector');
    const button = screen.getByRole('button', { name: 'Maximise Detector', pressed: true });
    await userEvent.click(button);
    expect(maximised()).toBeNull();
  });

  it('fills the screen by F when it has the focus, and gives it back by Escape', async () => {
    act(() => screen.getByRole('button', { name: 'Push' }).focus());
    await userEvent.keyboard('f');
    expect(maximised()).toBe('detector');
    await userEvent.keyboard('{Escape}');
    expect(maximised()).toBeNull();
  });

  it('is left by Escape also from a list, and not from a field that takes the key itself', async () => {
    act(() => world.tidemark.view.getState().maximise('detector'));
    act(() => screen.getByRole('combobox', { name: 'Preset' }).focus());
    await userEvent.keyboard('f');
    expect(maximised()).toBe('detector');
    await userEvent.keyboard('{Escape}');
    expect(maximised()).toBeNull();
    act(() => world.tidemark.view.getState().maximise('lower'));
    const field = screen.getByRole('textbox', { name: 'Filter' });
    field.addEventListener('keydown', (event) => event.preventDefault());
    act(() => field.focus());
    await userEvent.keyboard('{Escape}');
    expect(maximised()).toBe('lower');
  });

  it('has what has the focus in sight again when all have their places', () => {
    const push = screen.getByRole('button', { name: 'Push' });
    act(() => push.focus());
    act(() => world.tidemark.view.getState().maximise('detector'));
    const calls: unknown[] = [];
    push.scrollIntoView = (how) => calls.push(how);
    act(() => world.tidemark.view.getState().maximise(null));
    expect(calls).toEqual([{ block: 'nearest' }]);
  });

  it('is the signal when F is pressed and none has the focus', async () => {
    await userEvent.keyboard('F');
    expect(maximised()).toBe('signal');
    await userEvent.keyboard('F');
    expect(maximised()).toBeNull();
  });

  it('leaves what is typed alone', async () => {
    await userEvent.type(screen.getByRole('textbox', { name: 'Filter' }), 'f');
    expect(maximised()).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Filter' })).toHaveValue('f');
  });
});

describe('the handles between panels', () => {
  it('are named after what they part', () => {
    const names = screen
      .getAllByRole('separator')
      .map((handle) => handle.getAttribute('aria-label'));
    expect(names.toSorted()).toEqual([
      'Between Detector and Weibull fit',
      'Between Signal and Anomalies',
      'Between Signal and Detector',
    ]);
  });

  it.each([
    ['a double click', (handle: HTMLElement) => userEvent.dblClick(handle)],
    [
      'Enter',
      (handle: HTMLElement) => {
        handle.focus();
        return userEvent.keyboard('{Enter}');
      },
    ],
  ])('forget what was shared by them on %s', async (_, press) => {
    act(() =>
      world.tidemark.preferences.getState().prefer({
        panelSizes: { left: { signal: 40, lower: 60 }, columns: { left: 60, right: 40 } },
      }),
    );
    await press(screen.getByRole('separator', { name: 'Between Signal and Anomalies' }));
    expect(world.tidemark.preferences.getState().panelSizes).toEqual({
      columns: { left: 60, right: 40 },
    });
  });
});

describe('a panel that something elsewhere leads to', () => {
  it('comes into sight, each time', () => {
    const place = screen.getByRole('heading', { name: 'Weibull fit' }).closest('[data-place]');
    if (!place) throw new Error('the fit has no place');
    const calls: unknown[] = [];
    place.scrollIntoView = (how) => calls.push(how);
    act(() => world.tidemark.view.getState().seek('fit'));
    act(() => world.tidemark.view.getState().seek('fit'));
    expect(calls).toEqual([{ block: 'start' }, { block: 'start' }]);
  });

  it('is not left behind another that fills the screen', () => {
    const { maximise, seek } = world.tidemark.view.getState();
    act(() => maximise('signal'));
    act(() => seek('lower'));
    expect(maximised()).toBeNull();
    act(() => maximise('lower'));
    act(() => seek('lower'));
    expect(maximised()).toBe('lower');
  });
});

describe('an event that is chosen', () => {
  it('brings the signal into sight where the page scrolls', () => {
    const place = screen.getByRole('heading', { name: 'Signal' }).closest('[data-place]');
    if (!place) throw new Error('the signal has no place');
    const calls: unknown[] = [];
    place.scrollIntoView = (how) => calls.push(how);
    act(() => world.tidemark.view.setState({ chosen: { channel: 0, fromMs: 1000, toMs: 1000 } }));
    expect(calls).toEqual([{ block: 'nearest' }]);
    expect(within(place as HTMLElement).getByRole('heading')).toBeInTheDocument();
  });
});
