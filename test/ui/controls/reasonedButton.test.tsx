import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { expect, it } from 'vitest';
import { ReasonedButton } from '../../../src/ui/controls/ReasonedButton.tsx';

function touched(reason: string | null): void {
  render(
    <MantineProvider env="test">
      <ReasonedButton reason={reason} hint="One sample far away">
        Spike
      </ReasonedButton>
    </MantineProvider>,
  );
  const target = screen.getByRole('button', { name: 'Spike' });
  // A browser tells of a mouse, too, where a finger was.
  fireEvent.pointerDown(target, { pointerType: 'touch' });
  fireEvent.pointerEnter(target, { pointerType: 'touch' });
  fireEvent.mouseEnter(target);
  fireEvent.mouseMove(target);
}

it('a finger on a button that works gets no text over the buttons around it', () => {
  touched(null);
  expect(screen.queryByRole('tooltip')).toBeNull();
});

it('a finger on a button that does not work gets the reason', async () => {
  touched('Nothing runs.');
  expect(await screen.findByRole('tooltip')).toHaveTextContent('Nothing runs.');
});

it('a button that was pressed takes its hint away, until the mouse comes back', async () => {
  render(
    <MantineProvider env="test">
      <ReasonedButton reason={null} hint="One sample far away">
        Spike
      </ReasonedButton>
    </MantineProvider>,
  );
  const button = screen.getByRole('button', { name: 'Spike' });
  await userEvent.hover(button);
  expect(await screen.findByRole('tooltip')).toBeInTheDocument();
  await userEvent.click(button);
  await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull());
  await userEvent.unhover(button);
  await userEvent.hover(button);
  expect(await screen.findByRole('tooltip')).toBeInTheDocument();
});

it('a button at work keeps the focus, says that it is at work, and does nothing more', async () => {
  let pressed = 0;
  function Saving(): ReactNode {
    const [asking, setAsking] = useState(false);
    return (
      <ReasonedButton
        reason={null}
        loading={asking}
        onClick={() => {
          pressed += 1;
          setAsking(true);
        }}
      >
        Save
      </ReasonedButton>
    );
  }
  render(
    <MantineProvider env="test">
      <Saving />
    </MantineProvider>,
  );
  const button = screen.getByRole('button', { name: 'Save' });
  await userEvent.click(button);
  await userEvent.keyboard('{Enter}');
  expect(pressed).toBe(1);
  expect(button).toBeEnabled();
  expect(button).toHaveFocus();
  expect(button).toHaveAttribute('aria-busy', 'true');
});
