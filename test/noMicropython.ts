/** In the place of MicroPython where files of one worker share what they import. */
throw new Error(
  'MicroPython keeps its state in globals, so that a second one breaks the first: list this file under ALONE in vitest.config.ts.',
);
