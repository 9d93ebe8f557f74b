import { Button, FileButton, Menu, Slider } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { forestSource, SOURCE_KINDS } from '../../naming/forestSource.ts';
import { isForChannels } from '../../naming/model.ts';
import type { UsedModel } from '../../state/forestStore.ts';
import { classShown } from '../classNameWords.ts';
import { downloadText } from '../download.ts';
import { formatPercent } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard, useForest } from '../tidemarkContext.ts';
import { modelFaultWords } from './modelFaultWords.ts';
import styles from './names.module.css';
import { NAMES_WORDS, otherChannelsWords, SOURCE_WORDS } from './namesWords.ts';

const FILES = { 'c-branches': 'forest.h', 'c-arrays': 'forest_arrays.h', python: 'forest.py' };
const STEP = 0.05;

/** The model by which events are named now: what it is, how sure it must be, and its files. */
export function ModelSection(): ReactNode {
  const used = useForest((state) => state.used);
  const fault = useForest((state) => state.fault);
  const open = useForest((state) => state.open);
  const drop = useForest((state) => state.drop);
  return (
    <>
      <div className={styles.tools}>
        {used && <NamedEvents used={used} />}
        <FileButton
          accept=".csv,.txt,text/plain,text/csv"
          onChange={(file) => {
            if (file) void open(file);
          }}
        >
          {(props) => (
            <Button size="compact-sm" variant="default" {...props}>
              {NAMES_WORDS.load}
            </Button>
          )}
        </FileButton>
        {used && (
          <>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => downloadText(`tidemark-model-${used.hash}.csv`, 'text/csv', used.text)}
            >
              {NAMES_WORDS.save}
            </Button>
            <Sources used={used} />
            <Button size="compact-sm" variant="default" onClick={drop}>
              {NAMES_WORDS.drop}
            </Button>
          </>
        )}
      </div>
      {fault && (
        <p className={styles.refused} role="alert">
          {modelFaultWords(fault)}
        </p>
      )}
      {used && <OtherChannels used={used} />}
      {used && <p className={styles.soft}>{NAMES_WORDS.onlyAlarms}</p>}
      <Confidence />
    </>
  );
}

/** Says why nothing is named, where the model is for another board. */
function OtherChannels({ used }: { readonly used: UsedModel }): ReactNode {
  const channels = useBoard((state) => state.channels);
  const names = channels.map(({ boardName }) => boardName);
  if (names.length === 0 || isForChannels(used.model, names)) return null;
  return (
    <p className={styles.refused} role="status">
      {otherChannelsWords(used.model.channels)}
    </p>
  );
}

function NamedEvents({ used }: { readonly used: UsedModel }): ReactNode {
  const names = useForest((state) => state.names);
  const { classes, forest } = used.model;
  let known = 0;
  for (const { name } of names.values()) if (name !== null) known += 1;
  return (
    <p className={styles.used}>
      {NAMES_WORDS.model(used.hash, forest.roots.length)}{' '}
      {classes.map((name, at) => (
        <span key={name}>
          {at > 0 && ', '}
          <OutsideText>{classShown(name)}</OutsideText>
        </span>
      ))}
      . {NAMES_WORDS.namedOf(known, names.size)}
    </p>
  );
}

function Sources({ used }: { readonly used: UsedModel }): ReactNode {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          {NAMES_WORDS.source}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SOURCE_KINDS.map((kind) => (
          <Menu.Item
            key={kind}
            onClick={() => downloadText(FILES[kind], 'text/plain', forestSource(used.model, kind))}
          >
            {SOURCE_WORDS[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Confidence(): ReactNode {
  const confidence = useForest((state) => state.confidence);
  const setConfidence = useForest((state) => state.setConfidence);
  /** While it is dragged: events are named anew when it is let go. */
  const [drawn, setDrawn] = useState<number | null>(null);
  const shown = drawn ?? confidence;
  return (
    <div className={styles.confidence}>
      <span>
        {NAMES_WORDS.confidence}: <b>{formatPercent(shown)}</b>
      </span>
      <Slider
        className={styles.slider}
        size="sm"
        min={0}
        max={1}
        step={STEP}
        label={null}
        value={shown}
        onChange={setDrawn}
        onChangeEnd={(value) => {
          setDrawn(null);
          setConfidence(value);
        }}
        thumbLabel={NAMES_WORDS.confidence}
        thumbValueText={formatPercent(shown)}
      />
      <span className={styles.soft}>{NAMES_WORDS.confidenceHint}</span>
    </div>
  );
}
