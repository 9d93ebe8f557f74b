import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTidemark } from '../tidemarkContext.ts';
import { alarmsSentence, classesSentence, labelsSentence, tuningSentence } from './actSentences.ts';
import { ACT_WORDS } from './actWords.ts';

/** Of several in a row only the last is said: a key that is held down takes back many. */
const SETTLED_MS = 300;

/** For readers of the screen: what a key has done where they are not looking. */
export function ActSpeech(): ReactNode {
  const { alarms, board, classes, labels, tuning } = useTidemark();
  const [said, setSaid] = useState({ sentence: '', times: 0 });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = (sentence: string | null): void => {
      if (sentence === null) return;
      clearTimeout(timer);
      timer = setTimeout(
        () => setSaid(({ times }) => ({ sentence, times: times + 1 })),
        SETTLED_MS,
      );
    };
    const nameOf = (channel: number) => board.getState().channels[channel]?.name ?? '';
    const leave = [
      alarms.subscribe((now, before) => say(alarmsSentence(before, now, nameOf))),
      tuning.subscribe((now, before) => say(tuningSentence(before, now))),
      labels.subscribe((now, before) => say(labelsSentence(before, now))),
      // After the labels: of one step in both, the class is the greater.
      classes.subscribe((now, before) => say(classesSentence(before, now))),
    ];
    return () => {
      clearTimeout(timer);
      for (const stop of leave) stop();
    };
  }, [alarms, board, classes, labels, tuning]);
  return (
    <VisuallyHidden role="status" aria-label={ACT_WORDS.acts}>
      {/* Another element each time: the same sentence twice is said twice. */}
      <span key={said.times}>{said.sentence}</span>
    </VisuallyHidden>
  );
}
