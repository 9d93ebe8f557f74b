import { readFileSync } from 'node:fs';
import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Language, speakingIn, spokenLanguage } from '../../../src/language/spoken.ts';
import { EXAMPLE_NAMES } from '../../../src/tour/exampleNames.ts';
import { isEnd, STEP_IDS } from '../../../src/tour/steps.ts';
import { EXAMPLES } from '../../../src/ui/examples/words.ts';
import { HelpPopover } from '../../../src/ui/header/HelpPopover.tsx';
import { sheetOf } from '../../../src/ui/teaching/sheet.ts';
import { sheetHtml } from '../../../src/ui/teaching/sheetHtml.ts';
import { wordsOf } from '../../../src/ui/tour/stepWords.ts';
import { createWorld } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

interface ReadSheet {
  readonly page: Document;
  readonly solutions: string;
  readonly exercises: string;
}

function read(html: string): ReadSheet {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const behind = page.querySelector('.solutions');
  const solutions = behind?.textContent ?? '';
  behind?.remove();
  return { page, solutions, exercises: page.body.textContent ?? '' };
}

const sheetIn = (language: Language): ReadSheet =>
  speakingIn(language, () => read(sheetHtml(sheetOf(null))));

describe('a teacher’s sheet', () => {
  it.each(['en', 'pt'] as const)(
    'asks each step of the tour and each example, and answers behind a new page: %s',
    (language) => {
      const { page, exercises, solutions } = sheetIn(language);
      speakingIn(language, () => {
        for (const step of STEP_IDS.filter((id) => !isEnd(id))) {
          const { title, text, seen, hint } = wordsOf(step);
          expect(exercises).toContain(title);
          expect(exercises).toContain(text);
          expect(exercises).not.toContain(seen);
          expect(solutions).toContain(seen);
          expect(solutions).toContain(hint);
        }
        for (const name of EXAMPLE_NAMES) {
          expect(exercises).toContain(EXAMPLES[name].question);
          expect(exercises).not.toContain(EXAMPLES[name].answer);
          expect(solutions).toContain(EXAMPLES[name].answer);
        }
      });
      expect(page.documentElement.lang.slice(0, 2)).toBe(language);
    },
  );

  it.each(['en', 'pt'] as const)('has the sketch that a step speaks of: %s', (language) => {
    const { page, solutions } = sheetIn(language);
    const sketches = [...page.querySelectorAll('li pre')].map(({ textContent }) => textContent);
    expect(sketches).toEqual([readFileSync('src/ui/tour/sketch.ino', 'utf8')]);
    const its = page.querySelector('li pre')?.closest('li')?.textContent;
    speakingIn(language, () => expect(its).toContain(wordsOf('board-samples').text));
    expect(solutions).not.toContain('Serial.begin');
  });

  it('needs nothing from elsewhere', () => {
    const { page } = sheetIn('en');
    expect(page.querySelector('script, link, img, iframe')).toBeNull();
  });
});

describe('the help', () => {
  afterEach(() => vi.restoreAllMocks());

  it('makes the sheet in either language, and goes on in its own', async () => {
    const made: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      made.push(blob as Blob);
      return 'blob:made';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    renderWith(createWorld(), <HelpPopover />);
    await userEvent.click(screen.getByRole('button', { name: 'Help' }));
    const buttons = ['Teacher’s sheet in English', 'Folha do professor em português'];
    for (const name of buttons) await userEvent.click(await screen.findByRole('button', { name }));
    await waitFor(() => expect(made).toHaveLength(2));
    const [english, portuguese] = await Promise.all(made.map((blob) => blob.text()));
    expect(read(english ?? '').solutions).toContain('Solutions');
    expect(read(portuguese ?? '').solutions).toContain('Soluções');
    expect(spokenLanguage()).toBe('en');
  });
});
