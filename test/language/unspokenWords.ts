import { parseSync } from 'vite';

type Node = Readonly<Record<string, unknown>>;

/** Attributes that people read or hear. */
const READ_OUT = new Set(['aria-label', 'title', 'label', 'placeholder', 'alt', 'description']);
const TWO_WORDS = /\p{L}{2,}[,:;.…’]? \p{L}{2,}/u;
const A_WORD = /\p{L}{2,}/u;
/** Tags, rules of a style sheet, a font's size, a mixed colour. */
const MARKUP = /<[^>]*>?|@\w+ \w+|\{[^}]*\}?|\d+px |color-mix\(.*/g;

/**
 * Texts for people that stand outside of `spoken(…)`: in one language alone, as they are written.
 * Two words in a row are for people; in an attribute that is read out, and between tags, one is.
 * Throws for a source that is no TypeScript.
 */
export function unspokenWords(path: string, source: string): string[] {
  const { program, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const found: string[] = [];
  look(program, found);
  return found;
}

/** What takes words of every language, or a selector. */
function isWordless(callee: Node): boolean {
  const { name } = (callee.property ?? callee) as Node;
  return (
    name === 'spoken' ||
    name === 'matches' ||
    name === 'closest' ||
    String(name).startsWith('querySelector')
  );
}

/** The names of keys are for programs. */
const KEYS = /^Arrow(Left|Right) /;

const isRead = (text: string): boolean =>
  !KEYS.test(text) && TWO_WORDS.test(text.replace(MARKUP, ''));

function look(value: unknown, found: string[]): void {
  if (Array.isArray(value)) {
    for (const part of value) look(part, found);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const node = value as Node;
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'TSLiteralType':
    case 'ThrowStatement':
      return;
    case 'CallExpression':
      if (isWordless(node.callee as Node)) return;
      break;
    case 'JSXAttribute': {
      const name = (node.name as Node).name;
      const text = (node.value as Node | null)?.value;
      if (typeof text === 'string') {
        if (READ_OUT.has(String(name)) && A_WORD.test(text)) found.push(text);
        else if (name !== 'className' && isRead(text)) found.push(text);
        return;
      }
      break;
    }
    case 'JSXText':
      if (A_WORD.test(String(node.value))) found.push(String(node.value).trim());
      return;
    case 'Literal':
      if (typeof node.value === 'string' && isRead(node.value)) found.push(node.value);
      return;
    case 'TemplateElement': {
      const { cooked } = node.value as { cooked: string };
      if (isRead(cooked)) found.push(cooked);
      return;
    }
  }
  for (const part of Object.values(node)) look(part, found);
}
