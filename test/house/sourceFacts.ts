import { parseSync } from 'vite';

/** What the walls ask of one source file. */
export interface SourceFacts {
  /**
   * Everything that the file names as a module, as it is written: static and type imports,
   * re-exports, dynamic imports, types of `import('…')`, URLs of workers, globs of the bundler.
   */
  readonly imports: readonly string[];
  /** Where it asks the machine for the time or for chance, such as `Date.now`. */
  readonly impurities: readonly string[];
}

type Node = Readonly<Record<string, unknown>>;

const WITH_SOURCE = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

/** Stands for an import whose target is computed: no wall can look at it. */
const COMPUTED = '(computed)';

/** Throws for a source that is no TypeScript. */
export function sourceFacts(path: string, source: string): SourceFacts {
  const { program, errors } = parseSync(path, source);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const imports: string[] = [];
  const impurities: string[] = [];
  visit(program, (node) => {
    const target = importedBy(node);
    if (target !== undefined) imports.push(target);
    const impurity = impurityOf(node);
    if (impurity !== undefined) impurities.push(impurity);
  });
  return { imports, impurities };
}

function importedBy(node: Node): string | undefined {
  const type = String(node.type);
  if (WITH_SOURCE.has(type)) return node.source ? textOf(node.source) : undefined;
  const first = Array.isArray(node.arguments) ? node.arguments[0] : undefined;
  if (
    type === 'NewExpression' &&
    nameOf(node.callee) === 'URL' &&
    JSON.stringify(node.arguments).includes('"MetaProperty"')
  ) {
    return textOf(first);
  }
  if (type === 'CallExpression' && nameOf(node.callee) === 'import.meta.glob') return textOf(first);
  return undefined;
}

function impurityOf(node: Node): string | undefined {
  const name = nameOf(node);
  if (name === 'Math.random' || name === 'Date.now') return name;
  const dated = nameOf(node.callee) === 'Date';
  if (node.type === 'CallExpression' && dated) return 'Date()';
  if (node.type === 'NewExpression' && dated && Array.isArray(node.arguments)) {
    return node.arguments.length === 0 ? 'new Date()' : undefined;
  }
  return undefined;
}

/** The dotted name of an expression such as `import.meta.glob`; empty for any other. */
function nameOf(value: unknown): string {
  if (!isNode(value)) return '';
  if (value.type === 'Identifier') return String(value.name);
  if (value.type === 'MetaProperty') return `${nameOf(value.meta)}.${nameOf(value.property)}`;
  if (value.type !== 'MemberExpression' || value.computed) return '';
  return `${nameOf(value.object)}.${nameOf(value.property)}`;
}

function textOf(value: unknown): string {
  return isNode(value) && typeof value.value === 'string' ? value.value : COMPUTED;
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see);
  } else if (isNode(value)) {
    if (typeof value.type === 'string') see(value);
    for (const part of Object.values(value)) visit(part, see);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
