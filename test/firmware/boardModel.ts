/** A model on a board of the bench: sent in pieces, and what the board says of it. */
import { ALARM, createDetector } from '../../src/detector/detector.ts';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { createOpenEvent, featuresOf } from '../../src/naming/eventFeatures.ts';
import { judgeEvents } from '../../src/naming/judgeEvents.ts';
import { type Model, nameEvent } from '../../src/naming/model.ts';
import { asField, writeModel } from '../../src/naming/writeModel.ts';
import { formatCommand, modelPieces } from '../../src/protocol/command.ts';
import { madeModel } from '../naming/madeForest.ts';
import type { LineBoard } from './protocolOnTheLine.ts';

type Asked = Pick<LineBoard, 'ask'>;

let nextId = 1;

export const pieceLines = (text: string): string[] =>
  modelPieces(text).map((piece) => formatCommand('model', nextId++, piece).trimEnd());

/** Sends so many pieces of a file, each said `times` times; returns what the last was answered. */
export function sendModel(
  board: Asked,
  text: string,
  most = Number.POSITIVE_INFINITY,
  times = 1,
): string[] {
  let answer: string[] = [];
  for (const line of pieceLines(text).slice(0, most)) {
    for (let time = 0; time < times; time++) answer = board.ask(line);
  }
  return answer;
}

/** Which model the board says it has. */
export const modelOn = (board: Asked): string | undefined =>
  /,model=(\w+)/.exec(board.ask('hello')[0] ?? '')?.[1];

export const OLD_MODEL: Model = madeModel(['spike', 'step, "up"'], 5, 1);
export const NEW_MODEL: Model = madeModel(['spike', 'burst', 'Stoß ⚡'], 10, 2);
export const OLD_FILE = writeModel(OLD_MODEL);
export const NEW_FILE = writeModel(NEW_MODEL);

/** The `n` lines that a board with this model should have said of what it sampled, by the page's own rule. */
export function namesByPage(lines: readonly string[], model: Model): string[] {
  const samples = lines.flatMap((line) => {
    const [type, seq, time, ...values] = line.split(',');
    return type === 's' ? [[seq, time, ...values].map(Number)] : [];
  });
  return model.channels.flatMap((_, channel) => {
    const detector = createDetector({ ...DEFAULT_PARAMETERS, period: 20 });
    const event = createOpenEvent(channel);
    const run = {
      time: Float64Array.from(samples, ([, time]) => time ?? 0),
      value: Float64Array.from(samples, (sample) => sample[2 + channel] ?? 0),
      limits: null,
    };
    const found: string[] = [];
    let from = 0;
    const note = (at: number, bits: number) => {
      if (bits & ALARM && !event.isOpen) from = at;
    };
    judgeEvents(detector, event, run, 0, samples.length, note, () => {
      const { its, share } = nameEvent(model, featuresOf(event));
      const name = its === null ? '?' : asField(model.classes[its] ?? '');
      found.push(`n,${samples[from]?.[0]},${channel},${name},${Number(share.toFixed(3))}`);
    });
    return found;
  });
}
