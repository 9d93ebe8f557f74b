/** Takes up what a link or a file proposes: in this page, never on a board. */
import type { Connecting } from './opening.ts';
import type { Setup } from './setup.ts';
import { readSetupFragment } from './setupLink.ts';
import type { Stores } from './stores.ts';

export interface Proposing {
  /** Asks the person about the setup in an address; one that has none is left alone. */
  proposeFragment(fragment: string): boolean;
  /** The person wants what is proposed. */
  acceptProposal(): void;
}

export function createProposing(
  { proposals, tuning, view }: Pick<Stores, 'proposals' | 'tuning' | 'view'>,
  connectVirtual: Connecting['connectVirtual'],
): Proposing {
  function use({ parameters, own, view: look, virtual }: Setup): void {
    // First the board: another one takes the parameters of single channels away.
    if (virtual) connectVirtual(virtual);
    const { edit, judge } = tuning.getState();
    edit(parameters);
    for (const [channel, { judge: judged, ...mine }] of Object.entries(own)) {
      edit(mine, false, channel);
      if (judged !== undefined) judge(channel, judged === 1);
    }
    const { chooseWindow, chooseLayout, chooseFitTab } = view.getState();
    if (look.window) chooseWindow(look.window);
    if (look.layout) chooseLayout(look.layout);
    if (look.fitTab) chooseFitTab(look.fitTab);
  }

  return {
    proposeFragment(fragment) {
      const reading = readSetupFragment(fragment);
      if (reading) proposals.getState().propose({ kind: 'link' }, reading);
      return reading !== null;
    },
    acceptProposal() {
      const { proposal, forget } = proposals.getState();
      if (proposal?.kind !== 'proposed') return;
      forget();
      use(proposal.setup);
    },
  };
}
