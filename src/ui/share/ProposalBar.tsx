import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { natureOf } from '../../board/connectionPhases.ts';
import { PARAMETER_NAMES } from '../../detector/parameters.ts';
import { NoticeLine } from '../controls/NoticeLine.tsx';
import { useBoard, useProposals, useTidemark, useTuning } from '../tidemarkContext.ts';
import { proposalWords, refusalWords, SHARE_WORDS } from './words.ts';

/** What a link or a file proposes, and the person's yes or no. */
export function ProposalBar(): ReactNode {
  const { acceptProposal, notices } = useTidemark();
  const proposal = useProposals((state) => state.proposal);
  const forget = useProposals((state) => state.forget);
  const editing = useTuning((state) => state.editing);
  const isConnected = useBoard(({ connection }) => natureOf(connection.phase) !== 'resting');
  if (!proposal) return null;
  const { by } = proposal;
  if (proposal.kind === 'refused') {
    return (
      <section aria-label={SHARE_WORDS.region}>
        <NoticeLine tone="bad" title={refusalWords(by, proposal.fault)} advice="" detail="">
          <Button size="compact-sm" variant="default" onClick={forget}>
            {SHARE_WORDS.dismiss}
          </Button>
        </NoticeLine>
      </section>
    );
  }
  const { setup } = proposal;
  const changed = PARAMETER_NAMES.filter(
    (name) => setup.parameters[name] !== undefined && setup.parameters[name] !== editing[name],
  );
  return (
    <section aria-label={SHARE_WORDS.region}>
      <NoticeLine
        tone="good"
        title={proposalWords(by, setup, changed, isConnected)}
        advice=""
        detail=""
      >
        <Button
          size="compact-sm"
          onClick={() => {
            acceptProposal();
            notices.getState().reportDone(SHARE_WORDS.accepted);
          }}
        >
          {SHARE_WORDS.accept}
        </Button>
        <Button size="compact-sm" variant="default" onClick={forget}>
          {SHARE_WORDS.decline}
        </Button>
      </NoticeLine>
    </section>
  );
}
