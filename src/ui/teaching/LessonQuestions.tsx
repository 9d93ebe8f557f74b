import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { LessonQuestion } from '../../tour/lesson.ts';
import { QuestionBar } from '../examples/QuestionBar.tsx';
import { OutsideText } from '../OutsideText.tsx';
import { LESSON_WORDS } from './lessonWords.ts';

/** The questions of a lesson, one at a time. */
export function LessonQuestions({
  questions,
}: {
  readonly questions: readonly LessonQuestion[];
}): ReactNode {
  const [place, setPlace] = useState(0);
  // Another lesson may have fewer.
  const at = Math.min(place, questions.length - 1);
  const asked = questions[at];
  if (!asked) return null;
  const label = LESSON_WORDS.question(at + 1, questions.length);
  return (
    <QuestionBar
      key={at}
      label={label}
      question={
        <>
          {questions.length > 1 && `${label}: `}
          <OutsideText>{asked.question}</OutsideText>
        </>
      }
      answer={<OutsideText>{asked.answer}</OutsideText>}
    >
      {at > 0 && (
        <Button size="compact-sm" variant="default" onClick={() => setPlace(at - 1)}>
          {LESSON_WORDS.previous}
        </Button>
      )}
      {at + 1 < questions.length && (
        <Button size="compact-sm" variant="default" onClick={() => setPlace(at + 1)}>
          {LESSON_WORDS.next}
        </Button>
      )}
    </QuestionBar>
  );
}
