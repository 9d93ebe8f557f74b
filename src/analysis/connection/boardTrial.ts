import type { TryOutcome } from '../../board/boardSearch.ts';
import type { LinkEnd } from '../../board/link.ts';
import type { Hello } from '../../protocol/firmwareMessages.ts';
import type { ConversationListener } from './conversation.ts';
import type { Candidate, OpenedLink } from './links.ts';

type Identified = ConversationListener['identified'];

/** What the connection does for a trial. */
export interface TrialHooks {
  /** Whether anybody still wants to know. */
  readonly isWanted: () => boolean;
  readonly start: (
    opened: OpenedLink,
    identified: Identified,
    ended: (end: LinkEnd) => void,
  ) => void;
  readonly unlink: () => Promise<void>;
  readonly take: Identified;
  /** The board that was taken went away. */
  readonly lost: (end: LinkEnd) => void;
  /** The board was taken while it had no name, and has now said another's. It is unlinked. */
  readonly turnedOutOther: () => void;
}

/** Opens a port and waits for whoever is there to say hello, or to be late with it. */
export async function tryOut(
  candidate: Candidate,
  decide: (hello: Hello | null) => TryOutcome,
  hooks: TrialHooks,
): Promise<TryOutcome> {
  const opened = await candidate.open();
  if (!hooks.isWanted() && opened.ok) await opened.link.close();
  if (!hooks.isWanted() || !opened.ok) return 'failed';
  let taken = false;
  return new Promise((settle) => {
    const identified: Identified = (kind, hello, started) => {
      const outcome = decide(hello);
      if (outcome === 'taken') {
        taken = true;
        settle(outcome);
        return hooks.take(kind, hello, started);
      }
      void hooks.unlink().then(() => (taken ? hooks.turnedOutOther() : settle(outcome)));
      return false;
    };
    hooks.start(opened, identified, (end) => {
      if (taken) hooks.lost(end);
      else void hooks.unlink().then(() => settle('failed'));
    });
  });
}
