import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from '../../src/detector/parameters.ts';
import { checksum, checksumText } from '../../src/protocol/checksum.ts';
import {
  createSampleLine,
  type FirmwareReading,
  readFirmwareLine,
} from '../../src/protocol/firmwareLine.ts';
import { thorough } from '../thoroughness.ts';

const encoder = new TextEncoder();

function summed(body: string): string {
  const bytes = encoder.encode(body);
  return `${body}*${checksumText(checksum(bytes, 0, bytes.length))}`;
}

function read(line: string, sample = createSampleLine()): FirmwareReading {
  const bytes = encoder.encode(line);
  return readFirmwareLine(bytes, 0, bytes.length, sample);
}

const message = (body: string) => read(summed(body));

it('a sample’s time may have decimals, as imported ones do', () => {
  const sample = createSampleLine();
  expect(read(summed('s,7,20.125,1'), sample)).toBe('sample');
  expect(sample.timeMs).toBe(20.125);
  expect(read(summed('s,7,-1,1'), sample)).toBe('malformed');
});

describe('a line of our firmware', () => {
  it('carries any sample there and back without loss', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 30 - 1 }),
        fc.integer({ min: 0, max: 1e12 }),
        fc.array(fc.double(), { minLength: 1, maxLength: 16 }),
        (seq, timeMs, values) => {
          const text = values.map((x) =>
            Number.isNaN(x) ? 'nan' : String(x).replace('inity', ''),
          );
          const sample = createSampleLine();
          expect(
            read(summed(`s,${seq},${timeMs},${text.join(',').replace(/Inf/g, 'inf')}`), sample),
          ).toBe('sample');
          expect([sample.seq, sample.timeMs, sample.count]).toEqual([seq, timeMs, values.length]);
          // -0 and 0 are the same number on the line.
          expect([...sample.values.subarray(0, sample.count)].map((x) => x + 0)).toEqual(
            values.map((x) => x + 0),
          );
        },
      ),
    );
  });

  it('with any one byte changed is refused, and never taken for another', () => {
    const line = encoder.encode(summed('s,41,820,0.9812,24.31'));
    fc.assert(
      fc.property(fc.nat(line.length - 4), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const garbled = line.slice();
        garbled[at] = (garbled[at] ?? 0) ^ flip;
        const reading = readFirmwareLine(garbled, 0, garbled.length, createSampleLine());
        expect(['sum', 'unsummed']).toContain(reading);
      }),
    );
  });

  it('cut off anywhere is refused', () => {
    const line = summed('s,41,820,0.9812,24.31');
    for (let length = 0; length < line.length; length++) {
      expect(['sum', 'unsummed']).toContain(read(line.slice(0, length)));
    }
  });

  it('never throws, whatever the bytes', () => {
    const sample = createSampleLine();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        readFirmwareLine(bytes, 0, bytes.length, sample);
        // With a right sum the content is looked at, too.
        const body = [...bytes].filter((byte) => byte !== 10);
        const sum = checksumText(checksum(Uint8Array.from(body), 0, body.length));
        const line = Uint8Array.from([...body, ...encoder.encode(`*${sum}`)]);
        readFirmwareLine(line, 0, line.length, sample);
      }),
      { numRuns: thorough(150, 2000) },
    );
  });

  it.each([
    ['s', 'no fields'],
    ['s,1', 'no time'],
    ['s,1,20', 'no value'],
    ['s,1,20,', 'an empty value'],
    ['s,1,20,abc', 'a word for a value'],
    ['s,-1,20,3', 'a negative number'],
    ['s,1073741824,20,3', 'a number past the wrap'],
    ['s,1.5,20,3', 'a broken number'],
    ['s,1,nan,3', 'no time of day'],
    ['s,1,-5,3', 'a time before the start'],
    [`s,1,20,${Array(65).fill('1').join(',')}`, 'more channels than there can be'],
    ['h,protocol=2,firmware=tidemark,channels=x:g', 'another protocol'],
    ['h,protocol=1,firmware=other,channels=x:g', 'another firmware'],
    ['h,protocol=1,firmware=tidemark', 'no channels'],
    ['p,gamma=4', 'parameters missing'],
    ['e,1,20,0,x,0.9', 'an unknown verdict'],
    ['e,1,20,0,,0.9', 'an empty verdict'],
    ['e,1,20,0,oa', 'no probability'],
    ['f,1,0,nan,2,0.9,0,1', 'no shape'],
    ['r,7', 'no outcome'],
  ])('with a right sum and wrong content is malformed: %s (%s)', (body) => {
    expect(message(body)).toBe('malformed');
  });

  it('keeps values that no detector can judge, so that they can be counted', () => {
    const sample = createSampleLine();
    expect(read(summed('s,1,20,nan,inf,-inf,1e400'), sample)).toBe('sample');
    expect([...sample.values.subarray(0, 4)]).toEqual([
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
  });

  it('says who the board is', () => {
    expect(
      message(
        'h,protocol=1,firmware=tidemark,version=0.1.0,board=Pico,id=e66,sensor=simulated,' +
          'channels=x:g;temp:degC;n:,float=32,saved=1',
      ),
    ).toEqual({
      type: 'hello',
      hello: {
        board: 'Pico',
        id: 'e66',
        sensor: 'simulated',
        version: '0.1.0',
        channels: [
          { name: 'x', unit: 'g' },
          { name: 'temp', unit: 'degC' },
          { name: 'n', unit: '' },
        ],
        float: 32,
        rules: 2,
        can: [],
        most: null,
        model: null,
        skipped: null,
        fitsMs: null,
        saved: true,
      },
    });
  });

  it('reads parameters back, and refuses a set that cannot be', () => {
    const pairs = Object.entries(DEFAULT_PARAMETERS).map(([name, value]) => `${name}=${value}`);
    expect(message(`p,${pairs.join(',')}`)).toEqual({
      type: 'parameters',
      parameters: DEFAULT_PARAMETERS,
      converted: null,
    });
    expect(message(`p,${pairs.join(',').replace('gamma=4', 'gamma=400')}`)).toBe('malformed');
  });

  it('says by which rules it judges and what it can; of rules 2 when it does not say', () => {
    const hello =
      'h,protocol=1,firmware=tidemark,channels=x:g,float=30,rules=3,can=drift;rhythm;flight,most=16,skipped=7,model=a1b2,fits=4120';
    expect(message(hello)).toMatchObject({
      hello: {
        ...{ float: 30, rules: 3, can: ['drift', 'rhythm'] },
        ...{ most: 16, skipped: 7, model: 'a1b2', fitsMs: 4.12 },
      },
    });
    expect(message('h,protocol=1,firmware=tidemark,channels=x:g')).toMatchObject({
      hello: { rules: 2, can: [], most: null, skipped: null, model: null, fitsMs: null },
    });
  });

  it('tells what the forest on the board calls an event, and which model that is', () => {
    expect(message('n,70,1,Sto%C3%9F%2C%20%E2%9A%A1,0.9')).toEqual({
      type: 'named',
      seq: 70,
      channel: 1,
      name: 'Stoß, ⚡',
      share: 0.9,
    });
    expect(message('n,70,1,?,0.25')).toMatchObject({ name: null, share: 0.25 });
    expect(message('n,70,1,%3F,1')).toMatchObject({ name: '?' });
    for (const wrong of ['n,70,1,%E2,1', 'n,70,1,,1', 'n,70,1,a,2', 'n,-1,0,a,1', 'n,70,1,a']) {
      expect(message(wrong)).toBe('malformed');
    }
    expect(message('m,0a1b2c3d')).toEqual({ type: 'model', hash: '0a1b2c3d' });
    expect(message('m,none')).toEqual({ type: 'model', hash: null });
    expect(message('m,never')).toBe('malformed');
  });

  it('converts parameters of rules 2, and says which', () => {
    const older =
      'p,gamma=3,delta=0.9,maxima=7,outliers=5,meanGap=500,period=20,block=32,memory=256,fatigue=0.25,tail=upper';
    const read = message(older);
    expect(read).toMatchObject({
      type: 'parameters',
      parameters: {
        ...DEFAULT_PARAMETERS,
        gamma: 3,
        delta: 0.9,
        maxima: 7,
        period: 20,
        tail: 'upper',
      },
      converted: [
        { parameter: 'meanGap', was: 500 },
        { parameter: 'fatigue', was: 0.25 },
      ],
    });
  });

  it('carries what one channel has of its own, if all of it can be', () => {
    expect(message('p,ch=1,gamma=2.5,tail=lower,judge=0')).toEqual({
      type: 'own-parameters',
      channel: 1,
      own: { gamma: 2.5, tail: 'lower', judge: 0 },
    });
    expect(message('p,ch=0')).toEqual({ type: 'own-parameters', channel: 0, own: {} });
    for (const wrong of ['p,ch=1,gamma=99', 'p,ch=x,gamma=2', 'p,ch=1,judge=2', 'p,ch=1,gamma=']) {
      expect(message(wrong)).toBe('malformed');
    }
  });

  it('carries the cause of an alarm, and what was judged against what', () => {
    expect(message('e,7,140,1,a,0,d')).toMatchObject({
      alarm: true,
      outlier: false,
      cause: 'drift',
    });
    expect(message('e,7,140,1,oa,0.9')).toMatchObject({ cause: 'level' });
    expect(message('e,7,140,1,a,0,x')).toBe('malformed');
    expect(message('w,7,1,r,80,20,45')).toEqual({
      type: 'watched',
      seq: 7,
      channel: 1,
      cause: 'rhythm',
      value: 80,
      center: 20,
      limit: 45,
    });
    expect(message('l,skipped=12')).toEqual({ type: 'log', words: 'skipped=12', skipped: 12 });
  });

  it('of a type that a newer board may have is no fault', () => {
    expect(message('v,7,0,fan,0.9')).toEqual({ type: 'unknown' });
  });

  it('carries verdicts, fits, replies and words', () => {
    expect(message('e,9,180,1,oac,0.998')).toMatchObject({
      type: 'verdict',
      seq: 9,
      channel: 1,
      outlier: true,
      alarm: true,
      collective: true,
      probability: 0.998,
    });
    expect(message('f,9,0,inf,2.5,nan,0,1')).toMatchObject({
      shape: Number.POSITIVE_INFINITY,
      r2: Number.NaN,
    });
    expect(message('r,7,ok')).toEqual({ type: 'reply', id: '7', reply: { ok: true } });
    expect(message('r,7,error,range,gamma,gamma must be above 0 and at most 20')).toEqual({
      type: 'reply',
      id: '7',
      reply: {
        ok: false,
        code: 'range',
        parameter: 'gamma',
        words: 'gamma must be above 0 and at most 20',
      },
    });
    expect(message('l,hello, world')).toEqual({
      type: 'log',
      words: 'hello, world',
      skipped: null,
    });
  });
});
