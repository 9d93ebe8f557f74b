/**
 * What the events were like that the browser's detectors found: the numbers that a forest asks, of so
 * many of the newest events that are over.
 */

/** One event of a channel. */
export interface EventDescription {
  readonly channel: number;
  /** Of the sample that raised its alarm. */
  readonly index: number;
  /** Of the sample with which it was over: alarms up to there are of this event. */
  readonly endIndex: number;
  /** Its alarm. */
  readonly fromMs: number;
  /** Its last sample beyond a limit. */
  readonly toMs: number;
  /** In the order of `FEATURES`, all finite. */
  readonly features: Float64Array;
}

export interface EventDescriptions {
  /** An event that is over; those of a channel come in the order of time. */
  add(description: EventDescription): void;
  /** In the order in which they were over. */
  all(): readonly EventDescription[];
  /** That of the alarm of a sample; null while it goes on, and where it is kept no longer. */
  find(channel: number, index: number): EventDescription | null;
  /** How many were added so far. */
  added(): number;
  /** How often samples were judged anew. */
  runs(): number;
  /** Forgets those that begin at sample `start` or later: these are judged anew. */
  beginAnew(start: number): void;
}

/** Beyond so many the oldest are given up, a tenth at a time. One takes about 300 bytes. */
const MOST_DESCRIPTIONS = 20_000;

export function createEventDescriptions(most = MOST_DESCRIPTIONS): EventDescriptions {
  let kept: EventDescription[] = [];
  let added = 0;
  let runs = 0;
  let byChannel = new Map<number, EventDescription[]>();

  function note(description: EventDescription): void {
    const its = byChannel.get(description.channel);
    if (its) its.push(description);
    else byChannel.set(description.channel, [description]);
  }

  function keepOnly(those: EventDescription[]): void {
    kept = those;
    byChannel = new Map();
    for (const description of kept) note(description);
  }

  return {
    add(description) {
      kept.push(description);
      added += 1;
      note(description);
      if (kept.length > most) keepOnly(kept.slice(Math.ceil(most / 10)));
    },
    all: () => kept,
    find(channel, index) {
      const its = byChannel.get(channel) ?? [];
      let low = 0;
      let high = its.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((its[middle]?.index ?? 0) <= index) low = middle + 1;
        else high = middle;
      }
      const found = its[low - 1];
      return found && found.endIndex >= index ? found : null;
    },
    added: () => added,
    runs: () => runs,
    beginAnew(start) {
      runs += 1;
      keepOnly(kept.filter(({ index }) => index < start));
    },
  };
}
