import { act, fireEvent, render, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { expect, it } from 'vitest';
import { NEXT_MARK, useFocusKept } from '../../src/ui/focusKept.ts';

/** A page whose buttons take themselves away. */
function Page({ hasNext = false }: { readonly hasNext?: boolean }): ReactNode {
  useFocusKept();
  const [gone, setGone] = useState(false);
  return (
    <div id="root">
      {hasNext && gone && <section aria-label="Machine" {...NEXT_MARK} />}
      <header>
        {!gone && (
          <section aria-label="New alarms">
            <button type="button" onClick={() => setGone(true)}>
              Acknowledge
            </button>
          </section>
        )}
      </header>
      <main>
        <button type="button">Open</button>
        {!gone && (
          <div role="dialog" aria-label="A question">
            <button type="button" onClick={() => setGone(true)}>
              Close
            </button>
          </div>
        )}
        {!gone && (
          <button type="button" onClick={() => setGone(true)}>
            Start
          </button>
        )}
      </main>
    </div>
  );
}

async function press(name: string): Promise<void> {
  const button = screen.getByRole('button', { name });
  button.focus();
  await act(async () => {
    fireEvent.click(button);
  });
}

it('a button that goes with its place leaves the focus to what stands around that', async () => {
  render(<Page />);
  await press('Acknowledge');
  expect(screen.getByRole('banner')).toHaveFocus();
});

it('with nothing around it the next thing to do has the focus, else the main part', async () => {
  const { unmount } = render(<Page hasNext />);
  await press('Start');
  expect(screen.getByRole('region', { name: 'Machine' })).toHaveFocus();
  unmount();
  render(<Page />);
  await press('Start');
  expect(screen.getByRole('main')).toHaveFocus();
});

it('a place that cannot have the focus is passed over', async () => {
  render(<Page />);
  // As a header without a box of its own does, which the styles of a phone make of it.
  screen.getByRole('banner').focus = () => undefined;
  await press('Acknowledge');
  expect(screen.getByRole('main')).toHaveFocus();
});

it('what had the focus by that alone cannot be clicked into it', async () => {
  render(<Page />);
  await press('Start');
  const main = screen.getByRole('main');
  act(() => main.blur());
  expect(main).not.toHaveAttribute('tabindex');
});

it('a dialog that closes is left to give the focus back by itself', async () => {
  render(<Page />);
  screen.getByRole('button', { name: 'Open' }).focus();
  await press('Close');
  expect(document.body).toHaveFocus();
});
