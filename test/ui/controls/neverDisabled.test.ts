import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What the one button does that gives a reason; and handles, which nobody presses. */
const ALLOWED = ['src/ui/controls/ReasonedButton.tsx', 'src/ui/layout/PanelLayout.tsx'];
const TAKES_FOCUS_AWAY =
  /<(?:Button|ActionIcon|CloseButton|UnstyledButton|button)\b(?:[^<>]|=>)*?\s(?:disabled|loading)(?:=|\s|>)/;

it('no button is disabled in the way that takes the focus from it: it gives a reason instead', () => {
  const found = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .map((path) => `src/ui/${path}`)
    .filter((path) => !ALLOWED.includes(path))
    .filter((path) => TAKES_FOCUS_AWAY.test(readFileSync(path, 'utf8')));
  expect(found).toEqual([]);
});

it.each([
  '<Button disabled={!before} onClick={() => go()}>',
  '<Button onClick={() => go()} disabled>',
  '<ActionIcon\n  loading={asking}\n>',
])('finds %j', (source) => {
  expect(source).toMatch(TAKES_FOCUS_AWAY);
});
