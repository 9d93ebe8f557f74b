import { effectiveOf } from '../../state/ownParameters.ts';
import { useBoard, useTuning } from '../tidemarkContext.ts';

/** Samples of a block of this channel, as the browser judges it. */
export function useBlockOf(channel: number): number {
  // Whatever the person calls it: parameters of its own are told under the board's name.
  const name = useBoard((state) => state.channels[channel]?.boardName ?? null);
  return useTuning(({ browser, browserOwn }) => effectiveOf(browser, browserOwn, name).block);
}
