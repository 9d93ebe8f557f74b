/** The lesson that is open. It outlives the page: a class goes on where it was. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Lesson } from '../tour/lesson.ts';
import { CHAPTER_IDS, type ChapterId } from '../tour/steps.ts';
import { type LessonFault, type LessonReading, lessonFileText, readLesson } from './lessonFile.ts';
import type { PreferencesStorage } from './preferences.ts';

const STORAGE_KEY = 'tidemark.lesson';

export interface LessonState {
  /** Null while there is none. */
  readonly lesson: Lesson | null;
  /** A file that was to be one, and cannot be read; null when there is none. */
  readonly refused: { readonly name: string; readonly fault: LessonFault } | null;
  /** What was read of a file. */
  readonly open: (name: string, reading: LessonReading) => void;
  /** The whole tour and all examples again. */
  readonly leave: () => void;
  /** The refusal was seen. */
  readonly forget: () => void;
}

export type LessonStore = StoreApi<LessonState>;

export function createLessonStore(storage: PreferencesStorage): LessonStore {
  function keep(lesson: Lesson | null): void {
    try {
      storage?.setItem(STORAGE_KEY, lesson ? lessonFileText(lesson, []) : 'null');
    } catch {
      // A lesson that cannot be kept holds for this visit.
    }
  }

  return createStore<LessonState>((set) => ({
    lesson: readKept(storage),
    refused: null,
    open: (name, reading) => {
      if (!reading.ok) {
        // What is open stays so.
        set({ refused: { name, fault: reading.fault } });
        return;
      }
      keep(reading.lesson);
      set({ lesson: reading.lesson, refused: null });
    },
    leave: () => {
      keep(null);
      set({ lesson: null });
    },
    forget: () => set({ refused: null }),
  }));
}

/** The chapters of the tour that are offered, in order. */
export const chaptersOffered = ({ lesson }: Pick<LessonState, 'lesson'>): readonly ChapterId[] =>
  lesson?.chapters ?? CHAPTER_IDS;

function readKept(storage: PreferencesStorage): Lesson | null {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(STORAGE_KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    const reading = readLesson(kept as Record<string, unknown>);
    return reading.ok ? reading.lesson : null;
  } catch {
    // What cannot be read is no lesson.
    return null;
  }
}
