import { describe, expect, it } from 'vitest';
import { adler32 } from '../../src/naming/adler32.ts';
import { FEATURES } from '../../src/naming/featureTable.ts';
import { modelOf, nameEvent } from '../../src/naming/model.ts';
import { readModel } from '../../src/naming/readModel.ts';
import { hashOf, writeModel } from '../../src/naming/writeModel.ts';
import { mulberry32 } from '../signals/benchmarkSignal.ts';
import { thorough } from '../thoroughness.ts';
import { madeExamples, madeModel, trained } from './madeForest.ts';

const NAMES = ['spike', 'a, "b"', '100 % *', 'Stoß ⚡ 🙈'];
const model = madeModel(NAMES);
const text = writeModel(model);
const events = madeExamples(9, 200, { features: FEATURES.length, telling: 8 }).numbers;

/** With a hash that fits. */
const rehashed = (body: string) => `${body}z,${adler32(body)}\n`;
const withoutHash = text.slice(0, text.lastIndexOf('z,'));

const MUTANTS = thorough(60, 1000);

describe('a model file', () => {
  it('reads back as it was written, whatever the classes are called', () => {
    expect(readModel(text)).toEqual({ ok: true, model, hash: hashOf(model) });
    expect(readModel(text.replaceAll('\n', '\r\n'))).toMatchObject({ ok: true });
    expect(text).toMatch(/^[ -~\n]*$/);
  });

  it('is read by a reader that knows only the lines of emlearn', () => {
    const nodes: number[][] = [];
    const leaves: number[] = [];
    const roots: number[] = [];
    for (const line of text.split('\n')) {
      const [kind, ...fields] = line.split(',');
      const numbers = fields.map(Number);
      if (kind === 'n') nodes.push(numbers);
      if (kind === 'l') leaves.push(...numbers);
      if (kind === 'r') roots.push(...numbers);
    }
    for (const numbers of events) {
      const x = model.features.map((name, at) => {
        const place = FEATURES.findIndex((feature) => feature.name === name);
        return Math.floor((numbers[place] ?? 0) * 2 ** (model.exponents[at] ?? 0));
      });
      const votes = NAMES.map(() => 0);
      for (const root of roots) {
        let at = root;
        while (at >= 0) {
          const [feature = 0, value = 0, left = 0, right = 0] = nodes[at] ?? [];
          const child = (x[feature] ?? 0) < value ? left : right;
          at = child >= 0 ? at + child : child;
        }
        const leaf = leaves[-at - 1] ?? 0;
        votes[leaf] = (votes[leaf] ?? 0) + 1;
      }
      const { share } = nameEvent(model, numbers);
      expect(Math.max(...votes) / roots.length).toBe(share);
    }
  });

  it('of ten trees that learned eight examples of each of five classes is below 3 kB', () => {
    const small = madeExamples(1, 40, { features: FEATURES.length, classes: 5, telling: 8 });
    const { forest } = trained(small, { trees: 10 });
    const its = modelOf(forest, small.exponents, { ...model, classes: ['a', 'b', 'c', 'd', 'e'] });
    expect(writeModel(its).length).toBeLessThan(3000);
  });
});

describe('a name', () => {
  it('is unknown where too few of the trees agree', () => {
    for (const numbers of events) {
      const { share } = nameEvent({ ...model, confidence: 0 }, numbers);
      const { its } = nameEvent({ ...model, confidence: 0.8 }, numbers);
      expect(its === null).toBe(share < 0.8);
    }
  });
});

describe('what is no model to use is refused, and why', () => {
  const fault = (file: string) => {
    const reading = readModel(file);
    return reading.ok ? null : reading.fault;
  };

  it.each([
    ['nothing', '', { code: 'not-a-model' }],
    ['a table', 'time,x\n1,2\n', { code: 'not-a-model' }],
    ['emlearn’s own file', 'f,2\nc,2\nr,0\nn,0,1,-1,-2\n', { code: 'not-a-model' }],
    ['far too much', text + 'n,0,0,-1,-1\n'.repeat(30_000), { code: 'too-large', most: 250_000 }],
    ['a later form', text.replace('tidemark,1', 'tidemark,2'), { code: 'newer-format', format: 2 }],
    [
      'of other features',
      text.replace('tidemark,1,1', 'tidemark,1,9'),
      { code: 'other-features', version: 9 },
    ],
    ['cut off', text.slice(0, 400), { code: 'cut-off' }],
    ['cut off at its last letter', text.slice(0, -1), { code: 'cut-off' }],
    ['altered', text.replace('\nr,0\n', '\nr,1\n'), { code: 'altered' }],
    [
      'with a feature of no name that is known',
      rehashed(withoutHash.replace(`s,${model.features[0]}:`, 's,loudness:')),
      { code: 'unknown-feature', name: 'loudness' },
    ],
    [
      'with two classes of one name',
      rehashed(withoutHash.replace('t,spike,', 't,100%20%25%20%2A,')),
      { code: 'unsound', what: 'classes' },
    ],
    [
      'with a tree that goes round in circles',
      rehashed(withoutHash.replace(/\nn,\d+,(-?\d+),1,/, '\nn,0,$1,0,')),
      { code: 'unsound', what: 'trees' },
    ],
    [
      'with a jump out of the forest',
      rehashed(withoutHash.replace(/\nn,\d+,(-?\d+),1,/, '\nn,0,$1,30000,')),
      { code: 'unsound', what: 'trees' },
    ],
    [
      'with a confidence above 1',
      rehashed(withoutHash.replace(/^tidemark,1,1,0.5/, 'tidemark,1,1,1.5')),
      { code: 'unsound', what: 'head' },
    ],
    [
      'with a line of three numbers where four belong',
      rehashed(`${withoutHash}n,1,2,3\n`),
      { code: 'malformed', line: withoutHash.split('\n').length },
    ],
  ])('%s', (_, file, expected) => {
    expect(fault(file)).toEqual(expected);
  });

  it(`${MUTANTS} files in which something was changed: none throws, none of the changed passes`, () => {
    const random = mulberry32(5);
    const draw = (below: number) => Math.floor(random() * below);
    for (let i = 0; i < MUTANTS; i++) {
      const at = draw(text.length);
      const letter = String.fromCharCode(draw(2) ? 32 + draw(95) : draw(0x3000));
      const file = [
        () => text.slice(0, at),
        () => text.slice(0, at) + letter + text.slice(at + 1),
        () => text.slice(0, at) + letter + text.slice(at),
        () => text.slice(0, at) + text.slice(at + 1 + draw(40)),
      ][i % 4]?.();
      const reading = readModel(file ?? '');
      if (reading.ok) expect(reading.model).toEqual(model);
    }
  });

  it(`${MUTANTS} that were changed and hashed anew: none throws, and with those that pass naming ends`, () => {
    const random = mulberry32(6);
    const draw = (below: number) => Math.floor(random() * below);
    let passed = 0;
    for (let i = 0; i < MUTANTS; i++) {
      const lines = withoutHash.slice(0, -1).split('\n');
      const line = draw(lines.length);
      const fields = (lines[line] ?? '').split(',');
      const news = ['0', '-1', '7', '-32769', '99999', '', '1e9', 'NaN', '%', '%E0%A4%A', 'x:y'];
      fields[draw(fields.length)] = news[draw(news.length)] ?? '';
      lines[line] = fields.join(',');
      const reading = readModel(rehashed(`${lines.join('\n')}\n`));
      if (!reading.ok) continue;
      passed += 1;
      for (const numbers of events.slice(0, 10)) nameEvent(reading.model, numbers);
    }
    expect(passed).toBeGreaterThan(0.05 * MUTANTS);
  });
});
