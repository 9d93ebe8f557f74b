import { Button, Input } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { SIGNAL_COLOURS } from '../../analysis/messages/findings.ts';
import type { ShownChannel } from '../../state/channelLooks.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useChannelLooks, useTuning } from '../tidemarkContext.ts';
import styles from './channels.module.css';
import { LineSample } from './LineSample.tsx';
import { CHANNEL_WORDS } from './words.ts';

const MOST_CHARACTERS = 60;
const COLOURS = Array.from({ length: SIGNAL_COLOURS }, (_, colour) => colour);

interface ChannelRowProps {
  readonly channel: ShownChannel;
  /** Of all channels, by the names that the board says. */
  readonly order: readonly string[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** One channel: shown or not, its line, its name and unit, its place, its parameters. */
export function ChannelRow({ channel, order, isFirst, isLast }: ChannelRowProps): ReactNode {
  const { boardName, name, isHidden, colour, derived } = channel;
  const choose = useChannelLooks((state) => state.choose);
  const move = useChannelLooks((state) => state.move);
  return (
    <li className={styles.row}>
      <label
        className={styles.shown}
        title={isHidden ? CHANNEL_WORDS.show(name) : CHANNEL_WORDS.hide(name)}
      >
        <input
          type="checkbox"
          aria-label={CHANNEL_WORDS.show(name)}
          checked={!isHidden}
          onChange={(event) => choose(boardName, { hidden: !event.currentTarget.checked })}
        />
        <LineSample colour={colour} />
      </label>
      <TextField
        label={CHANNEL_WORDS.nameOf(boardName)}
        value={name}
        own={boardName}
        onCommit={(text) => choose(boardName, { name: text === boardName ? '' : text })}
      />
      <TextField
        label={CHANNEL_WORDS.unitOf(name)}
        value={channel.unit}
        own={CHANNEL_WORDS.unit}
        onCommit={(text) => choose(boardName, { unit: text })}
      />
      <select
        className={styles.colour}
        aria-label={CHANNEL_WORDS.colourOf(name)}
        value={colour}
        onChange={(event) => choose(boardName, { colour: Number(event.currentTarget.value) })}
      >
        {COLOURS.map((one) => (
          <option key={one} value={one}>
            {CHANNEL_WORDS.colour(one + 1)}
          </option>
        ))}
      </select>
      <span className={styles.moves}>
        <ReasonedButton
          size="compact-xs"
          variant="default"
          aria-label={CHANNEL_WORDS.moveUp(name)}
          reason={isFirst ? CHANNEL_WORDS.isFirst : null}
          onClick={() => move(order, boardName, -1)}
        >
          ↑
        </ReasonedButton>
        <ReasonedButton
          size="compact-xs"
          variant="default"
          aria-label={CHANNEL_WORDS.moveDown(name)}
          reason={isLast ? CHANNEL_WORDS.isLast : null}
          onClick={() => move(order, boardName, 1)}
        >
          ↓
        </ReasonedButton>
      </span>
      {derived === undefined && order.length > 1 && <ParametersButton channel={channel} />}
    </li>
  );
}

/** To the detector's panel, with this channel chosen; says how much is not as for all. */
function ParametersButton({ channel }: { readonly channel: ShownChannel }): ReactNode {
  const { boardName, name } = channel;
  const own = useTuning((state) => Object.keys(state.own[boardName] ?? {}).length);
  const isScope = useTuning((state) => state.scope === boardName);
  const chooseScope = useTuning((state) => state.chooseScope);
  return (
    <Button
      size="compact-xs"
      variant={isScope ? 'filled' : 'default'}
      aria-pressed={isScope}
      aria-label={CHANNEL_WORDS.parametersOf(name, own)}
      title={CHANNEL_WORDS.parametersHint}
      onClick={() => chooseScope(isScope ? null : boardName)}
    >
      {own > 0 ? CHANNEL_WORDS.ownParameters(own) : CHANNEL_WORDS.parameters}
    </Button>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** What stands where nothing is written. */
  readonly own: string;
  readonly onCommit: (text: string) => void;
}

/** Taken with Enter or when it is left; Escape drops what was typed. */
function TextField({ label, value, own, onCommit }: TextFieldProps): ReactNode {
  const [draft, setDraft] = useState<string | null>(null);
  const dropped = useRef(false);
  const isTyping = draft !== null;
  // Escape closes the list, too, and that leaves the field: it must be known before.
  useEffect(() => {
    if (!isTyping) return;
    const drop = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') dropped.current = true;
    };
    document.addEventListener('keydown', drop, true);
    return () => document.removeEventListener('keydown', drop, true);
  }, [isTyping]);
  const commit = (): void => {
    if (!dropped.current && draft !== null && draft.trim() !== value) onCommit(draft.trim());
    setDraft(null);
  };
  return (
    <Input
      withAria={false}
      size="xs"
      aria-label={label}
      placeholder={own}
      maxLength={MOST_CHARACTERS}
      value={draft ?? value}
      onChange={(event) => {
        dropped.current = false;
        setDraft(event.currentTarget.value);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setDraft(null);
      }}
    />
  );
}
