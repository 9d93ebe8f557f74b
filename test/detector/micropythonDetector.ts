import { readFileSync } from 'node:fs';
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { loadFirmwareFiles } from '../../firmware/host/loadFirmwareFiles.ts';
import type { Row, Run } from './detectorRows.ts';
import { PYTHON_ROWS, rowsFromJson, runsAsJson } from './pythonRows.ts';

const micropython = await loadMicroPython({ heapsize: 32 * 1024 * 1024 });
for (const [name, source] of Object.entries(loadFirmwareFiles())) {
  if (!name.includes('/')) micropython.FS.writeFile(`/${name}`, source);
}
micropython.FS.writeFile('/pythonRows.py', readFileSync(PYTHON_ROWS, 'utf8'));

/** What the firmware's core makes of each run, in MicroPython under WebAssembly. */
export function micropythonRows(runs: readonly Run[]): Row[][] {
  micropython.FS.writeFile('/runs.json', runsAsJson(runs));
  micropython.runPython(`
import gc, sys
gc.threshold(1 << 20)
if "/" not in sys.path:
    sys.path.append("/")
import pythonRows
pythonRows.main("/runs.json", "/rows.json")
`);
  return rowsFromJson(new TextDecoder().decode(micropython.FS.readFile('/rows.json')));
}
