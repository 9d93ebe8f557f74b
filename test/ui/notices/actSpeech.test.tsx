import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../../src/language/spoken.ts';
import { useAlarmKeys } from '../../../src/ui/alarms/useAlarmKeys.ts';
import { AnomalyList } from '../../../src/ui/anomalies/AnomalyList.tsx';
import { useCommandKeys } from '../../../src/ui/commands/useCommandKeys.ts';
import { ActSpeech } from '../../../src/ui/notices/ActSpeech.tsx';
import { anEvent, createWorld, eventCounts, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

function Keys(): null {
  useCommandKeys();
  useAlarmKeys();
  return null;
}

/** A page with three new alarms in its list. */
function opened(): World {
  const world = createWorld();
  renderWith(
    world,
    <>
      <Keys />
      <AnomalyList beside={document.body} />
      <ActSpeech />
    </>,
  );
  act(() => {
    world.connectTo();
    const events = [1, 2, 3].map((id) => anEvent(id, { live: true }));
    world.worker.say({ type: 'events', replaceAll: false, events, counts: eventCounts(3) });
  });
  return world;
}

const region = (): HTMLElement => screen.getByRole('status', { name: 'What was done' });
const said = (sentence: string): Promise<HTMLElement> => screen.findByText(sentence);

const UNDO = '{Control>}z{/Control}';
const REDO = '{Control>}{Shift>}z{/Shift}{/Control}';

/** The newest row has the focus, and is the one that is meant. */
function standOnNewest(): void {
  act(() => screen.getAllByRole('button', { name: /^Show/ })[0]?.focus());
}

describe('what a key has done is said', () => {
  afterEach(() => speak('en'));

  it('of a parameter that was taken back and had again, by its name and value', async () => {
    const { tidemark } = opened();
    act(() => tidemark.tuning.getState().edit({ gamma: 3 }));
    await userEvent.keyboard(UNDO);
    expect(region()).toContainElement(await said('Undone: Bound γ back to 4 σ'));
    await userEvent.keyboard(REDO);
    await said('Done again: Bound γ back to 3 σ');
  });

  it('of a channel’s own parameter with the channel, and of several how many', async () => {
    const { tidemark } = opened();
    const { edit, judge } = tidemark.tuning.getState();
    act(() => edit({ gamma: 3, delta: 0.9 }));
    act(() => edit({ tail: 'upper' }, false, 'x'));
    act(() => judge('x', false));
    await userEvent.keyboard(UNDO);
    await said('Undone: x, judged');
    await userEvent.keyboard(UNDO);
    await said('Undone: x, Tail back to both');
    await userEvent.keyboard(UNDO);
    await said('Undone: 2 parameters');
  });

  it('of a name that was given, taken away, and given back', async () => {
    opened();
    standOnNewest();
    await userEvent.keyboard('1');
    await said('Named: true anomaly');
    await userEvent.keyboard('0');
    await said('Name taken away: true anomaly');
    await userEvent.keyboard(UNDO);
    await said('Undone: named true anomaly');
    await userEvent.keyboard(`${UNDO}${UNDO}`);
    await said('Undone: no longer named true anomaly');
  });

  it('of several at once, how many', async () => {
    opened();
    standOnNewest();
    await userEvent.keyboard('{Control>}a{/Control}2');
    await said('Named: 3 events not an anomaly');
    await userEvent.keyboard(UNDO);
    await said('Undone: 3 events no longer named not an anomaly');
  });

  it('of alarms that were acknowledged, one by one and all', async () => {
    const { tidemark } = opened();
    standOnNewest();
    await userEvent.keyboard('a');
    await said('Acknowledged: 1 alarm');
    act(() => tidemark.alarms.getState().acknowledgeAll(anEvent(3).fromMs));
    await said('Acknowledged: 2 alarms');
  });

  it('twice when it was done twice', async () => {
    opened();
    standOnNewest();
    await userEvent.keyboard('a');
    const first = await said('Acknowledged: 1 alarm');
    const gone = new Promise((resolve) => {
      new MutationObserver(() => !first.isConnected && resolve(true)).observe(region(), {
        childList: true,
      });
    });
    await userEvent.keyboard('{ArrowDown}a');
    await expect(gone).resolves.toBe(true);
    expect(region()).toHaveTextContent('Acknowledged: 1 alarm');
  });

  it('of a key that is held down only the last', async () => {
    const { tidemark } = opened();
    for (const gamma of [3, 2.5, 2]) act(() => tidemark.tuning.getState().edit({ gamma }));
    const heard: string[] = [];
    new MutationObserver(() => heard.push(region().textContent ?? '')).observe(region(), {
      childList: true,
    });
    act(() => {
      for (let times = 0; times < 3; times += 1) tidemark.undo();
    });
    await said('Undone: Bound γ back to 4 σ');
    expect(heard).toEqual(['Undone: Bound γ back to 4 σ']);
  });

  it('of a class that was deleted and is there again', async () => {
    const { tidemark } = opened();
    act(() => {
      tidemark.naming.addClass('bearing');
      tidemark.naming.nameEvents([anEvent(1)], 'bearing');
      tidemark.naming.deleteClass('bearing');
    });
    await userEvent.keyboard(UNDO);
    await said('Undone: class bearing is there');
  });

  it('of alarms that are muted by their key', async () => {
    opened();
    await userEvent.keyboard('m');
    await said('Alarms muted');
    await userEvent.keyboard('m');
    await said('Alarms no longer muted');
  });

  it('in Portuguese, too', async () => {
    speak('pt');
    const { tidemark } = opened();
    act(() => tidemark.tuning.getState().edit({ gamma: 3.5 }));
    act(() => tidemark.tuning.getState().edit({ gamma: 3 }));
    await userEvent.keyboard(UNDO);
    await said('Desfeito: Limiar γ de volta a 3,5 σ');
    act(() => tidemark.alarms.getState().acknowledgeAll(anEvent(3).fromMs));
    await said('Reconhecidos: 3 alarmes');
  });

  it('and nothing of what a recording brings', async () => {
    const { tidemark } = opened();
    act(() => {
      tidemark.alarms
        .getState()
        .restore([{ kind: 'acknowledge-all', atMs: 0, upToMs: anEvent(3).fromMs }]);
      tidemark.labels.getState().restore([{ ...anEvent(1), name: 'bearing' }]);
      tidemark.alarms.getState().acknowledge([anEvent(1)]);
    });
    await said('Acknowledged: 1 alarm');
    expect(tidemark.alarms.getState().did).toHaveLength(1);
  });
});
