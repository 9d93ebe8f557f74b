/** What went wrong on the wires of a connection, over all of its links. */
import { addLinkErrors, type LinkErrors, NO_LINK_ERRORS } from '../../board/link.ts';
import type { LinkHealth } from './connectionFacts.ts';
import type { OpenedLink } from './links.ts';

export interface LinkHealthCount {
  invalidLine(): void;
  /** Its counts stay, when it does not. */
  linkEnded(link: OpenedLink): void;
  /** Whoever is asked for next is another board. */
  forget(): void;
  /** @param current the link that is open; null for none */
  health(current: OpenedLink | null): LinkHealth;
}

export function createLinkHealth(): LinkHealthCount {
  let invalidLines = 0;
  let errorsBefore = NO_LINK_ERRORS;

  function errorsWith(link: OpenedLink | null): LinkErrors {
    return addLinkErrors(errorsBefore, link?.errors?.() ?? NO_LINK_ERRORS);
  }

  return {
    invalidLine() {
      invalidLines += 1;
    },
    linkEnded(link) {
      errorsBefore = errorsWith(link);
    },
    forget() {
      invalidLines = 0;
      errorsBefore = NO_LINK_ERRORS;
    },
    health: (current) => ({
      invalidLines,
      lineErrors: errorsWith(current),
      signalsRefused: current?.signalsRefused ?? false,
    }),
  };
}
