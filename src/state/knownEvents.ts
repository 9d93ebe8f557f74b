/** The events that the page knows, in the order of time, as the worker tells of them. */
import type { AnomalyEvent } from '../analysis/messages/findings.ts';

/**
 * Takes news among what is known; of an event that is known already they are the newer.
 *
 * @param known in the order of time, as is what comes back, at most the newest `most`
 */
export function withNews(
  known: readonly AnomalyEvent[],
  news: readonly AnomalyEvent[],
  most: number,
): readonly AnomalyEvent[] {
  if (news.length === 0) return known;
  const told = new Set(news.map(({ id }) => id));
  const stays = known.filter(({ id }) => !told.has(id));
  return joined(stays, news.toSorted(inTime)).slice(-most);
}

/** By the time that the list shows; of events at one time the one of the earlier sample, channel first. */
function inTime(a: AnomalyEvent, b: AnomalyEvent): number {
  return a.fromMs - b.fromMs || a.id - b.id;
}

/** Two in the order of time as one. */
function joined(a: readonly AnomalyEvent[], b: readonly AnomalyEvent[]): AnomalyEvent[] {
  const all: AnomalyEvent[] = [];
  let next = 0;
  for (const event of b) {
    for (let one = a[next]; one && inTime(one, event) <= 0; one = a[next]) {
      all.push(one);
      next += 1;
    }
    all.push(event);
  }
  return [...all, ...a.slice(next)];
}
