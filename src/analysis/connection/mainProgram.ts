/**
 * Whether a board at its bare prompt has a program to start. Asked there only, once, where nothing
 * is typed: never of a program that runs.
 */

/** Also CircuitPython's name for it. */
const QUESTION =
  "import os;print('tidemark:main=%d'%any(n in os.listdir()for n in('main.py','code.py')))";
const ANSWER = /^tidemark:main=([01])\s*$/;

export interface MainProgram {
  /** A line that the board said. */
  line(text: string): void;
  /** Null until the board has said. */
  isThere(): boolean | null;
  /** A blank prompt waits. */
  atPrompt(): void;
}

/** `type` types a line at the prompt. */
export function createMainProgram(type: (line: string) => void): MainProgram {
  let asked = false;
  let there: boolean | null = null;
  return {
    line(text) {
      const [, found] = ANSWER.exec(text) ?? [];
      if (asked && found !== undefined) there = found === '1';
    },
    isThere: () => there,
    atPrompt() {
      if (asked) return;
      asked = true;
      type(QUESTION);
    },
  };
}
