import { useEffect } from 'react';
import type { StepId } from '../../tour/steps.ts';
import { targetOf } from './targets.ts';

const MARK = 'data-tour-now';

/** Panels come and go: whether the target is there is looked at so often. */
const EVERY_MS = 300;

/** Marks what the step is about with a ring, wherever it stands, and brings it into sight once. */
export function useTourMark(step: StepId | null): void {
  useEffect(() => {
    if (!step) return;
    let marked: HTMLElement | null = null;
    let wasShown = false;
    const mark = (): void => {
      const target = targetOf(step);
      if (target !== marked) marked?.removeAttribute(MARK);
      marked = target;
      if (!target) return;
      target.setAttribute(MARK, '');
      if (wasShown) return;
      wasShown = true;
      target.scrollIntoView({ block: 'nearest' });
    };
    mark();
    const timer = setInterval(mark, EVERY_MS);
    return () => {
      clearInterval(timer);
      marked?.removeAttribute(MARK);
    };
  }, [step]);
}
