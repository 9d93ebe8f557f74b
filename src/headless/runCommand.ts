/** What the command does with its arguments: samples in, verdicts out, complaints beside them. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createRowPeriod } from '../derived/rowPeriod.ts';
import { changeParameters } from '../detector/changeParameters.ts';
import { createDetector, type Detector } from '../detector/detector.ts';
import { judge } from '../detector/judge.ts';
import { HEAD_BYTES } from '../history/csv/lookAtFile.ts';
import { VERSION } from '../version.ts';
import {
  createNamedEvents,
  eventLine,
  eventNamed,
  loadModel,
  type NamedEvents,
  otherChannels,
} from './eventNames.ts';
import { helpText } from './help.ts';
import { beginReading } from './inputBytes.ts';
import { planInput } from './inputPlan.ts';
import { createJudgedTogether, type JudgedTogether } from './judgedTogether.ts';
import { type Column, type Options, readArguments } from './options.ts';
import { jsonLine, valueLine, verdictLine } from './output.ts';
import { countWords, faultWords, planWords } from './readingWords.ts';
import { createSampleReader, type ReadSample } from './sampleReader.ts';

const DONE = 0;
const FAILED = 2;
const FILE_CHUNK_BYTES = 1 << 18;
/** So many lines that were left out are named. */
const MOST_FAULTS_NAMED = 20;
const TOGETHER_WORDS = 'Two to eight channels can be judged together; each is judged by itself.';

export interface Streams {
  /** Read where no file is named. */
  readonly input: AsyncIterable<Uint8Array>;
  /** Takes the verdicts. */
  readonly output: NodeJS.WritableStream;
  /** Takes the sentences for people. */
  readonly complaints: NodeJS.WritableStream;
}

/** @returns the exit status: 0, or 2 when there was nothing to judge. */
export async function runCommand(args: readonly string[], streams: Streams): Promise<number> {
  const request = readArguments(args);
  switch (request.kind) {
    case 'help':
      streams.output.write(helpText());
      return DONE;
    case 'version':
      streams.output.write(`${VERSION}\n`);
      return DONE;
    case 'fault':
      return failed(streams, `${request.sentence} See --help.`);
    case 'run':
      try {
        return await detect(request.options, streams);
      } catch (error) {
        if (!isSystemError(error)) throw error;
        return failed(streams, `Cannot read the samples: ${error.message}.`);
      }
    default:
      return request satisfies never;
  }
}

function failed({ complaints }: Streams, sentence: string): number {
  complaints.write(`${sentence}\n`);
  return FAILED;
}

/** A channel that is written, and what is learned of it. */
interface Judged {
  readonly channel: number;
  readonly name: string;
  detector: Detector | null;
  /** Of those that a model names. */
  events?: NamedEvents;
}

async function detect(options: Options, streams: Streams): Promise<number> {
  const { parameters, reading, json, readOnly, together, model: modelFile, file } = options;
  const { output } = streams;
  const complain = (sentence: string) => streams.complaints.write(`${sentence}\n`);
  const fail = (sentence: string) => failed(streams, sentence);
  const loaded = modelFile === null ? null : loadModel(modelFile);
  if (typeof loaded === 'string') return fail(loaded);
  const model = loaded;
  const stream =
    file === null ? streams.input : createReadStream(file, { highWaterMark: FILE_CHUNK_BYTES });
  const input = await beginReading(stream);
  const head = input.head.subarray(0, HEAD_BYTES);
  const truncated = input.truncated || input.head.length > head.length;
  const planned = planInput(head, truncated, reading, parameters.period);
  if (!planned.ok) return fail(planned.sentence);
  complain(planWords(planned.plan));
  let judged: Judged[] = [];
  let known: readonly string[] = [];
  let written = 0;
  let invalid = 0;
  let text = '';
  let refusal: string | null = null;
  let faults = 0;
  let complaints = '';

  let inForce = parameters;
  let rowPeriod = createRowPeriod();
  let all: JudgedTogether | null = null;

  const fresh = () => (readOnly ? null : createDetector(inForce));

  function begin(): void {
    for (const its of judged) {
      its.detector = fresh();
      its.events = createNamedEvents(its.channel);
    }
    all = together && !readOnly ? createJudgedTogether(judged.length, inForce) : null;
  }

  /** T and a season are told in periods: R is that of the rows, once it is known. */
  function noteTime(timeMs: number): void {
    rowPeriod.take(timeMs);
    const period = rowPeriod.periodMs() ?? parameters.period;
    if (period === inForce.period) return;
    inForce = { ...parameters, period };
    for (const { detector } of judged) if (detector) changeParameters(detector, inForce);
  }

  function write(timeMs: number, value: number, row: number, its: Judged): void {
    const { detector, name } = its;
    const invalidBefore = detector?.invalid ?? 0;
    const verdict = detector ? judge(detector, timeMs, value) : 0;
    written += 1;
    invalid += (detector?.invalid ?? 0) - invalidBefore;
    const one = { row, timeMs, channel: name, value };
    if (model) {
      const { events } = its;
      const event = events && detector && eventNamed(model, events, detector, one);
      if (event) text += `${eventLine(event, json)}\n`;
    } else if (json) text += `${jsonLine(one, verdict, detector)}\n`;
    else if (!detector) text += `${valueLine(one)}\n`;
    // Of a single channel nothing but the verdict is written: nobody asks whose it is.
    else text += `${verdictLine(verdict, detector)}${known.length > 1 || all ? ` ${name}` : ''}\n`;
  }

  const reader = createSampleReader(planned.plan, {
    channels(names) {
      known = [...new Set([...known, ...names])];
      judged = names.flatMap((name, channel) =>
        isWanted(planned.wanted, name, channel) ? [{ channel, name, detector: null }] : [],
      );
      refusal = model && otherChannels(model, names);
      if (refusal !== null) judged = [];
      rowPeriod = createRowPeriod();
      begin();
      if (together && !readOnly && all === null) complain(TOGETHER_WORDS);
    },
    sample({ timeMs, values, lineOf }: ReadSample) {
      noteTime(timeMs);
      let newest = 0;
      for (const its of judged) {
        const row = lineOf(its.channel);
        newest = Math.max(newest, row);
        if (row > 0) write(timeMs, values[its.channel] ?? Number.NaN, row, its);
      }
      if (!all || newest === 0) return;
      const value = all.valueOf(judged.map((its) => values[its.channel] ?? Number.NaN));
      // While it learns there is nothing to judge, and no fault.
      if (!Number.isNaN(value)) write(timeMs, value, newest, all);
    },
    restart() {
      begin();
    },
    leftOut(fault) {
      faults += 1;
      if (faults <= MOST_FAULTS_NAMED) complaints += `${faultWords(fault)}\n`;
    },
  });

  /** Writes what the last chunk gave, so that a live stream is judged live. */
  async function flush(): Promise<void> {
    reader.flush();
    if (complaints !== '') streams.complaints.write(complaints);
    complaints = '';
    const taken = text === '' || output.write(text);
    text = '';
    if (!taken) await once(output, 'drain');
  }

  reader.push(input.head);
  await flush();
  for await (const chunk of input.rest) {
    reader.push(chunk);
    await flush();
    if (reader.isEndless()) {
      complain('No line ends within 16 MiB: reading stopped there.');
      break;
    }
  }
  reader.end();
  await flush();
  if (refusal !== null) return fail(refusal);
  if (faults > 0) complain(countWords(reader.counts()));
  if (invalid > 0) complain(`Samples without a verdict, not finite or too large: ${invalid}.`);
  if (written > 0) return DONE;
  const names = known.map((name) => JSON.stringify(name)).join(', ');
  return fail(
    planned.wanted.length > 0 && known.length > 0
      ? `There is no channel ${planned.wanted.map((each) => JSON.stringify(each)).join(', ')}; there are ${names}.`
      : 'Nothing in the input could be read as a sample.',
  );
}

const isWanted = (wanted: readonly Column[], name: string, channel: number): boolean =>
  wanted.length === 0 || wanted.includes(name) || wanted.includes(channel + 1);

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
