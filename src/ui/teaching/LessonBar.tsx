import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Lesson } from '../../tour/lesson.ts';
import { NoticeLine } from '../controls/NoticeLine.tsx';
import { exampleOf } from '../examples/openedExample.ts';
import { useOpenExample } from '../examples/useOpenExample.ts';
import { EXAMPLE_WORDS, EXAMPLES } from '../examples/words.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard, useLesson, useNothingYet, useTour } from '../tidemarkContext.ts';
import { TourButtons } from '../tour/TourButtons.tsx';
import { LessonQuestions } from './LessonQuestions.tsx';
import { lessonRefusal } from './lessonFaultWords.ts';
import { LESSON_WORDS } from './lessonWords.ts';
import styles from './teaching.module.css';

/** The lesson that is open: what it has, and the way out; a file that is none is told of. */
export function LessonBar(): ReactNode {
  const lesson = useLesson((state) => state.lesson);
  const refused = useLesson((state) => state.refused);
  const forget = useLesson((state) => state.forget);
  return (
    <>
      {refused && (
        <NoticeLine
          tone="bad"
          title={lessonRefusal(refused.name, refused.fault)}
          advice=""
          detail=""
        >
          <Button size="compact-sm" variant="default" onClick={forget}>
            {LESSON_WORDS.dismiss}
          </Button>
        </NoticeLine>
      )}
      {lesson && <Open lesson={lesson} />}
    </>
  );
}

function Open({ lesson }: { readonly lesson: Lesson }): ReactNode {
  const { example, questions, title } = lesson;
  const leave = useLesson((state) => state.leave);
  const openExample = useOpenExample();
  const opened = useBoard((state) => exampleOf(state.source));
  const nothingYet = useNothingYet();
  const isTouring = useTour((state) => state.step !== null);
  const canAsk = questions.length > 0 && (example === null ? !nothingYet : example === opened);
  return (
    <section aria-label={LESSON_WORDS.region} className={styles.lesson}>
      <div className={styles.bar}>
        <h2 className={styles.title}>
          {LESSON_WORDS.region}: <OutsideText>{title}</OutsideText>
        </h2>
        {/* The first screen has both. */}
        {!nothingYet && !isTouring && <TourButtons />}
        {!nothingYet && example !== null && example !== opened && (
          <Button size="compact-sm" variant="default" onClick={() => openExample(example)}>
            {EXAMPLE_WORDS.command(EXAMPLES[example].title)}
          </Button>
        )}
        <Button size="compact-sm" variant="default" title={LESSON_WORDS.leaveHint} onClick={leave}>
          {LESSON_WORDS.leave}
        </Button>
      </div>
      {canAsk && <LessonQuestions questions={questions} />}
    </section>
  );
}
