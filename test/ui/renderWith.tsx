import '@testing-library/jest-dom/vitest';
import { MantineProvider } from '@mantine/core';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { TidemarkContext } from '../../src/ui/tidemarkContext.ts';
import type { World } from '../state/world.ts';

afterEach(cleanup);

/** Renders a part of the screen with a page's state behind it. */
export function renderWith(world: World, part: ReactNode): void {
  render(
    <MantineProvider env="test">
      <TidemarkContext value={world.tidemark}>{part}</TidemarkContext>
    </MantineProvider>,
  );
}
