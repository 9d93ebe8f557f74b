import { describe } from 'vitest';
import { openBoard } from './openBoard.ts';
import { itSpeaksTheProtocol } from './protocolOnTheLine.ts';

describe('a board of our firmware on the line', () =>
  itSpeaksTheProtocol(openBoard, 'drift;rhythm;season;model,model=none'));
