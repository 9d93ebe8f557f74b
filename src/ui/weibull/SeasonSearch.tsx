import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import type { SeasonSuggestion } from '../../analysis/messages/judgingMessages.ts';
import { effectiveOf, scopeOf } from '../../state/ownParameters.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useBoard, useStudies, useTuning } from '../tidemarkContext.ts';
import { refusalWords, SEASON_WORDS, suggestionWords } from './seasonWords.ts';
import styles from './weibull.module.css';

/** Looks for a period; what is found is used with one click, unless it does harm. */
export function SeasonSearch({ channel }: { readonly channel: number }): ReactNode {
  const run = useStudies((state) => state.runs.season);
  const begin = useStudies((state) => state.run);
  const editing = useTuning((state) => state.editing);
  const own = useTuning((state) => state.own);
  const boardName = useBoard((state) => state.channels[channel]?.boardName ?? null);
  const mine = run.phase !== 'idle' && run.study.kind === 'season' && run.study.channel === channel;
  const running = mine && run.phase === 'running';
  const result = mine && run.phase === 'done' ? run.result : null;
  const suggestion = result?.kind === 'season' ? result.suggestion : null;
  const refusal = suggestion && refusalWords(suggestion);
  return (
    <div className={styles.offer}>
      {!suggestion && <p>{SEASON_WORDS.why}</p>}
      {running && (
        <Progress.Root size="sm" className={styles.progress}>
          <Progress.Section
            value={100 * run.progress.done}
            aria-label={SEASON_WORDS.looking}
            aria-valuetext={`${Math.round(100 * run.progress.done)} %`}
          />
        </Progress.Root>
      )}
      <div role="status">
        {result?.kind === 'season' && !suggestion && <p>{SEASON_WORDS.notFound}</p>}
        {result?.kind === 'failed' && <p>{SEASON_WORDS.noSamples}</p>}
        {suggestion && (
          <p>
            {suggestionWords(suggestion)} {refusal ?? SEASON_WORDS.useItAsked}
          </p>
        )}
      </div>
      <div className={styles.offerButtons}>
        {suggestion && <UseIt suggestion={suggestion} channel={channel} />}
        <ReasonedButton
          size="compact-sm"
          variant={suggestion ? 'default' : 'filled'}
          reason={running ? SEASON_WORDS.running : null}
          hint={SEASON_WORDS.lookHint}
          onClick={() =>
            begin({ kind: 'season', channel, parameters: effectiveOf(editing, own, boardName) })
          }
        >
          {suggestion ? SEASON_WORDS.lookAgain : SEASON_WORDS.look}
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
      hint={SEASON_WORDS.useItHint}
      onClick={() => edit({ season: suggestion.periodMs }, false, scope)}
    >
      {SEASON_WORDS.useIt}
    </ReasonedButton>
  );
}
