/**
 * Before every file of tests: matchers of the page, patience with a machine that has more to do, and an
 * empty page after each test.
 */
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { SEEN_MS } from '../thoroughness.ts';
import { withoutOwnerStacks } from './withoutOwnerStacks.ts';

withoutOwnerStacks();
configure({ asyncUtilTimeout: SEEN_MS });

afterEach(cleanup);
