import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LANGUAGES, speakingIn } from '../../../src/language/spoken.ts';
import {
  LESSON_FILE_NAME,
  lessonFileText,
  readLesson,
  readLessonFile,
} from '../../../src/state/lessonFile.ts';
import type { Lesson } from '../../../src/tour/lesson.ts';
import { ExampleBar } from '../../../src/ui/examples/ExampleBar.tsx';
import { ExampleDoors } from '../../../src/ui/examples/ExampleDoors.tsx';
import { EXAMPLES } from '../../../src/ui/examples/words.ts';
import { HelpPopover } from '../../../src/ui/header/HelpPopover.tsx';
import { LessonBar } from '../../../src/ui/teaching/LessonBar.tsx';
import { helpLines } from '../../../src/ui/teaching/lessonWords.ts';
import { sampleLesson } from '../../../src/ui/teaching/sampleLesson.ts';
import { sheetOf } from '../../../src/ui/teaching/sheet.ts';
import { sheetHtml } from '../../../src/ui/teaching/sheetHtml.ts';
import { TourButtons } from '../../../src/ui/tour/TourButtons.tsx';
import { createWorld, streaming, type World } from '../../state/world.ts';
import { renderWith } from '../renderWith.tsx';

const HOSTILE = '<img src=x onerror=alert(1)>';
const LESSON: Lesson = {
  title: 'Shafts',
  chapters: ['names', 'loop'],
  example: 'machine',
  questions: [
    { question: `What is it? ${HOSTILE}`, answer: 'A knock.' },
    { question: 'When?', answer: '0:50' },
  ],
};

function inLesson(changes: Partial<Lesson> = {}): World {
  const world = createWorld();
  world.tidemark.lessons
    .getState()
    .open(LESSON_FILE_NAME, { ok: true, lesson: { ...LESSON, ...changes } });
  return world;
}

function openExample({ tidemark, worker }: World): void {
  tidemark.openRecording(new Blob(['H']), EXAMPLES.machine.title);
  worker.say(streaming(tidemark.board.getState().connection.session + 1));
}

const bar = () => screen.getByRole('region', { name: 'Lesson' });

describe('a lesson on the page', () => {
  it('offers its chapters in their order, and its example alone', async () => {
    const world = inLesson();
    renderWith(
      world,
      <>
        <TourButtons />
        <ExampleDoors />
        <HelpPopover />
      </>,
    );
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      expect.stringContaining('Example: machine'),
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Guided tour: name what happened' }));
    expect(world.tidemark.tour.getState().step).toBe('names-open');
    await userEvent.click(screen.getByRole('button', { name: 'Help' }));
    const help = await screen.findByRole('dialog', { name: 'Help' });
    const tours = within(help).getAllByRole('button', { name: /^Guided tour/ });
    expect(tours.map(({ textContent }) => textContent)).toEqual([
      'Guided tour: name what happened',
      'Guided tour, from the beginning',
    ]);
  });

  it('asks its own questions, one at a time, once its example is open', async () => {
    const world = inLesson();
    renderWith(
      world,
      <>
        <LessonBar />
        <ExampleBar example="machine" />
      </>,
    );
    expect(bar()).toHaveTextContent('Lesson: Shafts');
    expect(bar()).not.toHaveTextContent('What is it?');
    act(() => openExample(world));
    expect(bar()).toHaveTextContent(`Question 1 of 2: What is it? ${HOSTILE}`);
    expect(screen.queryByRole('region', { name: 'Example' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show the answer' }));
    expect(bar()).toHaveTextContent('A knock.');
    await userEvent.click(screen.getByRole('button', { name: 'Next question' }));
    expect(bar()).toHaveTextContent('Question 2 of 2: When?');
    expect(bar()).not.toHaveTextContent('0:50');
    await userEvent.click(screen.getByRole('button', { name: 'Previous question' }));
    expect(bar()).not.toHaveTextContent('A knock.');
  });

  it('without an example asks of whatever is open', () => {
    const world = inLesson({ example: null });
    renderWith(world, <LessonBar />);
    expect(bar()).not.toHaveTextContent('What is it?');
    act(() => world.connectTo());
    expect(bar()).toHaveTextContent('What is it?');
  });

  it('without questions leaves the example its own', () => {
    renderWith(inLesson({ questions: [] }), <ExampleBar example="machine" />);
    expect(screen.getByRole('region', { name: 'Example' })).toHaveTextContent('Three things');
  });

  it('is left by one button', async () => {
    const world = inLesson();
    renderWith(
      world,
      <>
        <LessonBar />
        <ExampleDoors />
      </>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Leave the lesson' }));
    expect(screen.queryByRole('region', { name: 'Lesson' })).toBeNull();
    expect(screen.getAllByRole('listitem')).toHaveLength(4);
  });

  it('that cannot be read is told of in a sentence that names the field', async () => {
    const world = createWorld();
    renderWith(world, <LessonBar />);
    const value = { lesson: 1, title: 'T', chapters: ['loop', 'loops'] };
    act(() => world.tidemark.lessons.getState().open('mine.json', readLesson(value)));
    const sentence =
      'The lesson file mine.json cannot be used: “chapters”, number 2 must be one of "loop", "names", "board". It is "loops".';
    expect(screen.getByText(sentence)).toBeInTheDocument();
    const missing = { lesson: 1, title: 'T', questions: [{ question: 'q' }] };
    act(() => world.tidemark.lessons.getState().open('mine.json', readLesson(missing)));
    expect(screen.getByText(/“questions”, number 1, “answer” must be a text/)).toHaveTextContent(
      'It is missing.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'OK' }));
    expect(screen.queryByText(/mine\.json/)).toBeNull();
  });
});

describe('the sheet of a lesson', () => {
  it('has its chapters and its questions, and nothing else', () => {
    const page = new DOMParser().parseFromString(sheetHtml(sheetOf(LESSON)), 'text/html');
    expect(page.title).toBe('Shafts');
    const headings = [...page.querySelectorAll('.solutions h2')].map((each) => each.textContent);
    expect(headings).toEqual([
      'Guided tour: name what happened',
      'Guided tour, from the beginning',
      'Questions',
    ]);
    expect(page.body).toHaveTextContent(`What is it? ${HOSTILE}`);
    expect(page.querySelector('.solutions')).toHaveTextContent('A knock.');
    expect(page.querySelector('img')).toBeNull();
  });
});

describe('a lesson file that is saved', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each(LANGUAGES)('to begin with opens again: %s', async (language) => {
    const text = speakingIn(language, () => lessonFileText(sampleLesson(), helpLines()));
    const lesson = speakingIn(language, sampleLesson);
    expect(await readLessonFile(new File([text], LESSON_FILE_NAME))).toEqual({ ok: true, lesson });
    expect(Object.keys(JSON.parse(text))).toEqual(
      expect.arrayContaining(['lesson', 'help', 'title', 'chapters', 'example', 'questions']),
    );
  });

  it('is the lesson that is open', async () => {
    const made: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      made.push(blob as Blob);
      return 'blob:made';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
    renderWith(inLesson(), <HelpPopover />);
    await userEvent.click(screen.getByRole('button', { name: 'Help' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Save a lesson file' }));
    const [blob] = made;
    if (!blob) throw new Error('no file was made');
    expect(await readLessonFile(new File([blob], LESSON_FILE_NAME))).toEqual({
      ok: true,
      lesson: LESSON,
    });
  });
});
