import { disturbanceOutcome } from './disturbanceOutcome.ts';
import { useBoard } from './tidemarkContext.ts';
import { outcomeWords } from './virtualMachineWords.ts';

/** What became of what was last done to the virtual machine, in words; null before. */
export function useDisturbed(): string | null {
  const injected = useBoard((state) => state.injected);
  const events = useBoard((state) => state.events);
  // Drawn anew once a second: its time goes by.
  useBoard((state) => state.health);
  if (!injected) return null;
  return outcomeWords(injected.injection, disturbanceOutcome(injected, events, Date.now()));
}
