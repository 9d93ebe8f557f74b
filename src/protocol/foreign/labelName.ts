/** Labels: their name, the unit in brackets behind it, and the number that may count the lines. */
import type { CountedLabel, ForeignValue } from './reading.ts';

const AROUND = /^[\s,;|"'`*•>&/#-]+(?=\S)|[\s"'`,;|-]+$/g;
/** An index in brackets is none. */
const UNIT_BEHIND = /^(.*\S)\s*[([]\s*([^()[\]]{1,16}?)\s*[)\]]$/;
const BLANKS = /\s{2,}/g;
const ONLY_NUMBER = /^[+-]?[\d.,]+$/;
const ENDS_IN_NUMBER = /^(.*?)[\s#_.[(-]*(\d{1,15})[\])]*$/;
/** Of several words: so many are a sentence. One word may be as long as it likes. */
const LONGEST_NAME = 200;

/** What a label says; null when it is none: empty, a number, or a sentence. */
export function labelName(label: string): { readonly name: string; readonly unit: string } | null {
  const text = label.replace(AROUND, '').replace(BLANKS, ' ');
  const isSentence = text.length > LONGEST_NAME && text.includes(' ');
  if (text === '' || isSentence || ONLY_NUMBER.test(text)) return null;
  const m = UNIT_BEHIND.exec(text);
  const unit = m?.[2] ?? '';
  return m?.[1] && !/\d$/.test(unit[0] ?? '') && !/^\d/.test(unit)
    ? { name: m[1], unit }
    : { name: text, unit: '' };
}

/** The number at the end of a label; null when there is none. */
export function countedLabel(label: string): CountedLabel | null {
  const m = ENDS_IN_NUMBER.exec(label);
  return m ? { label, stem: m[1] || 'value', number: Number(m[2]) } : null;
}

/** The same values; a name that was there before gets a number. */
export function distinctNames(values: readonly ForeignValue[]): readonly ForeignValue[] {
  if (!hasTwins(values)) return values;
  const taken = new Set<string>();
  const lastNumber = new Map<string, number>();
  return values.map((each) => {
    let { name } = each;
    let n = lastNumber.get(name) ?? 1;
    while (taken.has(name)) name = `${each.name} ${++n}`;
    lastNumber.set(each.name, n);
    taken.add(name);
    return name === each.name ? each : { ...each, name };
  });
}

const FEW = 8;

function hasTwins(values: readonly ForeignValue[]): boolean {
  if (values.length > FEW) return new Set(values.map(({ name }) => name)).size < values.length;
  for (let i = 1; i < values.length; i++) {
    for (let k = 0; k < i; k++) if (values[i]?.name === values[k]?.name) return true;
  }
  return false;
}
