import { screen, within } from '@testing-library/react';
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

it('the help explains each word for what is found', async () => {
  renderWith(createWorld(), <HelpPopover />);
  await userEvent.click(screen.getByRole('button', { name: 'Help' }));
  const help = await screen.findByRole('dialog', { name: 'Help' });
  for (const word of ['anomaly', 'outlier', 'alarm', 'collective', 'drift', 'rhythm']) {
    expect(within(help).getByText(word, { selector: 'dt' })).toBeInTheDocument();
  }
  expect(help).toHaveTextContent('One sample beyond the limits.');
});
