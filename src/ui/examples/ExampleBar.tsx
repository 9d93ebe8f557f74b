import type { ReactNode } from 'react';
import type { ExampleName } from '../../tour/exampleNames.ts';
import { useLesson } from '../tidemarkContext.ts';
import { QuestionBar } from './QuestionBar.tsx';
import { EXAMPLE_WORDS, EXAMPLES } from './words.ts';

/** The question of the example that is open; a lesson may ask others of it. */
export function ExampleBar({ example }: { readonly example: ExampleName }): ReactNode {
  const asksItself = useLesson(
    ({ lesson }) => lesson?.example === example && lesson.questions.length > 0,
  );
  const { question, answer } = EXAMPLES[example];
  return (
    !asksItself && <QuestionBar label={EXAMPLE_WORDS.region} question={question} answer={answer} />
  );
}
