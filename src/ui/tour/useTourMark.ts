import { useEffect } from 'react';
import type { StepId } from '../../tour/steps.ts';
import { bringIntoSight, onceBarIsHigh, targetOf } from './targets.ts';

const MARK = 'data-tour-now';

/** Panels come and go: whether the target is there is looked at so often. */
const EVERY_MS = 300;

/** Marks what the step is about with a ring, wherever it stands, and brings it into sight when it comes. */
export function useTourMark(step: StepId | null): void {
  useEffect(() => {
    if (!step) return;
    let marked: HTMLElement | null = null;
    let callOff = (): void => undefined;
    const mark = (): void => {
      const target = targetOf(step);
      if (target === marked) return;
      marked?.removeAttribute(MARK);
      marked = target;
      if (!target) return;
      target.setAttribute(MARK, '');
      callOff();
      callOff = onceBarIsHigh(() => bringIntoSight(target));
    };
    mark();
    const timer = setInterval(mark, EVERY_MS);
    return () => {
      clearInterval(timer);
      callOff();
      marked?.removeAttribute(MARK);
    };
  }, [step]);
}
