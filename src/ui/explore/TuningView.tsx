import { type ReactNode, useState } from 'react';
import { ChannelSelect } from '../controls/ChannelSelect.tsx';
import { useBoard } from '../tidemarkContext.ts';
import styles from './explore.module.css';
import { TUNING_WORDS } from './exploreWords.ts';
import { HeatMapSection } from './HeatMapSection.tsx';
import { SuggestSection } from './SuggestSection.tsx';

/** Where good parameters lie: a map of γ and δ, and a search over more of them. */
export function TuningView(): ReactNode {
  const channels = useBoard((state) => state.channels);
  const [chosen, setChosen] = useState(0);
  const channel = chosen < channels.length ? chosen : 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.tuning} aria-label={TUNING_WORDS.region} tabIndex={0}>
      <HeatMapSection channel={channel}>
        <ChannelSelect name={TUNING_WORDS.channel} channel={channel} onChoose={setChosen} />
      </HeatMapSection>
      <SuggestSection channel={channel} />
    </section>
  );
}
