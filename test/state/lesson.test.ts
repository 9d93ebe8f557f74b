import { describe, expect, it, vi } from 'vitest';
import {
  LESSON_FILE_NAME,
  type LessonReading,
  lessonFileText,
  readLessonFile,
} from '../../src/state/lessonFile.ts';
import { chaptersOffered } from '../../src/state/lessonStore.ts';
import type { PreferencesStorage } from '../../src/state/preferences.ts';
import type { Lesson } from '../../src/tour/lesson.ts';
import { CHAPTER_IDS } from '../../src/tour/steps.ts';
import { createWorld, type World } from './world.ts';

const LESSON: Lesson = {
  title: 'Shafts & “bearings”',
  chapters: ['names', 'loop'],
  example: 'machine',
  questions: [
    { question: 'What is it?', answer: 'A knock.' },
    { question: 'When?', answer: '0:50' },
  ],
};

const file = (text: string, name = LESSON_FILE_NAME): File => new File([text], name);

const read = (value: unknown, name?: string): Promise<LessonReading | null> =>
  readLessonFile(file(JSON.stringify(value), name));

async function opened(world: World, value: unknown): Promise<void> {
  const { imports, lessons } = world.tidemark;
  const before = lessons.getState();
  imports.getState().choose(file(JSON.stringify(value)));
  await vi.waitFor(() => expect(lessons.getState()).not.toBe(before));
}

const written = (lesson: Lesson): unknown => JSON.parse(lessonFileText(lesson, []));

function kept(): PreferencesStorage {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => void texts.set(key, value),
  };
}

describe('a lesson file', () => {
  it('comes back as it was, whoever renamed it', async () => {
    const text = lessonFileText(LESSON, ['how to']);
    expect(await readLessonFile(file(text))).toEqual({ ok: true, lesson: LESSON });
    expect(await readLessonFile(file(text, 'class 3b.json'))).toEqual({ ok: true, lesson: LESSON });
  });

  it('may leave out all but its title and one thing more', async () => {
    const lesson = { title: 'Short', chapters: CHAPTER_IDS, example: null, questions: [] };
    expect(await read({ lesson: 1, title: 'Short' })).toEqual({ ok: true, lesson });
  });

  it('is no other JSON, and no table', async () => {
    expect(await read({ gamma: 3 }, 'mine.json')).toBeNull();
    expect(await read([1, 2], 'mine.json')).toBeNull();
    expect(await readLessonFile(file('{', 'mine.json'))).toBeNull();
    expect(await readLessonFile(file('lesson,title\n1,2\n', 'mine.csv'))).toBeNull();
  });

  const QUESTION = { question: 'q', answer: 'a' };

  it.each([
    [{ title: 'T' }, ['lesson'], '', 'version'],
    [{ lesson: 'one', title: 'T' }, ['lesson'], '"one"', 'version'],
    [{ lesson: 1 }, ['title'], '', 'text'],
    [{ lesson: 1, title: '  ' }, ['title'], '"  "', 'text'],
    [{ lesson: 1, title: 5 }, ['title'], '5', 'text'],
    [{ lesson: 1, title: 'T', chapter: [] }, ['chapter'], '[]', 'known'],
    [{ lesson: 1, title: 'T', chapters: 'loop' }, ['chapters'], '"loop"', 'list'],
    [{ lesson: 1, title: 'T', chapters: ['loop', 'loops'] }, ['chapters', 1], '"loops"', 'chapter'],
    [
      { lesson: 1, title: 'T', chapters: ['loop', 'loop'] },
      ['chapters'],
      '["loop","loop"]',
      'chapter-once',
    ],
    [{ lesson: 1, title: 'T', example: 'pump' }, ['example'], '"pump"', 'example'],
    [{ lesson: 1, title: 'T', questions: {} }, ['questions'], '{}', 'list'],
    [{ lesson: 1, title: 'T', questions: ['q'] }, ['questions', 0], '"q"', 'question'],
    [
      { lesson: 1, title: 'T', questions: [QUESTION, { question: 'q' }] },
      ['questions', 1, 'answer'],
      '',
      'text',
    ],
    [
      { lesson: 1, title: 'T', questions: [{ ...QUESTION, hint: 'h' }] },
      ['questions', 0, 'hint'],
      '"h"',
      'known',
    ],
  ])('that says %j is refused by its field', async (value, path, shown, rule) => {
    expect(await read(value)).toEqual({
      ok: false,
      fault: { code: 'field', path, value: shown, rule },
    });
  });

  it('of a later version, with nothing in it or cut off is refused as such', async () => {
    const fault = async (value: unknown) => {
      const reading = await read(value);
      return reading && !reading.ok ? reading.fault.code : null;
    };
    expect(await fault({ lesson: 2, anything: true })).toBe('newer');
    expect(await fault({ lesson: 1, title: 'T', chapters: [] })).toBe('nothing');
    expect(await fault([])).toBe('nothing');
    expect(await readLessonFile(file('{"lesson": 1,'))).toMatchObject({
      fault: { code: 'not-json' },
    });
    const many = Array.from({ length: 51 }, () => QUESTION);
    expect(await read({ lesson: 1, title: 'T', questions: many })).toMatchObject({
      fault: { path: ['questions'], rule: 'questions' },
    });
  });
});

describe('a lesson', () => {
  it('is opened like any file, and survives a reload until it is left', async () => {
    const storage = kept();
    const first = createWorld({ storage });
    await opened(first, written(LESSON));
    expect(chaptersOffered(first.tidemark.lessons.getState())).toEqual(['names', 'loop']);

    const second = createWorld({ storage });
    expect(second.tidemark.lessons.getState().lesson).toEqual(LESSON);
    second.tidemark.lessons.getState().leave();
    expect(chaptersOffered(second.tidemark.lessons.getState())).toEqual(CHAPTER_IDS);
    expect(createWorld({ storage }).tidemark.lessons.getState().lesson).toBeNull();
  });

  it('that cannot be read leaves the one that is open', async () => {
    const world = createWorld();
    await opened(world, written(LESSON));
    await opened(world, { lesson: 1 });
    expect(world.tidemark.lessons.getState()).toMatchObject({
      lesson: LESSON,
      refused: { name: LESSON_FILE_NAME },
    });
    await opened(world, written(LESSON));
    expect(world.tidemark.lessons.getState().refused).toBeNull();
  });

  it('ends a tour through a chapter that it does not have, which can be resumed after it', async () => {
    const world = createWorld();
    const { lessons, tour } = world.tidemark;
    tour.getState().start('board');
    await opened(world, written({ ...LESSON, chapters: ['board'] }));
    expect(tour.getState().step).toBe('board-plug');
    await opened(world, written(LESSON));
    expect(tour.getState()).toMatchObject({ step: null, left: 'board-plug' });
    lessons.getState().leave();
    expect(tour.getState().step).toBeNull();
  });

  it('that was kept and is none any more is forgotten', () => {
    const storage = kept();
    for (const text of ['{', '[]', '{"lesson":1}']) {
      storage?.setItem('tidemark.lesson', text);
      expect(createWorld({ storage }).tidemark.lessons.getState().lesson).toBeNull();
    }
  });
});
