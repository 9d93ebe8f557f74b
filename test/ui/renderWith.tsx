import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { TidemarkContext } from '../../src/ui/tidemarkContext.ts';
import type { World } from '../state/world.ts';

/** Renders a part of the screen with a page's state behind it. */
export function renderWith(world: World, part: ReactNode): void {
  render(
    // Neither variables nor classes of the theme say anything here, and every look for a role would read them.
    <MantineProvider env="test" withCssVariables={false} withGlobalClasses={false}>
      <TidemarkContext value={world.tidemark}>{part}</TidemarkContext>
    </MantineProvider>,
  );
}
