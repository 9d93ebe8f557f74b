import { MantineProvider, Modal } from '@mantine/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { expect, it } from 'vitest';
import { useFocusGivenBack } from '../../src/ui/focusGivenBack.ts';

function Door(): ReactNode {
  const [opened, setOpened] = useState(false);
  const focus = useFocusGivenBack(opened);
  return (
    // Not Mantine's test environment: it has neither transitions nor their ends.
    <MantineProvider>
      <button type="button" onClick={() => setOpened(true)}>
        Open it
      </button>
      <Modal
        {...focus}
        opened={opened}
        onClose={() => setOpened(false)}
        title="It"
        transitionProps={{ duration: 20 }}
      >
        <input aria-label="Name" />
      </Modal>
    </MantineProvider>
  );
}

it.each(['before', 'after'])(
  'a dialog closed %s it has taken the focus gives it back',
  async (moment) => {
    render(<Door />);
    const opener = screen.getByRole('button', { name: 'Open it' });
    opener.focus();
    fireEvent.click(opener);
    expect(await screen.findByRole('dialog')).toBeInTheDocument();
    if (moment === 'before') {
      fireEvent.keyDown(document.body, { key: 'Escape' });
      // The dialog's timer comes late, as on a busy page.
      screen.getByLabelText('Name').focus();
    } else {
      await waitFor(() => expect(opener).not.toHaveFocus());
      fireEvent.keyDown(document.body, { key: 'Escape' });
    }
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(opener).toHaveFocus());
  },
);
