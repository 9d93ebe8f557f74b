import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { speak } from '../../src/language/spoken.ts';
import { App } from '../../src/ui/App.tsx';
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
  await userEvent.click(screen.getByRole('radio', { name: 'English' }));
  expect(await screen.findByRole('button', { name: 'Connect board' })).toBeInTheDocument();
});
