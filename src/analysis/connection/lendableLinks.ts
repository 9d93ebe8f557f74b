/** The links of a connection, so that the installer can have the one that is open for a while. */
import { type LendableLink, lendableLink } from '../../board/lendableLink.ts';
import type { Links, OpenResult } from './links.ts';

export interface LendableLinks {
  readonly links: Links;
  /** The one that was opened last; null before the first. */
  newest(): LendableLink | null;
}

export function createLendableLinks(links: Links): LendableLinks {
  let newest: LendableLink | null = null;

  async function lendableOf(opening: Promise<OpenResult>): Promise<OpenResult> {
    const opened = await opening;
    // A recording takes no bytes: nothing can be installed there.
    if (!opened.ok || opened.player) return opened;
    newest = lendableLink(opened.link);
    return { ...opened, link: newest.link };
  }

  return {
    links: {
      ...links,
      open: (source, patient) => lendableOf(links.open(source, patient)),
      candidates: async (source) =>
        (await links.candidates(source)).map((candidate) => ({
          ...candidate,
          open: () => lendableOf(candidate.open()),
        })),
    },
    newest: () => newest,
  };
}
