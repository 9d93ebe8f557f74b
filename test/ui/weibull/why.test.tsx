import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { AnomalyEvent } from '../../../src/analysis/messages/findings.ts';
import type { SeasonSuggestion, Why } from '../../../src/analysis/messages/judgingMessages.ts';
import { AnomalyList } from '../../../src/ui/anomalies/AnomalyList.tsx';
import { WeibullPanel } from '../../../src/ui/weibull/WeibullPanel.tsx';
import { heardOf } from '../../analysis/fixtures/scriptedWorker.ts';
import { DAY_MS, JUDGED, SEASON, whyOf } from '../../gallery/why.ts';
import { aFit, anEvent, createWorld, eventCounts, LEARNED, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

function showing(...events: AnomalyEvent[]): World {
  const world = createWorld();
  renderWith(
    world,
    <>
      <AnomalyList beside={document.body} />
      <WeibullPanel />
    </>,
  );
  act(() => {
    world.connectTo();
    world.sayHealth({ rateHz: 50 });
    world.worker.say({ type: 'fit', channel: 0, fit: aFit(), learning: LEARNED });
    list(world, events);
  });
  return world;
}

function list(world: World, events: readonly AnomalyEvent[]): void {
  const counts = eventCounts(events.length);
  world.worker.say({ type: 'events', replaceAll: true, events, counts });
}

const asked = (world: World) => heardOf(world.worker, 'why').at(-1);

async function answer(world: World, result: Why | null): Promise<void> {
  const request = asked(world)?.request ?? -1;
  await act(async () => world.worker.say({ type: 'done', call: 'why', request, result }));
}

/** What a tab needs is loaded when it is first shown. */

const panel = (): HTMLElement => screen.getByRole('region', { name: 'Weibull fit' });

describe('choosing an event', () => {
  it('shows the moment: the fit as it was with the sample on its curve, limit, mean and sigma', async () => {
    const world = showing(anEvent(7));
    await userEvent.click(screen.getByRole('button', { name: /^Show alarm/ }));
    expect(await screen.findByText(/Looking it up/)).toBeInTheDocument();
    // What is shown is painted first, then asked for.
    await waitFor(() => expect(asked(world)?.event).toBe(7));
    await answer(world, whyOf('level'));
    expect(panel()).toHaveTextContent('20.0 σ; the limit was 4.42 σ.');
    for (const figure of ['mean1.020 g', 'σ0.190', 'limit4.42 σ', 'rarity1 in 10⁶']) {
      expect(panel()).toHaveTextContent(figure);
    }
    expect(panel()).toHaveTextContent(
      'It was 0.1 s, 3 samples long, with 2 outliers; furthest, −20.0 σ, 1 sample after the alarm; the level is as before.',
    );
    expect(panel()).toHaveTextContent('Seen by browser and board.');
    expect(screen.getByRole('img', { name: /^Why x alarmed at/ })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Show alarm/ })).toHaveAttribute(
      'aria-current',
      'true',
    );
  });

  it.each([
    ['drift', 'is 3.4 limits away from the 256 before', 'level of the block2.900 g'],
    ['rhythm', 'Has not crossed its mean for 1.2 s, usually 0.3 s.', 'on one side1.2 s'],
  ] as const)('of cause %s shows what was judged', async (cause, sentence, figure) => {
    const world = showing(anEvent(7, { cause, judged: JUDGED[cause], outliers: 0 }));
    await userEvent.click(screen.getByRole('button', { name: new RegExp(`^Show ${cause}`) }));
    await answer(world, whyOf(cause));
    expect(panel()).toHaveTextContent(sentence);
    expect(panel()).toHaveTextContent(figure);
  });

  it('leads to the event before and after, as far as there are any', async () => {
    const world = showing(anEvent(3), anEvent(7), anEvent(9));
    const chosen = () => world.tidemark.view.getState().chosen?.fromMs;
    const [newest] = screen.getAllByRole('button', { name: /^Show alarm/ });
    if (newest) await userEvent.click(newest);
    await screen.findByText(/Looking it up/);
    await waitFor(() => expect(asked(world)).toBeDefined());
    await answer(world, whyOf('level'));
    expect(screen.getByRole('button', { name: /Next/ })).toHaveAccessibleDescription(
      'There is no event after',
    );
    await userEvent.click(screen.getByRole('button', { name: /Previous/ }));
    expect(chosen()).toBe(anEvent(7).fromMs);
    expect(asked(world)?.event).toBe(7);
    await answer(world, whyOf('drift'));
    // By the keyboard alone, to the very first: the focus has not left the button.
    await userEvent.keyboard('{Enter}');
    expect(chosen()).toBe(anEvent(3).fromMs);
    await answer(world, whyOf('level'));
    expect(screen.getByRole('button', { name: /Previous/ })).toHaveFocus();
    expect(screen.getByRole('button', { name: /Previous/ })).toHaveAccessibleDescription(
      'There is no event before',
    );
  });

  it('is said to who does not see it, one sentence for each event', async () => {
    const world = showing(anEvent(3), anEvent(7));
    const said = () => within(panel()).getByRole('status').textContent;
    await userEvent.click(screen.getAllByRole('button', { name: /^Show alarm/ })[0] ?? panel());
    await screen.findByText(/Looking it up/);
    await waitFor(() => expect(asked(world)).toBeDefined());
    const place = within(panel()).getByRole('status');
    expect(said()).toBe('');
    await answer(world, whyOf('level'));
    expect(said()).toMatch(/x: 20\.0\u00a0σ; the limit was 4\.42\u00a0σ\.$/);
    await userEvent.click(screen.getByRole('button', { name: /Previous/ }));
    await answer(world, null);
    expect(said()).toBe('The samples of that moment are kept no longer.');
    // A reader of the screen hears what changes in a place that it knew before.
    expect(within(panel()).getByRole('status')).toBe(place);
  });

  it('of channels together says which is odd', async () => {
    const world = showing(anEvent(7, { odd: 0 }));
    await userEvent.click(screen.getByRole('button', { name: /^Show alarm/ }));
    await answer(world, { ...whyOf('level'), oddness: [6.1] });
    expect(panel()).toHaveTextContent('Odd, given the others: x 6.1 σ.');
  });

  it('is asked anew when the past is judged anew, and says when it is no anomaly any more', async () => {
    const world = showing(anEvent(7));
    await userEvent.click(screen.getByRole('button', { name: /^Show alarm/ }));
    await answer(world, whyOf('level'));
    act(() => list(world, [anEvent(7, { id: 12 })]));
    expect(asked(world)?.event).toBe(12);
    act(() => list(world, []));
    expect(panel()).toHaveTextContent('the event that you chose is no anomaly');
  });

  it('that is kept no longer says so', async () => {
    const world = showing(anEvent(7));
    await userEvent.click(screen.getByRole('button', { name: /^Show alarm/ }));
    await answer(world, null);
    expect(panel()).toHaveTextContent('The samples of that moment are kept no longer.');
  });
});

const SUGGESTION: SeasonSuggestion = {
  periodMs: 86_400_000,
  correlation: 0.82,
  spread: 0.4,
  without: { outliers: 4, alarms: 12, collective: 0 },
  with: { outliers: 4, alarms: 3, collective: 0 },
  refused: false,
};

describe('the season', () => {
  async function searched(suggestion: SeasonSuggestion | null): Promise<World> {
    const world = showing();
    await userEvent.click(screen.getByRole('radio', { name: 'Season' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Look for a period' }));
    await act(() => world.endStudy({ kind: 'season', suggestion }));
    return world;
  }

  it('that was found is used with one click', async () => {
    const world = await searched(SUGGESTION);
    expect(panel()).toHaveTextContent('Period 24.0 h found, correlation .82.');
    await userEvent.click(screen.getByRole('button', { name: 'Use it' }));
    expect(heardOf(world.worker, 'judge-with').at(-1)?.parameters.season).toBe(86_400_000);
  });

  it('of a channel that the person calls otherwise is that channel’s', async () => {
    const world = createWorld();
    renderWith(world, <WeibullPanel />);
    act(() => {
      world.connectTo();
      const { session } = world.tidemark.board.getState().connection;
      const channels = ['ax', 'ay'].map((name) => ({ name, unit: 'g' }));
      world.worker.say({ type: 'channels', session, channels });
      world.tidemark.channelLooks.getState().choose('ax', { name: 'spindle' });
      world.tidemark.tuning.getState().edit({ season: DAY_MS }, false, 'ax');
    });
    await userEvent.click(screen.getByRole('radio', { name: 'Season' }));
    expect(await screen.findByText(/^A cycle of 24.0 h is to be learned/)).toBeInTheDocument();
    await waitFor(() => expect(heardOf(world.worker, 'season')).not.toHaveLength(0));
    const request = heardOf(world.worker, 'season').at(-1)?.request ?? -1;
    await act(async () =>
      world.worker.say({ type: 'done', call: 'season', request, result: SEASON }),
    );
    expect(screen.getByRole('img')).toHaveAccessibleName(/^Usual course of spindle over one cycle/);
  });

  it('that does harm is refused, with its own false alarms as the reason', async () => {
    const withIt = { ...SUGGESTION.with, alarms: 40 };
    const world = await searched({ ...SUGGESTION, with: withIt, refused: true });
    const before = heardOf(world.worker, 'judge-with').length;
    const use = screen.getByRole('button', { name: 'Use it' });
    expect(use).toHaveAccessibleDescription(/more alarms \(40\) than without \(12\)/);
    await userEvent.click(use);
    expect(heardOf(world.worker, 'judge-with')).toHaveLength(before);
  });

  it('that is not there is said', async () => {
    await searched(null);
    expect(panel()).toHaveTextContent('No period found');
  });
});

describe('the empty list', () => {
  it('says what counts as normal, and what is still learned', () => {
    const world = showing();
    expect(
      screen.getByText(/^What happens at least every 3.2 s counts as normal/),
    ).toBeInTheDocument();
    const fit = aFit({ maxima: [1, 2, 3], weibull: null });
    act(() => world.worker.say({ type: 'fit', channel: 0, fit, learning: LEARNED }));
    expect(
      screen.getByText(/Nothing can be flagged yet: learning 3 of 5 blocks, 2 s more/),
    ).toBeInTheDocument();
  });
});
