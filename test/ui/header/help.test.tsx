import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { HelpPopover } from '../../../src/ui/header/HelpPopover.tsx';
import { createWorld } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

it('the help says which Tidemark this is', async () => {
  renderWith(createWorld(), <HelpPopover />);
  await userEvent.click(screen.getByRole('button', { name: 'Help' }));
  expect(await screen.findByRole('dialog', { name: 'Help' })).toHaveTextContent(
    `Tidemark ${packageJson.version}`,
  );
});
