/** The forest of the page in a sketch: the text of its file, which the library reads when the board begins. Pure. */
import type { Model } from '../../naming/model.ts';
import { asField, writeModel } from '../../naming/writeModel.ts';
import type { Reading } from './sketchBoards.ts';

/** Whether the sketch has the forest, or why not. */
export type SketchForest = 'none' | 'in' | 'no-room' | 'too-large' | 'other-channels';

/** What the library has memory for: bytes of the names of classes, each with one more behind. */
const MOST_NAME_BYTES = 512;
/** Letters of a line of the sketch. */
const WIDE = 90;

/** @param channels those that the sketch reads, by their names on the line */
export function forestFor(
  model: Model | null,
  channels: readonly string[],
  { mostNodes }: Reading,
): SketchForest {
  if (mostNodes === 0) return 'no-room';
  if (!model) return 'none';
  if (nodesFor(model) > mostNodes || nameBytes(model) > MOST_NAME_BYTES) return 'too-large';
  return model.channels.join('\n') === channels.join('\n') ? 'in' : 'other-channels';
}

/** What the library has to be told as TIDEMARK_NODES: it takes a quarter as many trees, and one. */
export const nodesFor = ({ forest }: Model): number =>
  Math.max(forest.feature.length, 4 * (forest.roots.length - 1));

const nameBytes = ({ classes }: Model): number =>
  classes.reduce((sum, name) => sum + asField(name).length + 1, 0);

/** The file as a constant of C++, some of its lines on each. */
export function forestLines(model: Model): string {
  const rows = [''];
  for (const line of writeModel(model).trimEnd().split('\n')) {
    const row = rows.at(-1) ?? '';
    if (row !== '' && row.length + line.length > WIDE) rows.push(`${line}\\n`);
    else rows[rows.length - 1] = `${row}${line}\\n`;
  }
  const text = rows.map((row) => `    "${row}"`).join('\n');
  return `// The forest that names events: a model's file, as the page writes it.
const char FOREST[] TIDEMARK_FLASH =
${text};

`;
}
