/** How many channels can be judged together. */
export const FEWEST_TOGETHER = 2;
export const MOST_TOGETHER = 8;

export const isForTogether = (channels: number): boolean =>
  channels >= FEWEST_TOGETHER && channels <= MOST_TOGETHER;
