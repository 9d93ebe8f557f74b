import { FIRST_MACHINE, INJECTIONS, type Injection } from '../../board/virtualMachines.ts';
import { useBoard } from '../tidemarkContext.ts';

interface Disturbances {
  /** In the order of their keys; none where the board is not a virtual one. */
  readonly injections: readonly Injection[];
  readonly isRunning: boolean;
}

/** What can be done to the machine of the virtual board. */
export function useDisturbances(): Disturbances {
  const source = useBoard((state) => state.source);
  const phase = useBoard((state) => state.connection.phase);
  if (source?.kind !== 'virtual') return { injections: [], isRunning: false };
  return {
    injections: INJECTIONS[source.machine ?? FIRST_MACHINE],
    isRunning: phase === 'streaming' || phase === 'silent',
  };
}
