import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
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
