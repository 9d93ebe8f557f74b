import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { NameDialog } from '../../../src/ui/classes/NameDialog.tsx';
import { anEvent, createWorld } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

it('a name that is typed at once, into no field, is a new class', async () => {
  const world = createWorld();
  const event = anEvent(1);
  renderWith(world, <NameDialog events={[event]} onClose={() => null} />);
  await screen.findByRole('dialog');
  await userEvent.keyboard('água{Enter}');
  expect(world.tidemark.labels.getState().labels.map(({ name }) => name)).toEqual(['água']);
});
