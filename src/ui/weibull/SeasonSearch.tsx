import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SeasonSuggestion } from '../../analysis/messages/judgingMessages.ts';
import { effectiveOf, scopeOf } from '../../state/ownParameters.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useBoard, useStudies, useTuning } from '../tidemarkContext.ts';
import { refusalWords, suggestionWords } from './seasonWords.ts';
import styles from './weibull.module.css';

/** Looks for a period; what is found is used with one click, unless it does harm. */
export function SeasonSearch({ channel }: { readonly channel: number }): ReactNode {
  const run = useStudies((state) => state.runs.season);
  const begin = useStudies((state) => state.run);
  const editing = useTuning((state) => state.editing);
  const own = useTuning((state) => state.own);
  const name = useBoard((state) => state.channels[channel]?.name ?? '');
  const mine = run.phase !== 'idle' && run.study.kind === 'season' && run.study.channel === channel;
  const running = mine && run.phase === 'running';
  const result = mine && run.phase === 'done' ? run.result : null;
  const suggestion = result?.kind === 'season' ? result.suggestion : null;
  const refusal = suggestion && refusalWords(suggestion);
  return (
    <div className={styles.offer}>
      {!suggestion && (
        <p>
          A signal that repeats (by the hour, the day, the stroke) can be judged by what is usual at
          each phase of its cycle.
        </p>
      )}
      {running && (
        <Progress.Root size="sm" className={styles.progress}>
          <Progress.Section
            value={100 * run.progress.done}
            aria-label="Looking for a period"
            aria-valuetext={`${Math.round(100 * run.progress.done)} %`}
          />
        </Progress.Root>
      )}
      <div role="status">
        {result?.kind === 'season' && !suggestion && (
          <p>No period found: the signal does not repeat, or not twice yet.</p>
        )}
        {result?.kind === 'failed' && <p>There are no samples of this channel yet.</p>}
        {suggestion && (
          <p>
            {suggestionWords(suggestion)} {refusal ?? 'Use it?'}
          </p>
        )}
      </div>
      <div className={styles.offerButtons}>
        {suggestion && <UseIt suggestion={suggestion} channel={channel} />}
        <ReasonedButton
          size="compact-sm"
          variant={suggestion ? 'default' : 'filled'}
          reason={running ? 'It is running.' : null}
          hint="Looks through the samples that are kept; nothing is changed"
          onClick={() =>
            begin({ kind: 'season', channel, parameters: effectiveOf(editing, own, name) })
          }
        >
          {suggestion ? 'Look again' : 'Look for a period'}
        </ReasonedButton>
      </div>
    </div>
  );
}

interface UseItProps {
  readonly suggestion: SeasonSuggestion;
  readonly channel: number;
}

function UseIt({ suggestion, channel }: UseItProps): ReactNode {
  const edit = useTuning((state) => state.edit);
  const scope = useBoard((state) => scopeOf(state.channels, channel));
  const refusal = refusalWords(suggestion);
  return (
    <ReasonedButton
      size="compact-sm"
      reason={refusal}
      hint="Sets the season of this channel; Undo takes it back"
      onClick={() => edit({ season: suggestion.periodMs }, false, scope)}
    >
      Use it
    </ReasonedButton>
  );
}
