import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { speak } from '../../../src/language/spoken.ts';
import { writeModel } from '../../../src/naming/writeModel.ts';
import { SketchDialog } from '../../../src/ui/sketch/SketchDialog.tsx';
import { StartDoors } from '../../../src/ui/start/StartDoors.tsx';
import { TroubleHelp } from '../../../src/ui/trouble/TroubleHelp.tsx';
import { madeModel } from '../../naming/madeForest.ts';
import { createWorld, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

function opened(): World {
  const world = createWorld();
  act(() => world.tidemark.view.getState().showOverlay('sketch'));
  renderWith(world, <SketchDialog />);
  return world;
}

const ON_PIN = { ...madeModel(['spike', 'burst']), channels: ['A0'] };
const sketch = () => screen.getByRole('region', { name: /^tidemark_.*\.ino$/ });

afterEach(() => {
  vi.restoreAllMocks();
  speak('en');
});

describe('the sketch for an Arduino board', () => {
  it('starts with the parameters that are edited, and follows them', () => {
    const { tidemark } = opened();
    expect(sketch()).not.toHaveTextContent('startWith');
    act(() => tidemark.tuning.getState().edit({ gamma: 3.7, period: 20 }));
    expect(sketch()).toHaveTextContent('tidemark.startWith("gamma=3.7");');
    expect(sketch()).toHaveTextContent('tidemark.begin(Serial, "A0:V", "analog pins", 20);');
  });

  it('is for the board that was chosen, and says which driver it needs', async () => {
    opened();
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Board' }),
      'Arduino Nano RP2040 Connect',
    );
    expect(sketch()).toHaveTextContent('#include <Arduino_LSM6DSOX.h>');
    expect(sketch()).not.toHaveTextContent('#if');
    expect(screen.getByText(/^The sketch reads the LSM6DSOX/)).toBeVisible();
  });

  it('says what this board has no memory for', () => {
    const { tidemark } = opened();
    act(() => tidemark.tuning.getState().edit({ maxima: 40 }));
    expect(screen.getByText(/no memory for so many maxima/)).toBeVisible();
  });

  it('has the forest in force where the board can hold it and reads its channels, else says why not', async () => {
    const { tidemark } = opened();
    const choose = (board: string) => userEvent.selectOptions(screen.getByRole('combobox'), board);
    expect(screen.getByText(/This board has no room for a forest/)).toBeVisible();
    await choose('pins');
    expect(screen.getByText(/The sketch has no forest, for none is in force/)).toBeVisible();
    act(() => tidemark.forest.getState().use(writeModel(ON_PIN)));
    expect(sketch()).toHaveTextContent('tidemark.nameBy(FOREST);');
    expect(screen.getByText(/The forest is in the sketch/)).toBeVisible();
    await choose('nicla');
    expect(sketch()).not.toHaveTextContent('FOREST');
    expect(screen.getByText(/was trained on other channels/)).toBeVisible();
    speak('pt');
    await choose('pins');
    expect(screen.getByText(/A floresta está no sketch/)).toBeVisible();
  });

  it('says in two steps what to do, and that the page cannot do it', () => {
    opened();
    expect(screen.getByText(/^A browser cannot put a program on these boards/)).toBeVisible();
    const steps = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(steps.map((step) => within(step).getAllByRole('button')[0]?.textContent)).toEqual([
      'Download the library',
      'Download tidemark_uno.ino',
    ]);
  });

  it('says when it is copied, and when that is not allowed', async () => {
    const { tidemark } = opened();
    const user = userEvent.setup();
    const said = () => tidemark.notices.getState().notices;
    await user.click(screen.getByRole('button', { name: 'Copy the sketch' }));
    expect(await navigator.clipboard.readText()).toContain('#include <Tidemark.h>');
    expect(JSON.stringify(said())).toContain('The sketch is in the clipboard.');
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('forbidden'));
    await user.click(screen.getByRole('button', { name: 'Copy the sketch' }));
    expect(JSON.stringify(said())).toContain('not allowed here');
  });

  it('says so, too, on a page that has no clipboard, as one that came without https', async () => {
    const { tidemark } = opened();
    const user = userEvent.setup();
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as unknown as Clipboard);
    await user.click(screen.getByRole('button', { name: 'Copy the sketch' }));
    expect(JSON.stringify(tidemark.notices.getState().notices)).toContain('not allowed here');
  });
});

describe('the way to it', () => {
  it('stands beside the ways to begin', async () => {
    const world = createWorld();
    renderWith(world, <StartDoors />);
    await userEvent.click(screen.getByRole('button', { name: 'I have an Arduino' }));
    expect(world.tidemark.view.getState().overlay).toBe('sketch');
  });

  it('stands in the help, which it closes', async () => {
    const world = createWorld();
    renderWith(world, <TroubleHelp />);
    act(() => world.tidemark.trouble.getState().ask('not-listed'));
    await userEvent.click(await screen.findByRole('button', { name: 'I have an Arduino' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Arduino sketch…' }));
    expect(world.tidemark.trouble.getState().topic).toBeNull();
    expect(world.tidemark.view.getState().overlay).toBe('sketch');
  });
});
