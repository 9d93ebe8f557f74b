/**
 * A package of modules for a file system without folders: every module gets a prefix to its name,
 * and what imports it follows. Pure.
 */
import { logicalLines } from './pythonSource.ts';

const IMPORT = /^import (.+)$/s;
const IMPORTED = /^\s*([\w.]+)(\s+as\s+\w+)?\s*$/;
const FROM = /^from ([\w.]+) (import\b.*)$/s;

/** `boards/mpu6050.py` → `boards.mpu6050` */
export function moduleName(fileName: string): string {
  return fileName.replace(/\.py$/, '').replaceAll('/', '.');
}

/**
 * The files that `entry` needs: itself and what it imports by a plain `import` or `from` statement,
 * and so on. Modules that are looked up by name at run time are not found.
 */
export function neededFiles(
  files: Readonly<Record<string, string>>,
  entry: string,
): Record<string, string> {
  const needed: Record<string, string> = {};
  const queue = [entry];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const fileName = `${name.replaceAll('.', '/')}.py`;
    const source = files[fileName];
    if (source === undefined || needed[fileName] !== undefined) continue;
    needed[fileName] = source;
    for (const { text } of logicalLines(source)) {
      queue.push(...importedModules(text));
    }
  }
  return needed;
}

function importedModules(statement: string): string[] {
  const from = FROM.exec(statement)?.[1];
  if (from !== undefined) return [from];
  const names = IMPORT.exec(statement)?.[1]?.split(',') ?? [];
  return names.flatMap((name) => IMPORTED.exec(name)?.[1] ?? []);
}

/**
 * One module's source with the imports of `modules` renamed: `import line` becomes
 * `import <prefix>line as line`. Comments are lost; everything else stays as it is.
 */
export function renameImports(
  source: string,
  modules: ReadonlySet<string>,
  prefix: string,
): string {
  return logicalLines(source)
    .map(({ indent, text }) => `${' '.repeat(indent)}${renamed(text, modules, prefix)}\n`)
    .join('');
}

function renamed(statement: string, modules: ReadonlySet<string>, prefix: string): string {
  const from = FROM.exec(statement);
  if (from?.[1] !== undefined) {
    if (!modules.has(from[1])) return statement;
    return `from ${flatName(from[1], prefix)} ${from[2] ?? ''}`;
  }
  const names = IMPORT.exec(statement)?.[1]?.split(',');
  if (!names) return statement;
  const renamedNames = names.map((name) => {
    const [, module = '', as = ` as ${module}`] = IMPORTED.exec(name) ?? [];
    return modules.has(module) ? flatName(module, prefix) + as : name.trim();
  });
  return `import ${renamedNames.join(', ')}`;
}

/** `boards.mpu6050` → `<prefix>boards_mpu6050` */
export function flatName(module: string, prefix: string): string {
  return prefix + module.replaceAll('.', '_');
}
