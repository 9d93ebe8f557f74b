/** Which row keys are about: where the focus is, and where it goes on when a dialog about rows has gone. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { AnomalyList } from '../../../src/ui/anomalies/AnomalyList.tsx';
import { anEvent, createWorld, eventCounts } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

beforeEach(() => {
  const world = createWorld();
  renderWith(
    world,
    <>
      <button type="button" id="tab">
        Anomalies
      </button>
      <div role="tabpanel" aria-labelledby="tab">
        <AnomalyList beside={document.body} />
      </div>
    </>,
  );
  const events = [anEvent(1), anEvent(9)];
  act(() => {
    world.connectTo();
    world.worker.say({ type: 'events', replaceAll: true, events, counts: eventCounts(2) });
  });
});

it('keys are about the row that has the focus, though another was chosen elsewhere', async () => {
  const [newest, oldest] = screen.getAllByRole('row').slice(1) as HTMLElement[];
  if (oldest) await userEvent.click(oldest);
  expect(within(oldest as HTMLElement).getByRole('button', { current: true })).toBeVisible();
  // As a screen reader puts it there.
  const button = within(newest as HTMLElement).getByRole('button', { name: /^Show / });
  act(() => button.focus());
  await userEvent.keyboard('{Enter}');
  expect(button).toHaveAttribute('aria-current', 'true');
});

async function expectFocusOn(control: HTMLElement): Promise<void> {
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(control).toHaveFocus());
}

it.each(['pump{Enter}', '1', '{Escape}'])(
  'the name of a row has the focus again after %s',
  async (keys) => {
    const row = screen.getAllByRole('row')[2] as HTMLElement;
    const name = within(row).getByRole('button', { name: /^No name, at / });
    act(() => name.focus());
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: 'Name 1 event' });
    await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
    await userEvent.keyboard(keys);
    await expectFocusOn(name);
  },
);

it.each(['Write a note…', 'Shelve the channel…', 'Name…'])(
  'the button of what is done with the chosen rows has it after “%s”',
  async (words) => {
    const [row] = screen.getAllByRole('row').slice(1);
    if (row) await userEvent.click(row);
    const chosen = screen.getByRole('button', { name: /^Chosen 1/ });
    act(() => chosen.focus());
    await userEvent.keyboard('{Enter}');
    act(() => screen.getByRole('button', { name: new RegExp(`^${words}`) }).focus());
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('button', { name: 'Close' });
    await userEvent.keyboard('{Escape}');
    await expectFocusOn(chosen);
  },
);

it('the button of what is done with the chosen rows has it after what asks for nothing', async () => {
  const [row] = screen.getAllByRole('row').slice(1);
  if (row) await userEvent.click(row);
  const chosen = screen.getByRole('button', { name: /^Chosen 1/ });
  act(() => chosen.focus());
  await userEvent.keyboard('{Enter}');
  act(() => screen.getByRole('button', { name: /^Acknowledge/ }).focus());
  await userEvent.keyboard('{Enter}');
  await expectFocusOn(chosen);
});
