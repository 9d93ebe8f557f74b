import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { speak } from '../../src/language/spoken.ts';
import { App } from '../../src/ui/App.tsx';
import { COMMAND_WORDS } from '../../src/ui/commands/commandWords.ts';
import { TidemarkContext } from '../../src/ui/tidemarkContext.ts';
import { createWorld } from '../state/world.ts';

// Files of one worker share the page's language.
afterEach(() => {
  vi.unstubAllGlobals();
  speak('en');
});

function open(wanted: readonly string[]) {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(wanted);
  const world = createWorld();
  render(
    <TidemarkContext value={world.tidemark}>
      <App />
    </TidemarkContext>,
  );
  return world;
}

it('the page speaks the language that the browser wants, and says so of itself', async () => {
  open(['pt-BR']);
  expect(await screen.findByRole('button', { name: 'Máquina virtual' })).toBeInTheDocument();
  expect(document.documentElement.lang).toBe('pt-BR');
});

it('a person who chooses another one has it at once, and keeps it', async () => {
  const { tidemark } = open(['en-US']);
  await userEvent.click(await screen.findByRole('radio', { name: 'Português' }));
  expect(await screen.findByRole('button', { name: 'Conectar placa' })).toBeInTheDocument();
  expect(tidemark.preferences.getState().language).toBe('pt');
  expect(document.documentElement.lang).toBe('pt-BR');
  expect(screen.getByRole('radio', { name: 'Português' })).toHaveFocus();
  await userEvent.click(screen.getByRole('radio', { name: 'English' }));
  expect(await screen.findByRole('button', { name: 'Connect board' })).toBeInTheDocument();
});

it('at work the switch is in the help, and by a command; the focus stays where one goes on', async () => {
  const { tidemark } = open(['en-US']);
  tidemark.connectVirtual();
  await userEvent.click(await screen.findByRole('button', { name: 'Help' }));
  // The help is still on its way in: its transition needs a browser's frames.
  await userEvent.click(await screen.findByRole('radio', { name: 'Português', hidden: true }));
  expect(await screen.findByRole('button', { name: 'Ajuda' })).toHaveFocus();
  await userEvent.keyboard('{Control>}k{/Control}');
  await userEvent.type(
    await screen.findByRole('textbox', { name: COMMAND_WORDS.search }),
    'English',
  );
  await userEvent.click(await screen.findByText('Idioma: English'));
  expect(await screen.findByRole('button', { name: 'Help' })).toBeInTheDocument();
});
