/** Lists of objects that are rows under each other: a pack of SenML (RFC 8428), or rows with times that go on. */
import { distinctNames } from './labelName.ts';
import type { Literal, LiteralObject } from './literal.ts';
import { type ForeignLine, type ForeignTime, type ForeignValue, rowOf } from './reading.ts';

type Record = ReadonlyMap<string, Literal>;

const SENML_KEYS = new Set([
  'bn',
  'bt',
  'bu',
  'bv',
  'bs',
  'bver',
  'n',
  'u',
  'v',
  'vs',
  'vb',
  'vd',
  's',
  't',
  'ut',
]);
/** Times below are of a clock that tells how long ago it was. */
const LEAST_EPOCH_S = 2 ** 28;
const UNITS: ReadonlyMap<string, string> = new Map([
  ['Cel', '°C'],
  ['/', ''],
]);

const isObject = (literal: Literal): literal is LiteralObject =>
  literal !== null && typeof literal === 'object' && !Array.isArray(literal);

/** The objects of a list, or the only one; null when there is anything else in it. */
function recordsOf(literal: Literal): readonly Record[] | null {
  const list: readonly Literal[] = isObject(literal)
    ? [literal]
    : Array.isArray(literal)
      ? literal
      : [];
  const records = list.flatMap((item) => (isObject(item) ? [new Map(item.entries)] : []));
  return records.length > 0 && records.length === list.length ? records : null;
}

/** Reads a pack of SenML; null when it is none. Records of one time are one row. */
export function readSenml(literal: Literal): ForeignLine | null {
  const records = recordsOf(literal);
  if (!records?.every(isSenml)) return null;
  const rows = new Map<number, { values: ForeignValue[]; time: ForeignTime | null }>();
  let base: Record = new Map();
  for (const record of records) {
    base = new Map([...base, ...record]);
    const value = measured(record, base);
    if (value === null) continue;
    const unit = String(record.get('u') ?? base.get('bu') ?? '');
    const name = `${base.get('bn') ?? ''}${record.get('n') ?? ''}`.replace(/[:/]$/, '');
    const seconds = numberOf(base.get('bt')) + numberOf(record.get('t'));
    const time: ForeignTime | null =
      seconds >= LEAST_EPOCH_S ? { ms: seconds * 1000, clock: 'utc' } : null;
    const said = { name, value, unit: UNITS.get(unit) ?? unit };
    const row = rows.get(time?.ms ?? 0) ?? { values: [], time };
    row.values.push(said);
    rows.set(time?.ms ?? 0, row);
  }
  const inOrder = [...rows].sort(([a], [b]) => a - b);
  return joined(inOrder.map(([, { values, time }]) => rowOf('json', distinctNames(values), time)));
}

function isSenml(record: Record): boolean {
  const isNamed = typeof record.get('n') === 'string' || typeof record.get('bn') === 'string';
  const isMeasured = ['v', 'vb', 'vs', 'vd', 's', 'bv'].some((key) => record.has(key));
  return (
    (isNamed || record.has('u')) &&
    isMeasured &&
    [...record.keys()].every((key) => SENML_KEYS.has(key))
  );
}

/** Null where a record holds words. */
function measured(record: Record, base: Record): number | null {
  const truth = record.get('vb');
  if (typeof truth === 'boolean') return truth ? 1 : 0;
  const value = record.get('v') ?? record.get('s');
  return typeof value === 'number' ? value + numberOf(base.get('bv')) : null;
}

const numberOf = (literal: Literal | undefined) => (typeof literal === 'number' ? literal : 0);

/** The rows of one line as one reading; null when there are none. */
function joined(rows: readonly ForeignLine[]): ForeignLine | null {
  const [first, ...further] = rows;
  return first ? { ...first, further } : null;
}

/** Objects of the same names in a list, read one by one, are rows where the time of each is later than the last. */
export function readTimedRows(
  list: readonly Literal[],
  read: (object: Literal) => ForeignLine | null,
): ForeignLine | null {
  const [first] = list;
  if (list.length < 2 || !first || !isObject(first)) return null;
  const names = namesOf(first);
  const rows: ForeignLine[] = [];
  for (const item of list) {
    if (!isObject(item) || namesOf(item) !== names) return null;
    const row = read(item);
    const before = rows.at(-1);
    if (!row?.time || (before?.time && row.time.ms <= before.time.ms)) return null;
    rows.push(row);
  }
  return joined(rows);
}

const namesOf = ({ entries }: LiteralObject) => entries.map(([name]) => name).join('\n');
