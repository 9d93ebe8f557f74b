/** A sketch that runs Tidemark's library on a board, and starts with the parameters and the forest of the page. Pure. */
import imu from '../../../firmware/arduino/Tidemark/examples/Imu/Imu.ino?raw';
import { type ChannelParameters, effectiveParameters } from '../../detector/channelParameters.ts';
import {
  DEFAULT_PARAMETERS,
  differingParameters,
  PARAMETER_NAMES,
  type ParameterName,
  type Parameters,
} from '../../detector/parameters.ts';
import type { Model } from '../../naming/model.ts';
import { READINGS, type Reading, type SketchBoard, UNASKED_NODES } from './sketchBoards.ts';
import { forestFor, forestLines, nodesFor, type SketchForest } from './sketchForest.ts';

/** A channel of the page, by the name that its board says. */
export interface SketchChannel {
  readonly name: string;
  /** What it has of its own. */
  readonly own: ChannelParameters;
}

/** What the board has no memory for, or no such channel. */
export type LeftOut = 'maxima' | 'outliers' | 'season' | 'channels' | 'own';

export interface Sketch {
  readonly fileName: string;
  readonly text: string;
  /** What differs from the page, for want of memory. */
  readonly leftOut: readonly LeftOut[];
  readonly forest: SketchForest;
}

/** Channels of the example. */
const AXES = ['ax', 'ay', 'az'];
/** The period is told to `begin`. */
const STARTS_WITH = PARAMETER_NAMES.filter((name) => name !== 'period');

export function arduinoSketch(
  board: SketchBoard,
  parameters: Parameters,
  channels: readonly SketchChannel[],
  model: Model | null = null,
): Sketch {
  const reading = READINGS[board];
  const leftOut = new Set<LeftOut>();
  const all = fitting(parameters, reading, leftOut);
  const read = reading.sensor === null ? pinsOf(channels, reading, leftOut) : axesOf(channels);
  if (channels.some((one) => hasOwn(one) && !read.includes(one))) leftOut.add('own');
  const own = read.map((channel) =>
    fitting(effectiveParameters(all, channel.own), reading, leftOut),
  );
  const starts = [
    pairsOf(STARTS_WITH, all, DEFAULT_PARAMETERS),
    ...read.map(({ own: given }, i) => {
      const names = STARTS_WITH.filter((name) => given[name] !== undefined);
      const pairs = pairsOf(names, own[i] ?? all, null);
      return [`ch=${i}`, ...pairs, ...(given.judge === 0 ? ['judge=0'] : [])];
    }),
  ].filter((pairs, i) => pairs.length > (i === 0 ? 0 : 1));
  const asked = [all, ...own];
  const names = reading.sensor === null ? read.map(pinName) : AXES;
  const forest = forestFor(model, names, reading);
  const its = forest === 'in' ? model : null;
  const parts = { starts: startLines(starts, its), forest: its ? forestLines(its) : '' };
  const text = [
    ...limitsOf(asked, its, reading),
    reading.sensor === null
      ? pinsSketch(names, reading, parts, all.period)
      : imuSketch(reading.sensor, reading, parts, all.period),
  ].join('\n');
  return { fileName: `tidemark_${board}.ino`, text, leftOut: [...leftOut], forest };
}

/** As far as there is memory for it. */
function fitting(parameters: Parameters, reading: Reading, leftOut: Set<LeftOut>): Parameters {
  const { maxima, outliers, season, bins } = parameters;
  if (maxima > reading.most) leftOut.add('maxima');
  if (outliers > reading.most) leftOut.add('outliers');
  const hasSeason = reading.mostBins > 0;
  if (season > 0 && !hasSeason) leftOut.add('season');
  return {
    ...parameters,
    maxima: Math.min(maxima, reading.most),
    outliers: Math.min(outliers, reading.most),
    season: hasSeason ? season : 0,
    bins: season > 0 && hasSeason ? Math.min(bins, reading.mostBins) : DEFAULT_PARAMETERS.bins,
  };
}

const hasOwn = ({ own }: SketchChannel) => Object.keys(own).length > 0;

function pinsOf(
  channels: readonly SketchChannel[],
  reading: Reading,
  leftOut: Set<LeftOut>,
): readonly SketchChannel[] {
  if (channels.length > reading.channels) leftOut.add('channels');
  return channels.length === 0 ? [{ name: '', own: {} }] : channels.slice(0, reading.channels);
}

const axesOf = (channels: readonly SketchChannel[]): readonly SketchChannel[] =>
  AXES.map((axis) => channels.find(({ name }) => name === axis) ?? { name: axis, own: {} });

/** `name=value`; of those that differ where something is given to differ from. */
function pairsOf(
  names: readonly ParameterName[],
  parameters: Parameters,
  from: Parameters | null,
): string[] {
  const changed = from ? differingParameters(parameters, from) : names;
  return names
    .filter((name) => changed.includes(name))
    .map((name) => `${name}=${parameters[name]}`);
}

/** What the library has to be told before it is included. */
function limitsOf(
  asked: readonly Parameters[],
  model: Model | null,
  { unasked, bins }: Reading,
): string[] {
  const most = (name: 'maxima' | 'outliers') => Math.max(...asked.map((one) => one[name]));
  const seasonal = asked.filter(({ season }) => season > 0).map((one) => one.bins);
  const wanted = [
    ['MAXIMA', most('maxima'), unasked],
    ['OUTLIERS', most('outliers'), unasked],
    ['BINS', Math.max(0, ...seasonal), bins],
    ['NODES', model ? nodesFor(model) : 0, UNASKED_NODES],
  ] as const;
  return wanted
    .filter(([, needed, given]) => needed > given)
    .map(([name, needed]) => `#define TIDEMARK_${name} ${needed}`);
}

/** What the sketch has of the page, as text: lines of `setup`, and a constant before it. */
interface SketchParts {
  readonly starts: string;
  readonly forest: string;
}

const startLines = (starts: readonly (readonly string[])[], model: Model | null) =>
  [
    ...starts.map((pairs) => `  tidemark.startWith("${pairs.join(',')}");\n`),
    ...(model ? ['  tidemark.nameBy(FOREST);\n'] : []),
  ].join('');

function pinsSketch(
  names: readonly string[],
  { name: board, volts }: Reading,
  { starts, forest }: SketchParts,
  periodMs: number,
): string {
  const reads = names.map((_, i) => `analogRead(A${i}) * (${volts.toFixed(1)}f / 1023)`);
  const single = reads.length === 1;
  return `// Volts of the pins from A0 on. Choose the board under Tools.${board === null ? UNKNOWN_BOARD : ''}
#include <Tidemark.h>

${forest}${single ? 'Tidemark' : `TidemarkOf<${reads.length}>`} tidemark;

void setup() {
  Serial.begin(115200);
${board === null ? LIKE_OTHERS : ''}${starts}  tidemark.begin(Serial, "${names.map((name) => `${name}:V`).join(';')}", "analog pins", ${periodMs});
}

void loop() {
  if (!tidemark.due()) return;
${
  single
    ? `  tidemark.sample(${reads[0]});`
    : `  const TidemarkOf<${reads.length}>::Number values[] = {
      ${reads.join(',\n      ')}};
  tidemark.sample(values);`
}
}
`;
}

/** Of a sketch for whatever board. */
const UNKNOWN_BOARD = `
// Where its pins have other names, or its volts are others, change them in loop.`;
const LIKE_OTHERS = `#ifdef ARDUINO_ARCH_ESP32
  analogReadResolution(10);  // to 1023, as on other boards
#endif
`;

const pinName = ({ name }: SketchChannel, i: number): string => lineName(name) || `A${i}`;

/** What the line allows in a name, and C++ between quotes. */
const lineName = (name: string) => name.replace(/[^\p{L}\p{N} _.()[\]/%°+-]/gu, '').trim();

/** The example, with the part of this sensor alone. */
function imuSketch(
  sensor: string,
  { name }: Reading,
  { starts, forest }: SketchParts,
  periodMs: number,
): string {
  const [before = '', ...parts] = imu.split(/^#(?:if|elif|else|endif).*\n/m);
  const part = parts.find((body) => body.includes(`SENSOR[] = "${sensor}"`)) ?? '';
  const after = parts.at(-1) ?? '';
  const first =
    name === null
      ? `// Acceleration in g of an ${sensor} on the I2C pins. Choose the board under Tools.\n`
      : `// Acceleration in g of the ${sensor}. Choose the board (${name}) under Tools; install the\n// library that the #include of its sensor names.\n`;
  return `${first}${before.replace(/^\/\/.*\n/gm, '')}${part.trim()}\n${after}`
    .replace(/^TidemarkOf/m, () => `${forest}TidemarkOf`)
    .replace(
      /^ {2}tidemark\.begin\((.*)\);$/m,
      (_, given: string) => `${starts}  tidemark.begin(${given}, ${periodMs});`,
    );
}
