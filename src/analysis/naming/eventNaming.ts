/**
 * Names the events of a signal by the model in force: all there are, then each as it is over. A model for
 * other channels names none.
 */
import { isForChannels, type Model, nameEvent } from '../../naming/model.ts';
import { readModel } from '../../naming/readModel.ts';
import type { EventDescription, EventDescriptions } from '../judging/eventDescriptions.ts';
import { idOf, placeOfEvent } from '../judging/eventId.ts';
import type { Signal } from '../judging/signal.ts';
import type { ForestName } from '../messages/namingMessages.ts';

export interface EventNames {
  /** Those before are forgotten. */
  readonly replaceAll: boolean;
  readonly names: readonly ForestName[];
}

export interface EventNaming {
  /** The text of a model's file that the page has read without fault; null: none any more. */
  use(text: string | null): void;
  /** Tells of what is new. */
  tick(): void;
}

export function createEventNaming(
  signal: () => Signal | null,
  tell: (names: EventNames) => void,
): EventNaming {
  let model: Model | null = null;
  let isAnew = false;
  let named: EventDescriptions | null = null;
  let run = 0;
  let count = 0;
  let fits = false;

  function nameOf(description: EventDescription): Omit<ForestName, 'event'> | null {
    if (!model || description.channel >= model.channels.length) return null;
    const { its, share } = nameEvent(model, description.features);
    return { name: its === null ? null : (model.classes[its] ?? null), confidence: share };
  }

  function all({ judging }: Signal): ForestName[] {
    return judging.events.all().flatMap(({ id }) => {
      const { channel, index } = placeOfEvent(id);
      const description = judging.descriptions.find(channel, index);
      const its = description && nameOf(description);
      return its ? { event: id, ...its } : [];
    });
  }

  function newest(descriptions: EventDescriptions): ForestName[] {
    const fresh = descriptions.added() - count;
    return descriptions
      .all()
      .slice(-fresh)
      .flatMap((description) => {
        const its = nameOf(description);
        return its ? { event: idOf(description), ...its } : [];
      });
  }

  return {
    use(text) {
      const reading = text === null ? null : readModel(text);
      model = reading?.ok ? reading.model : null;
      isAnew = true;
    },
    tick() {
      const its = signal();
      const descriptions = its?.judging.descriptions ?? null;
      const fitted = fits;
      const names = its?.channels.map(({ name }) => name) ?? [];
      fits = model !== null && isForChannels(model, names);
      const isJudgedAnew = descriptions !== named || (descriptions?.runs() ?? 0) !== run;
      const isOther = isAnew || isJudgedAnew || fits !== fitted;
      const before = count;
      const now = descriptions?.added() ?? 0;
      if (!isOther && now === before) return;
      if (!model) {
        if (isAnew) tell({ replaceAll: true, names: [] });
      } else if (isOther) tell({ replaceAll: true, names: its && fits ? all(its) : [] });
      else if (descriptions && fits) tell({ replaceAll: false, names: newest(descriptions) });
      isAnew = false;
      named = descriptions;
      run = descriptions?.runs() ?? 0;
      count = now;
    },
  };
}
