import { expect, it } from 'vitest';
import { thorough } from '../thoroughness.ts';
import { micropython, openBoard, pythonGlobal } from './openBoard.ts';

const BOARDS = thorough(4, 15);
/** One that is kept takes 45 KB. */
const MOST_BYTES_A_BOARD = 8192;

function heapInUse(): number {
  // It collects when it has returned.
  micropython.runPython('import gc\ngc.collect()');
  micropython.runPython('result = gc.mem_alloc()');
  return Number(pythonGlobal('result'));
}

it('a board that another has replaced leaves nothing behind, which would make that one slower', () => {
  openBoard().run(10);
  openBoard().run(10);
  const before = heapInUse();
  for (let nth = 0; nth < BOARDS; nth++) openBoard().run(10);
  expect((heapInUse() - before) / BOARDS).toBeLessThan(MOST_BYTES_A_BOARD);
});
