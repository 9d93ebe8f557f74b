/**
 * A lesson as a file: JSON that a teacher edits. It comes from outside, and is believed only after a
 * check.
 */
import * as v from 'valibot';
import { EXAMPLE_NAMES } from '../tour/exampleNames.ts';
import type { Lesson } from '../tour/lesson.ts';
import { CHAPTER_IDS } from '../tour/steps.ts';
import { type JsonFault, readOwnJson } from './ownJsonFile.ts';

/** What a field must be. */
export const LESSON_RULES = [
  'version',
  'known',
  'text',
  'list',
  'chapter',
  'chapter-once',
  'example',
  'question',
  'questions',
] as const;
export type LessonRule = (typeof LESSON_RULES)[number];

export type LessonFault =
  /** `nothing`, too, where neither chapters nor an example nor questions are in it. */
  | JsonFault
  /** A later version has written it. */
  | { readonly code: 'newer' }
  | {
      readonly code: 'field';
      /** Names, and places in lists from 0. */
      readonly path: readonly (string | number)[];
      /** As JSON, and no longer than a line; empty where it is missing. */
      readonly value: string;
      readonly rule: LessonRule;
    };

export type LessonReading =
  | { readonly ok: true; readonly lesson: Lesson }
  | { readonly ok: false; readonly fault: LessonFault };

export const LESSON_FILE_NAME = 'tidemark-lesson.json';
export const MOST_QUESTIONS = 50;
export const MOST_LETTERS = 2000;

const OURS = /^tidemark-lesson.*\.json$/i;
const VERSION = 1;
const MOST_BYTES = 500_000;
const MOST_SHOWN = 60;

const rule = (name: LessonRule): LessonRule => name;

const text = v.pipe(
  v.string(rule('text')),
  v.trim(),
  v.minLength(1, rule('text')),
  v.maxLength(MOST_LETTERS, rule('text')),
);

/** Of a name that is not known, or one that is missing: those that may not are a version and texts. */
function ruleOfName({ expected }: { readonly expected: string | null }): LessonRule {
  if (expected === 'never') return 'known';
  return expected === '"lesson"' ? 'version' : 'text';
}

const lessonSchema = v.strictObject(
  {
    lesson: v.literal(VERSION, rule('version')),
    /** For who edits it. */
    help: v.optional(v.unknown()),
    title: text,
    chapters: v.optional(
      v.pipe(
        v.array(v.picklist(CHAPTER_IDS, rule('chapter')), rule('list')),
        v.check((chapters) => new Set(chapters).size === chapters.length, rule('chapter-once')),
      ),
      [...CHAPTER_IDS],
    ),
    example: v.nullish(v.picklist(EXAMPLE_NAMES, rule('example')), null),
    questions: v.optional(
      v.pipe(
        v.array(
          v.strictObject({ question: text, answer: text }, (issue) =>
            issue.path ? ruleOfName(issue) : rule('question'),
          ),
          rule('list'),
        ),
        v.maxLength(MOST_QUESTIONS, rule('questions')),
      ),
      [],
    ),
  },
  ruleOfName,
);

export function readLesson(value: Readonly<Record<string, unknown>>): LessonReading {
  if (typeof value.lesson === 'number' && value.lesson > VERSION) {
    return { ok: false, fault: { code: 'newer' } };
  }
  const read = v.safeParse(lessonSchema, value);
  if (!read.success) return { ok: false, fault: faultOf(read.issues[0]) };
  const { title, chapters, example, questions } = read.output;
  if (chapters.length === 0 && example === null && questions.length === 0) {
    return { ok: false, fault: { code: 'nothing' } };
  }
  return { ok: true, lesson: { title, chapters, example, questions } };
}

function faultOf({ path: found, message }: v.BaseIssue<unknown>): LessonFault {
  const path: readonly v.IssuePathItem[] = found ?? [];
  const value = JSON.stringify(path.at(-1)?.value) ?? '';
  return {
    code: 'field',
    path: path.map(({ key }) => (typeof key === 'number' ? key : String(key))),
    value: value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value,
    rule: LESSON_RULES.find((known) => known === message) ?? 'known',
  };
}

/** @param help sentences for who edits it; reading passes over them */
export function lessonFileText(lesson: Lesson, help: readonly string[]): string {
  return `${JSON.stringify({ lesson: VERSION, help, ...lesson }, null, 2)}\n`;
}

/** Null where it is no such file: then it may be something else. */
export async function readLessonFile(file: File): Promise<LessonReading | null> {
  if (!/\.json$/i.test(file.name) || file.size > MOST_BYTES) return null;
  const reading = await readOwnJson(file, OURS, (named) => 'lesson' in named);
  return reading?.ok ? readLesson(reading.named) : reading;
}
