import { screen, waitFor, within } from '@testing-library/react';
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

it('the help makes way for a tour that is begun from it', async () => {
  const world = createWorld();
  renderWith(world, <HelpPopover />);
  const button = screen.getByRole('button', { name: 'Help' });
  await userEvent.click(button);
  const help = await screen.findByRole('dialog', { name: 'Help' });
  await userEvent.click(
    within(help).getByRole('button', { name: 'Guided tour: name what happened' }),
  );
  expect(world.tidemark.tour.getState().step).toBe('names-open');
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Help' })).toBeNull());
});
