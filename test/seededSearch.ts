/** Before every file of tests that searches by chance: where it begins. */
import fc from 'fast-check';
import { SEED } from './thoroughness.ts';

fc.configureGlobal({ seed: SEED });
