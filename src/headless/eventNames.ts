/** Events of the input, named by a model's forest. */
import { readFileSync } from 'node:fs';
import { ALARM, type Detector } from '../detector/detector.ts';
import {
  createOpenEvent,
  featuresOf,
  type OpenEvent,
  takeSample,
} from '../naming/eventFeatures.ts';
import { type Model, nameEvent } from '../naming/model.ts';
import { modelFaultSentence } from '../naming/modelFaultSentence.ts';
import { readModel } from '../naming/readModel.ts';

/** An event of a channel that may still grow, with where its alarm was. */
export interface NamedEvents {
  readonly event: OpenEvent;
  row: number;
  timeMs: number;
}

/** What is said of an event that is over. */
export interface EventName {
  /** The line of the input with its alarm. */
  readonly row: number;
  readonly timeMs: number;
  readonly channel: string;
  /** null: unknown. */
  readonly name: string | null;
  readonly confidence: number;
}

export const createNamedEvents = (channel: number): NamedEvents => ({
  event: createOpenEvent(channel),
  row: 0,
  timeMs: 0,
});

/** Takes the sample that the detector has just judged; returns the event that is over with it. */
export function eventNamed(
  model: Model,
  events: NamedEvents,
  detector: Detector,
  sample: { readonly row: number; readonly timeMs: number; channel: string; value: number },
): EventName | null {
  const { event } = events;
  if (!event.isOpen) {
    if ((detector.verdict & ALARM) === 0) return null;
    events.row = sample.row;
    events.timeMs = sample.timeMs;
  }
  if (!takeSample(event, detector, sample.timeMs, sample.value)) return null;
  const { its, share } = nameEvent(model, featuresOf(event));
  const name = its === null ? null : (model.classes[its] ?? null);
  const { row, timeMs } = events;
  return { row, timeMs, channel: sample.channel, name, confidence: share };
}

/** `row time channel confidence name`, the name last, as it may hold blanks; or an object. */
export const eventLine = (one: EventName, asJson: boolean): string =>
  asJson
    ? JSON.stringify({
        row: one.row,
        time: one.timeMs,
        channel: one.channel,
        name: one.name,
        confidence: one.confidence,
      })
    : `${one.row} ${one.timeMs} ${one.channel} ${one.confidence} ${one.name ?? 'unknown'}`;

/** The model in a file, or why there is none, in a sentence. */
export function loadModel(path: string): Model | string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return `Cannot read the model: ${error instanceof Error ? error.message : String(error)}.`;
  }
  const reading = readModel(text);
  return reading.ok ? reading.model : modelFaultSentence(reading.fault);
}

/** Why a model cannot name events of these channels; null when it can. */
export function otherChannels({ channels }: Model, names: readonly string[]): string | null {
  const isSame = channels.length === names.length && channels.every((name, i) => name === names[i]);
  if (isSame) return null;
  return `The model is for the channels ${channels.join(', ')}; the input has ${names.join(', ')}.`;
}
