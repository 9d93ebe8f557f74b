import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../../src/detector/parameters.ts';
import { ParameterPanel } from '../../../src/ui/parameters/ParameterPanel.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { createWorld, streaming, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const bound = (): HTMLElement => screen.getByRole('textbox', { name: 'Bound γ' });
const button = (name: string): HTMLElement => screen.getByRole('button', { name });

async function enter(field: HTMLElement, text: string): Promise<void> {
  await userEvent.clear(field);
  await userEvent.type(field, `${text}{Enter}`);
}

function lastJudged(world: World) {
  return heardOf(world.worker, 'judge-with').at(-1)?.parameters;
}

function connected(): World {
  const world = createWorld();
  renderWith(world, <ParameterPanel />);
  act(() => world.connectTo());
  return world;
}

describe('an edit', () => {
  it('is judged with at once', async () => {
    const world = connected();
    await enter(bound(), '2.5');
    expect(lastJudged(world)).toEqual({ ...DEFAULT_PARAMETERS, gamma: 2.5 });
  });

  it('may be typed with a decimal comma', async () => {
    const world = connected();
    await enter(bound(), '2,5');
    expect(lastJudged(world)?.gamma).toBe(2.5);
  });

  it.each([
    ['21', 'above 0 and at most 20'],
    ['1e400', 'a number'],
  ])('of %s is refused with a sentence, and sent nowhere', async (text, must) => {
    const world = connected();
    const before = world.worker.heard.length;
    await enter(bound(), text);
    expect(screen.getByRole('alert')).toHaveTextContent(`Bound γ must be ${must}.`);
    expect(bound()).toBeInvalid();
    expect(bound()).toHaveValue(text);
    expect(world.worker.heard).toHaveLength(before);
    await userEvent.click(button('Push to board'));
    expect(heardOf(world.worker, 'push')).toEqual([]);
  });

  it('that is dropped by Escape has used that key up: what it does elsewhere is not meant', async () => {
    connected();
    const used: boolean[] = [];
    const note = ({ defaultPrevented }: Event): void => void used.push(defaultPrevented);
    document.addEventListener('keydown', note);
    await userEvent.type(bound(), '9');
    used.length = 0;
    await userEvent.keyboard('{Escape}{Escape}');
    document.removeEventListener('keydown', note);
    expect(bound()).toHaveValue('4');
    expect(used).toEqual([true, false]);
  });

  it('that is corrected loses its sentence', async () => {
    connected();
    await enter(bound(), '21');
    await enter(bound(), '20');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(bound()).toBeValid();
  });

  it('by arrow key goes one step', async () => {
    const world = connected();
    await userEvent.type(screen.getByRole('textbox', { name: 'Maxima N' }), '{ArrowUp}');
    expect(lastJudged(world)?.maxima).toBe(6);
  });

  it('by slider is one undo step, and tells its value and unit', async () => {
    const world = connected();
    const slider = screen.getByRole('slider', { name: 'Bound γ, slider' });
    expect(slider).toHaveAttribute('aria-valuetext', '4 σ');
    act(() => slider.focus());
    await userEvent.keyboard('{ArrowRight}');
    const moved = lastJudged(world)?.gamma ?? 0;
    expect(moved).toBeGreaterThan(4);
    expect(slider).toHaveAttribute('aria-valuetext', `${moved} σ`);
    await userEvent.click(button('Undo'));
    expect(lastJudged(world)).toEqual(DEFAULT_PARAMETERS);
  });

  it('by preset sets what Table 2 names and leaves the rest', async () => {
    const world = connected();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Preset' }), 'Experiment 3');
    expect(lastJudged(world)).toEqual({
      ...DEFAULT_PARAMETERS,
      gamma: 2,
      maxima: 10,
      meanGap: 500,
    });
  });

  it('by preset goes back to the defaults, which untouched parameters are called', async () => {
    const world = connected();
    const preset = screen.getByRole('combobox', { name: 'Preset' });
    expect(preset).toHaveDisplayValue('Defaults');
    await enter(bound(), '2.5');
    expect(preset).toHaveDisplayValue('custom');
    await userEvent.selectOptions(preset, 'Defaults');
    expect(lastJudged(world)).toEqual(DEFAULT_PARAMETERS);
    expect(preset).toHaveDisplayValue('Defaults');
  });

  it('can be undone', async () => {
    const world = connected();
    await enter(bound(), '2.5');
    await userEvent.click(button('Undo'));
    expect(bound()).toHaveValue('4');
    expect(lastJudged(world)).toEqual(DEFAULT_PARAMETERS);
  });

  it('can be reverted to what the board confirmed, wrong entries included', async () => {
    const world = connected();
    await enter(bound(), '2.5');
    await enter(screen.getByRole('textbox', { name: 'Confidence δ' }), '7');
    await userEvent.click(button('Revert'));
    expect(bound()).toHaveValue('4');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(lastJudged(world)).toEqual(DEFAULT_PARAMETERS);
  });
});

describe('a board that answers ok and applies nothing', () => {
  it('is said so beside the field, until it reads back something else', async () => {
    const world = connected();
    await enter(bound(), '2.5');
    await userEvent.click(button('Push to board'));
    const fault = { code: 'not-applied', detail: '' } as const;
    await act(() =>
      world.answer({ ok: false, fault, parameter: null, words: '', still: { gamma: 4 } }),
    );
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The board answered ok, but still says γ 4.',
    );
    expect(bound()).toBeInvalid();
    act(() => world.tidemark.tuning.getState().boardHas({ ...DEFAULT_PARAMETERS, gamma: 2.5 }));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the three columns', () => {
  it('show who uses what, with a sign and words where they differ', async () => {
    const world = connected();
    await enter(bound(), '2.5');
    expect(screen.getByTitle(/^Board: 4, differs/)).toHaveTextContent('≠4');
    expect(screen.getByTitle(/^Browser: 4, differs/)).toHaveTextContent('≠4');
    act(() =>
      world.worker.say({
        type: 'judging-with',
        parameters: { ...DEFAULT_PARAMETERS, gamma: 2.5 },
        own: {},
        together: false,
        onlyWhenTwoAgree: false,
      }),
    );
    expect(screen.getByTitle('Browser: 2.5')).toHaveTextContent(/^2.5$/);
  });

  it('leave the board’s empty until it has said', () => {
    renderWith(createWorld(), <ParameterPanel />);
    expect(screen.getAllByTitle('No board has said').length).toBeGreaterThan(2);
  });
});

describe('push', () => {
  it('sends only what differs', async () => {
    const world = connected();
    await enter(bound(), '2.5');
    await userEvent.click(button('Push to board'));
    expect(heardOf(world.worker, 'push').map((push) => push.changes)).toEqual([{ gamma: 2.5 }]);
  });

  it('that is refused shows the board’s reason beside the field', async () => {
    const world = connected();
    await enter(screen.getByRole('textbox', { name: 'Mean gap T' }), '900');
    await userEvent.click(button('Push to board'));
    await act(() =>
      world.answer({
        ok: false,
        fault: { code: 'refused', detail: '' },
        parameter: 'meanGap',
        words: 'not while calibrating',
      }),
    );
    expect(screen.getByRole('alert')).toHaveTextContent('The board refused: not while calibrating');
    expect(screen.getByRole('textbox', { name: 'Mean gap T' })).toHaveAccessibleDescription(
      /not while calibrating/,
    );
  });

  it('says why it cannot be used', () => {
    const world = createWorld();
    renderWith(world, <ParameterPanel />);
    expect(button('Push to board')).toHaveAccessibleDescription('No board is connected.');
    expect(button('Push to board')).toHaveAttribute('aria-disabled', 'true');
    act(() => world.connectTo());
    expect(button('Push to board')).toHaveAccessibleDescription(
      'The board already has these parameters.',
    );
  });
});

describe('a board with another sketch', () => {
  it('is said to leave parameters in this browser', () => {
    const world = createWorld();
    renderWith(world, <ParameterPanel />);
    act(() => {
      world.tidemark.connectVirtual();
      world.worker.say({ ...streaming(1), kind: 'foreign', identity: null });
    });
    expect(button('Push to board')).toHaveAccessibleDescription(/parameters stay in this browser/);
    const panel = within(screen.getByRole('region', { name: 'Detector' }));
    expect(panel.getAllByText(/parameters stay in this browser/).length).toBeGreaterThan(0);
  });
});

describe('restart learning', () => {
  it('asks first', async () => {
    const world = connected();
    await userEvent.click(button('Restart learning'));
    expect(heardOf(world.worker, 'restart')).toEqual([]);
    expect(button('Keep')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(heardOf(world.worker, 'restart')).toEqual([]);
    expect(button('Restart learning')).toHaveFocus();
    await userEvent.click(button('Restart learning'));
    await userEvent.click(button('Forget and restart'));
    expect(heardOf(world.worker, 'restart')).toHaveLength(1);
  });
});

describe('the effect line', () => {
  it('compares these parameters with the board’s', () => {
    const world = connected();
    act(() =>
      world.sayHealth({
        found: {
          overMs: 8 * 3_600_000,
          browser: { outliers: 12, alarms: 4, collective: 1 },
          board: { outliers: 31, alarms: 9, collective: 1 },
        },
      }),
    );
    expect(
      screen.getByText(
        'With these: 12 outliers, 4 alarms (1 collective) in the 8.0 h in memory; the board found 31 outliers, 9 alarms (1 collective).',
      ),
    ).toBeInTheDocument();
  });
});

describe('what was edited before a board came', () => {
  it('is kept and said, until the person takes the board’s', async () => {
    const world = createWorld();
    world.tidemark.tuning.getState().edit({ gamma: 3.1 });
    world.connectTo();
    renderWith(world, <ParameterPanel />);
    expect(screen.getByText(/Kept from before.*Bound γ 3\.1 \(board: 4\)\./)).toBeInTheDocument();
    await userEvent.click(button('Use the board’s'));
    expect(screen.queryByText(/Kept from before/)).toBeNull();
    expect(world.tidemark.tuning.getState().editing.gamma).toBe(4);
  });
});
