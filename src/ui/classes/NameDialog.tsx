import { Button, Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type RefObject, useRef, useState } from 'react';
import type { AnomalyEvent } from '../../analysis/messages/findings.ts';
import { labelOn } from '../../detector/labelOn.ts';
import { asClassName, type ClassFault } from '../../state/eventClasses.ts';
import { classShown, classTyped } from '../classNameWords.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useFocusGivenBackAtEnd } from '../focusGivenBack.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useLabels, useTidemark } from '../tidemarkContext.ts';
import { isTypedInto } from '../typing.ts';
import { AlikeList } from './AlikeList.tsx';
import { ClassEditor } from './ClassEditor.tsx';
import { ClassSign } from './ClassSign.tsx';
import styles from './classes.module.css';
import { classByKey, isClassKey, keyOfClass } from './classKeys.ts';
import { classFaultWords, classMeaning } from './classWords.ts';
import { NAMING_WORDS } from './namingWords.ts';
import { useKnownClasses } from './useKnownClasses.ts';

interface NameDialogProps {
  /** Those that get a name; none: the classes alone are edited. */
  readonly events: readonly AnomalyEvent[];
  readonly onClose: () => void;
}

/** Gives events a name from the list of classes, and changes that list. */
export function NameDialog({ events, onClose }: NameDialogProps): ReactNode {
  useFocusGivenBackAtEnd();
  const { naming } = useTidemark();
  const isNaming = events.length > 0;
  const [isEditing, setEditing] = useState(!isNaming);
  const [isComparing, setComparing] = useState(false);
  const classes = useKnownClasses();
  const labels = useLabels((state) => state.labels);
  const field = useRef<HTMLInputElement>(null);
  const [first, second] = events;
  const its = first && !second ? (labelOn(labels, first)?.name ?? null) : null;

  function nameThem(name: string | null): void {
    naming.nameEvents(events, name);
    onClose();
  }

  return (
    <Modal
      opened
      size={isEditing ? 'xl' : 'md'}
      onClose={onClose}
      title={isNaming ? NAMING_WORDS.title(events.length) : NAMING_WORDS.classes}
      closeButtonProps={{ 'aria-label': NAMING_WORDS.close }}
      transitionProps={{ duration: 0 }}
      onKeyDown={(event) => {
        if (!isNaming || isEditing || isComparing) return;
        if (isTypedInto(event.target as HTMLElement)) return;
        // Who types a name means a new class, also while the focus is on the classes there are.
        if (isLetter(event)) field.current?.focus();
        if (!isClassKey(event)) return;
        const name = classByKey(classes, event.key);
        if (name !== undefined) nameThem(name);
      }}
    >
      {isComparing && first && its !== null ? (
        <AlikeList event={first} name={its} onClose={onClose} />
      ) : (
        <div className={styles.dialog}>
          {isNaming && !isEditing && <Choices events={events} onName={nameThem} />}
          {isEditing && <ClassEditor />}
          <NewClass field={field} onAdded={isNaming && !isEditing ? nameThem : null} />
          {isNaming && (
            <div className={styles.more}>
              {!isEditing && first && !second && (
                <ReasonedButton
                  size="compact-sm"
                  variant="subtle"
                  reason={its === null ? NAMING_WORDS.nameFirst : null}
                  onClick={() => setComparing(true)}
                >
                  {NAMING_WORDS.alike}
                </ReasonedButton>
              )}
              <Button size="compact-sm" variant="subtle" onClick={() => setEditing(!isEditing)}>
                {isEditing ? NAMING_WORDS.back : NAMING_WORDS.edit}
              </Button>
            </div>
          )}
        </div>
      )}
    </Modal>
  );
}

interface ChoicesProps {
  readonly events: readonly AnomalyEvent[];
  readonly onName: (name: string | null) => void;
}

function Choices({ events, onName }: ChoicesProps): ReactNode {
  const classes = useKnownClasses();
  const labels = useLabels((state) => state.labels);
  const names = new Set(events.map((event) => labelOn(labels, event)?.name ?? null));
  const common = names.size === 1 ? [...names][0] : undefined;
  return (
    <ul className={styles.choices} aria-label={NAMING_WORDS.classes}>
      {classes.map((its, place) => (
        <li key={its.name}>
          <button
            type="button"
            className={styles.choice}
            aria-pressed={common === its.name}
            data-autofocus={place === 0 ? true : undefined}
            onClick={() => onName(its.name)}
          >
            <ClassSign its={its} />
            <OutsideText>{classShown(its.name)}</OutsideText>
            <span className={styles.meaning}>{classMeaning(its.name)}</span>
            <kbd className={styles.key}>{keyOfClass(place)}</kbd>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className={styles.choice}
          aria-pressed={common === null}
          onClick={() => onName(null)}
        >
          <span className={styles.noSign} aria-hidden="true" />
          {NAMING_WORDS.noName}
          <span className={styles.meaning} />
          <kbd className={styles.key}>0</kbd>
        </button>
      </li>
    </ul>
  );
}

const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  /^\p{L}$/u.test(key) && !ctrlKey && !metaKey && !altKey;

interface NewClassProps {
  readonly field: RefObject<HTMLInputElement | null>;
  /** What follows with the name; null: nothing. */
  readonly onAdded: ((name: string) => void) | null;
}

function NewClass({ field, onAdded }: NewClassProps): ReactNode {
  const { naming } = useTidemark();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<ClassFault | null>(null);
  return (
    <form
      className={styles.newClass}
      onSubmit={(submit) => {
        submit.preventDefault();
        const refused = naming.addClass(classTyped(typed));
        setFault(refused);
        if (refused) return;
        setTyped('');
        onAdded?.(asClassName(typed));
      }}
    >
      <TextInput
        ref={field}
        size="xs"
        label={NAMING_WORDS.newClass}
        value={typed}
        placeholder={NAMING_WORDS.example}
        error={fault && classFaultWords(fault)}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setFault(null);
        }}
      />
      <Button type="submit" size="xs" variant="default">
        {onAdded ? NAMING_WORDS.addAndName : NAMING_WORDS.add}
      </Button>
    </form>
  );
}
