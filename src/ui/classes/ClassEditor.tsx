import { Button, Input } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { SIGNAL_COLOURS } from '../../analysis/messages/findings.ts';
import {
  asClassName,
  CLASS_SHAPES,
  type ClassFault,
  type ClassShape,
  type EventClass,
  faultOfFixed,
} from '../../state/eventClasses.ts';
import { classShown, classTyped } from '../classNameWords.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useLabels, useTidemark } from '../tidemarkContext.ts';
import { ClassSign } from './ClassSign.tsx';
import styles from './classes.module.css';
import { classFaultWords, classMeaning } from './classWords.ts';
import { CLASS_EDITOR_WORDS, NAMING_WORDS, SHAPE_WORDS } from './namingWords.ts';
import { useKnownClasses } from './useKnownClasses.ts';

const COLOURS = Array.from({ length: SIGNAL_COLOURS }, (_, colour) => colour);

/** The classes: their names and looks; merged and deleted here. */
export function ClassEditor(): ReactNode {
  const classes = useKnownClasses();
  const labels = useLabels((state) => state.labels);
  const counts = useMemo(() => {
    const sum = new Map<string, number>();
    for (const { name } of labels) sum.set(name, (sum.get(name) ?? 0) + 1);
    return sum;
  }, [labels]);
  return (
    <ul className={styles.editor} aria-label={NAMING_WORDS.classes}>
      {classes.map((its, place) => (
        <ClassRow
          // A class keeps its place under another name, and the field its focus.
          key={place}
          its={its}
          others={classes.filter((other) => other !== its)}
          named={counts.get(its.name) ?? 0}
        />
      ))}
    </ul>
  );
}

interface ClassRowProps {
  readonly its: EventClass;
  readonly others: readonly EventClass[];
  /** How many are named so. */
  readonly named: number;
}

function ClassRow({ its, others, named }: ClassRowProps): ReactNode {
  const { naming } = useTidemark();
  const { name, colour, shape } = its;
  const [fault, setFault] = useState<ClassFault | null>(null);
  const isFixed = faultOfFixed(name) !== null;
  return (
    <li className={styles.classRow}>
      <ClassSign its={its} />
      {isFixed ? (
        <span className={styles.fixed} title={classMeaning(name)}>
          {classShown(name)}
        </span>
      ) : (
        <NameField
          name={name}
          isWrong={fault !== null}
          onCommit={(typed) => setFault(naming.renameClass(name, classTyped(typed)))}
        />
      )}
      <select
        className={styles.look}
        aria-label={CLASS_EDITOR_WORDS.colourOf(classShown(name))}
        value={colour}
        onChange={({ currentTarget }) =>
          naming.changeLook(name, { colour: Number(currentTarget.value) })
        }
      >
        {COLOURS.map((one) => (
          <option key={one} value={one}>
            {CLASS_EDITOR_WORDS.colour(one + 1)}
          </option>
        ))}
      </select>
      <select
        className={styles.look}
        aria-label={CLASS_EDITOR_WORDS.shapeOf(classShown(name))}
        value={shape}
        onChange={({ currentTarget }) =>
          naming.changeLook(name, { shape: currentTarget.value as ClassShape })
        }
      >
        {CLASS_SHAPES.map((one) => (
          <option key={one} value={one}>
            {SHAPE_WORDS[one]}
          </option>
        ))}
      </select>
      <span className={styles.named}>{CLASS_EDITOR_WORDS.labels(named)}</span>
      {!isFixed && (
        <>
          <select
            className={styles.look}
            aria-label={CLASS_EDITOR_WORDS.mergeIt(name)}
            value=""
            onChange={({ currentTarget }) => naming.mergeClass(name, currentTarget.value)}
          >
            <option value="">{CLASS_EDITOR_WORDS.merge}</option>
            {others.map((other) => (
              <option key={other.name} value={other.name}>
                {classShown(other.name)}
              </option>
            ))}
          </select>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={CLASS_EDITOR_WORDS.deleteIt(name)}
            title={CLASS_EDITOR_WORDS.deleteHint}
            onClick={() => naming.deleteClass(name)}
          >
            {CLASS_EDITOR_WORDS.delete}
          </Button>
        </>
      )}
      {fault && (
        <p className={styles.fault} role="alert">
          <OutsideText>{classFaultWords(fault)}</OutsideText>
        </p>
      )}
    </li>
  );
}

interface NameFieldProps {
  readonly name: string;
  readonly isWrong: boolean;
  readonly onCommit: (typed: string) => void;
}

/** Taken with Enter or when it is left. */
function NameField({ name, isWrong, onCommit }: NameFieldProps): ReactNode {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = (): void => {
    if (draft !== null && asClassName(draft) !== name) onCommit(draft);
    setDraft(null);
  };
  return (
    <Input
      withAria={false}
      size="xs"
      className={styles.nameField}
      aria-label={CLASS_EDITOR_WORDS.nameOf(name)}
      error={isWrong}
      value={draft ?? name}
      onChange={({ currentTarget }) => setDraft(currentTarget.value)}
      onBlur={commit}
      onKeyDown={({ key }) => {
        if (key === 'Enter') commit();
      }}
    />
  );
}
