/**
 * A model as a file: emlearn's CSV of trees (`f`, `c`, `lb`, `l`, `r`, `n`), so that its loaders read
 * it, and lines of ours that they pass over. Documented in README.md.
 */
import { adler32 } from './adler32.ts';
import { FEATURES_VERSION } from './featureTable.ts';
import type { Model } from './model.ts';

/** Of the lines that are ours. */
export const FORMAT = 1;
/** How a file begins. */
export const MARK = 'tidemark';

/** The text of the file, ASCII. */
export function writeModel({ forest, ...model }: Model): string {
  const { feature, value, left, right, roots } = forest;
  const lines = [
    `${MARK},${FORMAT},${FEATURES_VERSION},${Number(model.confidence.toFixed(3))}`,
    ['s', ...model.features.map((name, at) => `${name}:${model.exponents[at] ?? 0}`)].join(),
    ['k', ...model.channels.map(asField)].join(),
    ['t', ...model.classes.map(asField)].join(),
    `f,${model.features.length}`,
    `c,${model.classes.length}`,
    'lb,0',
    ...model.classes.map((_, its) => `l,${its}`),
    ...Array.from(roots, (root) => `r,${root}`),
    ...Array.from(feature, (its, at) => `n,${its},${value[at]},${left[at]},${right[at]}`),
  ];
  const text = `${lines.join('\n')}\n`;
  return `${text}z,${adler32(text)}\n`;
}

/** Hash of a model: what its file ends with. */
export const hashOf = (model: Model): string => writeModel(model).slice(-9, -1);

/** A name as a field of lines: what could break one becomes %XX, of UTF-8. */
export const asField = (name: string): string =>
  encodeURIComponent(wellFormed(name)).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Half a letter, which no file can hold, becomes the sign for that. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** The name that a field stands for; null when it is none. */
export function fromField(field: string): string | null {
  try {
    return decodeURIComponent(field);
  } catch {
    return null;
  }
}
