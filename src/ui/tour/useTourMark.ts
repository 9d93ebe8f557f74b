import { useEffect } from 'react';
import type { StepId } from '../../tour/steps.ts';
import { bringIntoSight, targetOf } from './targets.ts';

const MARK = 'data-tour-now';

/** Panels come and go: whether the target is there is looked at so often. */
const EVERY_MS = 300;

/** Marks what the step is about with a ring, wherever it stands, and brings it into sight when it comes. */
export function useTourMark(step: StepId | null): void {
  useEffect(() => {
    if (!step) return;
    let marked: HTMLElement | null = null;
    let frame = 0;
    const mark = (): void => {
      const target = targetOf(step);
      if (target === marked) return;
      marked?.removeAttribute(MARK);
      marked = target;
      if (!target) return;
      target.setAttribute(MARK, '');
      cancelAnimationFrame(frame);
      // Two frames later: by then it is known how high the bar is with the words of this step.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => bringIntoSight(target));
      });
    };
    mark();
    const timer = setInterval(mark, EVERY_MS);
    return () => {
      clearInterval(timer);
      cancelAnimationFrame(frame);
      marked?.removeAttribute(MARK);
    };
  }, [step]);
}
