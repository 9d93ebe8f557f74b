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
import { type ModelFault, readModel } from '../naming/readModel.ts';

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
  return reading.ok ? reading.model : faultSentence(reading.fault);
}

/** Why a model cannot name events of these channels; null when it can. */
export function otherChannels({ channels }: Model, names: readonly string[]): string | null {
  const isSame = channels.length === names.length && channels.every((name, i) => name === names[i]);
  if (isSame) return null;
  return `The model is for the channels ${channels.join(', ')}; the input has ${names.join(', ')}.`;
}

function faultSentence(fault: ModelFault): string {
  switch (fault.code) {
    case 'not-a-model':
      return 'The file given with --model is no model of Tidemark.';
    case 'too-large':
      return `The model is larger than ${fault.most} letters.`;
    case 'newer-format':
      return `The model is of a later form (${fault.format}); a newer Tidemark reads it.`;
    case 'other-features':
      return `The model needs version ${fault.version} of the features; train it anew.`;
    case 'unknown-feature':
      return `The model asks for a feature that is not known: ${fault.name}.`;
    case 'cut-off':
      return 'The model is cut off: its last line is missing.';
    case 'altered':
      return 'The model was altered: its hash is not that of its lines.';
    case 'malformed':
      return `Line ${fault.line} of the model cannot be read.`;
    case 'unsound':
      return `The ${fault.what} of the model make no sense.`;
    default: {
      const never: never = fault;
      return never;
    }
  }
}
