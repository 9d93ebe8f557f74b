import { Button, NativeSelect, Popover, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { PLOTTED_CHANNELS } from '../../analysis/messages/findings.ts';
import { MEMORY_CHOICES_MB } from '../../analysis/messages/historyMessages.ts';
import { PLOT_LAYOUTS, type PlotLayout } from '../../state/viewStore.ts';
import { formatDuration } from '../format.ts';
import { useBoard, usePreferences, useTidemark, useView } from '../tidemarkContext.ts';
import { MarkKey } from './MarkKey.tsx';
import optionStyles from './options.module.css';
import { LAYOUT_WORDS, OPTION_WORDS } from './optionWords.ts';
import styles from './signal.module.css';
import { YLimitsRow } from './YLimitsRow.tsx';

/** What is set now and then: layout, y limits, and how long samples are kept. */
export function ViewOptions(): ReactNode {
  const channels = useBoard((state) => state.channels);
  const kind = useBoard((state) => state.connection.kind);
  const { forgetChannels } = useTidemark();
  const layout = useView((state) => state.layout);
  const chooseLayout = useView((state) => state.chooseLayout);
  return (
    <Popover width={340} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="default">
          {OPTION_WORDS.options}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={OPTION_WORDS.title}>
        <div className={optionStyles.options} tabIndex={-1} data-autofocus>
          {channels.length > 1 && (
            <div className={optionStyles.option}>
              <span>{OPTION_WORDS.channels}</span>
              <SegmentedControl
                size="xs"
                aria-label={OPTION_WORDS.channels}
                data={PLOT_LAYOUTS.map((value) => ({ value, label: LAYOUT_WORDS[value] }))}
                value={layout}
                onChange={(choice) => chooseLayout(choice as PlotLayout)}
              />
            </div>
          )}
          <fieldset className={optionStyles.limits}>
            <legend>{OPTION_WORDS.yLimits}</legend>
            {channels.slice(0, PLOTTED_CHANNELS).map((channel, index) => (
              <YLimitsRow key={channel.name} channel={channel} index={index} />
            ))}
          </fieldset>
          {kind === 'foreign' && (
            <div className={optionStyles.option}>
              <span>{OPTION_WORDS.namesStay}</span>
              <Button size="compact-sm" variant="default" onClick={forgetChannels}>
                {OPTION_WORDS.forget}
              </Button>
            </div>
          )}
          <div>
            <MemorySelect />
            <p className={styles.rawLine}>{OPTION_WORDS.older}</p>
          </div>
          <div className={optionStyles.marks}>
            <span>{OPTION_WORDS.marks}</span>
            <MarkKey isWhole />
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** How long samples are kept, in words: what fits depends on the board's rate and channels. */
function MemorySelect(): ReactNode {
  const { notices } = useTidemark();
  const megabytes = usePreferences((state) => state.memoryMb);
  const prefer = usePreferences((state) => state.prefer);
  const health = useBoard((state) => state.health);
  const fits = health?.retention.fits ?? [];
  const rateHz = health?.rateHz ?? 0;

  const words = (choice: number): string => {
    const samples = fits.find((one) => one.megabytes === choice)?.samples;
    if (samples === undefined || rateHz === 0) return `${choice} MB`;
    return OPTION_WORDS.fits(choice, formatLong((samples / rateHz) * 1000));
  };
  const change = (text: string): void => {
    const choice = MEMORY_CHOICES_MB.find((one) => String(one) === text);
    if (choice === undefined) return;
    const room = fits.find((one) => one.megabytes === choice)?.samples ?? Number.POSITIVE_INFINITY;
    prefer({ memoryMb: choice });
    if ((health?.samples ?? 0) > room && choice < megabytes) {
      notices.getState().reportDone(OPTION_WORDS.givenUp);
    }
  };
  return (
    <NativeSelect
      size="xs"
      label={OPTION_WORDS.memory}
      value={String(megabytes)}
      onChange={(event) => change(event.currentTarget.value)}
      data={MEMORY_CHOICES_MB.map((choice) => ({ value: String(choice), label: words(choice) }))}
    />
  );
}

/** As fine as the rate is known: tens of minutes, whole hours, days. */
function formatLong(ms: number): string {
  const hours = ms / 3_600_000;
  if (hours < 1) return formatDuration(ms);
  if (hours < 10) return formatDuration(Math.round(hours * 6) * 600_000).replace(' 0 min', '');
  return hours < 48 ? `${Math.round(hours)} h` : OPTION_WORDS.days(Math.round(hours / 24));
}
