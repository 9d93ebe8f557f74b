import { type ReactNode, useMemo } from 'react';
import { effectiveOf, scopeOf } from '../../state/ownParameters.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { FIT_TAB_WORDS } from '../fitTabWords.ts';
import { formatAbout } from '../format.ts';
import { isolated } from '../OutsideText.tsx';
import { useBoard, useTuning } from '../tidemarkContext.ts';
import { seasonDrawing } from './drawSeason.ts';
import { FitChart } from './FitChart.tsx';
import { SeasonSearch } from './SeasonSearch.tsx';
import { legendWords, SEASON_WORDS, seasonFacts } from './seasonWords.ts';
import { useSeasonProfile } from './useSeasonProfile.ts';
import styles from './weibull.module.css';

interface SeasonViewProps {
  readonly channel: number;
}

/** What is usual at each phase of a cycle; without a season, the search for one. */
export function SeasonView({ channel }: SeasonViewProps): ReactNode {
  const {
    name = '',
    boardName = null,
    derived,
  } = useBoard((state) => state.channels[channel]) ?? {};
  const periodMs = useTuning(({ editing, own }) => effectiveOf(editing, own, boardName).season);
  if (derived) return <p className={styles.waiting}>{SEASON_WORDS.together}</p>;
  if (periodMs === 0) return <SeasonSearch channel={channel} />;
  return <Profile channel={channel} name={isolated(name)} periodMs={periodMs} />;
}

interface ProfileProps extends SeasonViewProps {
  readonly name: string;
  readonly periodMs: number;
}

function Profile({ channel, name, periodMs }: ProfileProps): ReactNode {
  const season = useSeasonProfile(channel);
  const drawing = useMemo(() => season && seasonDrawing(season), [season]);
  const scope = useBoard((state) => scopeOf(state.channels, channel));
  const edit = useTuning((state) => state.edit);
  const removal = (
    <ReasonedButton
      size="compact-sm"
      variant="default"
      reason={null}
      hint={SEASON_WORDS.removeHint}
      onClick={() => edit({ season: 0 }, false, scope)}
    >
      {SEASON_WORDS.remove}
    </ReasonedButton>
  );
  if (!season || !drawing) {
    return (
      <div className={styles.offer}>
        <p>{SEASON_WORDS.toBeLearned(formatAbout(periodMs))}</p>
        {removal}
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.moment} aria-label={FIT_TAB_WORDS.Season} tabIndex={0}>
      <FitChart
        drawing={drawing}
        facts={seasonFacts(season, name)}
        channel={channel}
        following={false}
      />
      <p className={styles.meaning}>{legendWords(season)}</p>
      <div>{removal}</div>
    </section>
  );
}
