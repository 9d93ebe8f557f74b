/** The setup that the screen shows, and the link to it. */
import type { Source } from '../../board/source.ts';
import { FIRST_MACHINE, FIRST_SEED } from '../../board/virtualMachines.ts';
import type { Setup } from '../../state/setup.ts';
import { setupFragment, setupOf } from '../../state/setupLink.ts';
import type { Tidemark } from '../../state/tidemark.ts';

export function setupShown({ board, tuning, view }: Tidemark): Setup {
  return setupOf(tuning.getState(), view.getState(), virtualOf(board.getState().source));
}

/** @param address of the page, with or without a fragment */
export function linkTo(setup: Setup, address: string): string {
  return `${address.replace(/#.*$/s, '')}${setupFragment(setup)}`;
}

function virtualOf(source: Source | null): Setup['virtual'] {
  if (source?.kind !== 'virtual') return null;
  const { machine = FIRST_MACHINE, seed = FIRST_SEED } = source;
  return { machine, seed };
}
