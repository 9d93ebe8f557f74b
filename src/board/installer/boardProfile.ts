/** Which of the firmware's hardware profiles a board needs. Pure. */
import { moduleName, neededFiles } from './flattenPython.ts';

const BOARDS = 'boards/';
/** A line of the table in sensors.py: part of the machine's name, and its module in `boards`. */
const PROFILE = /\(\s*"([^"]+)",\s*"(\w+)"\s*\)/g;

/**
 * The firmware without the profiles of other boards.
 *
 * @param machine as `os.uname()` says it; the first line of the table that is part of it counts, as
 *   on the board itself. A machine without a line may have a profile of its own name.
 */
export function filesFor(
  files: Readonly<Record<string, string>>,
  machine: string,
): Record<string, string> {
  const profiles = [...(files['sensors.py'] ?? '').matchAll(PROFILE)];
  const own = profiles.find(([, part = '']) => machine.includes(part))?.[2] ?? machine;
  const needed = {
    ...neededFiles(files, 'main'),
    ...neededFiles(files, moduleName(`${BOARDS}${own}.py`)),
  };
  return Object.fromEntries(
    Object.entries(files).filter(([name]) => !name.startsWith(BOARDS) || name in needed),
  );
}
