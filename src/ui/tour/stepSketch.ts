import type { StepId } from '../../tour/steps.ts';
import SKETCH from './sketch.ino?raw';

/** The shortest sketch that can be watched, where a step speaks of it; else empty. */
export const sketchOf = (step: StepId): string => (step === 'board-samples' ? SKETCH : '');
