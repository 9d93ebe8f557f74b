/** What a link or a file proposes, until the person has said yes or no. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Setup, SetupFault, SetupReading } from './setup.ts';

/** Where a proposal comes from. */
export type ProposedBy =
  | { readonly kind: 'link' }
  | { readonly kind: 'file'; readonly name: string };

export type Proposal = { readonly by: ProposedBy } & (
  | { readonly kind: 'proposed'; readonly setup: Setup }
  /** It cannot be read. */
  | { readonly kind: 'refused'; readonly fault: SetupFault }
);

export interface ProposalState {
  readonly proposal: Proposal | null;
  /** In the place of an earlier one. */
  readonly propose: (by: ProposedBy, reading: SetupReading) => void;
  /** It was accepted, declined, or its fault was read. */
  readonly forget: () => void;
}

export type ProposalStore = StoreApi<ProposalState>;

export function createProposalStore(): ProposalStore {
  return createStore<ProposalState>((set) => ({
    proposal: null,
    propose: (by, reading) =>
      set({
        proposal: reading.ok
          ? { by, kind: 'proposed', setup: reading.setup }
          : { by, kind: 'refused', fault: reading.fault },
      }),
    forget: () => set({ proposal: null }),
  }));
}
