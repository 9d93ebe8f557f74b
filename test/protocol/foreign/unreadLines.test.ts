import { expect, it } from 'vitest';
import type { UnreadReason } from '../../../src/protocol/foreign/reading.ts';
import { createUnreadLines, READABLE_EXAMPLE } from '../../../src/protocol/foreign/unreadLines.ts';
import { readForeignLine } from '../../../src/protocol/foreignLine.ts';

it('the last three lines are kept with their reasons, all are counted, blank ones are not', () => {
  const unread = createUnreadLines();
  for (const text of ['one', 'two', 'three words here', '', '$GPGGA,1,2*47']) {
    const reading = readForeignLine(text);
    if (reading.form === null) unread.add(text, reading.reason);
  }
  unread.add('x'.repeat(1000), 'long');
  expect(unread.count()).toBe(4);
  expect(unread.newest().map(({ reason }) => reason)).toEqual(['words', 'nmea', 'long']);
  expect(unread.newest().at(-1)?.text).toHaveLength(200);
});

it.each(Object.keys(READABLE_EXAMPLE) as UnreadReason[])(
  'the example against %j is read',
  (reason) => {
    expect(readForeignLine(READABLE_EXAMPLE[reason]).form).not.toBeNull();
  },
);
