import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { TidemarkContext } from '../../src/ui/tidemarkContext.ts';
import type { World } from '../state/world.ts';

/** Renders a part of the screen with a page's state behind it. */
export function renderWith(world: World, part: ReactNode): void {
  render(
    <MantineProvider env="test">
      <TidemarkContext value={world.tidemark}>{part}</TidemarkContext>
    </MantineProvider>,
  );
}
