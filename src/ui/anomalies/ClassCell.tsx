import type { ReactNode } from 'react';
import type { EventClass } from '../../state/eventClasses.ts';
import { ClassSign } from '../classes/ClassSign.tsx';
import { type GivenName, givenWords } from '../classes/givenNames.ts';
import { classShown } from '../classNameWords.ts';
import { formatPercent } from '../format.ts';
import { isolated, OutsideText } from '../OutsideText.tsx';
import { PanelLink } from '../PanelLink.tsx';
import { useForest, useView } from '../tidemarkContext.ts';
import styles from './anomalyTable.module.css';
import { ROW_WORDS } from './anomalyWords.ts';

interface ClassCellProps {
  /** What the person calls the event; null: nothing. */
  readonly named: EventClass | null;
  /** What forests call it; null: nothing. */
  readonly given: GivenName | null;
  /** How the class that was given looks, where the person knows it. */
  readonly givenLook: EventClass | null;
  /** When the event was. */
  readonly clock: string;
  /** The Tab key leads here. */
  readonly isActive: boolean;
  /** `Why` tells of it. */
  readonly isChosen: boolean;
  readonly onName: () => void;
}

/** The name of an event: the person's, else a forest's in another style; and the way to give it one. */
export function ClassCell(props: ClassCellProps): ReactNode {
  const { named, given, givenLook, clock, isActive, isChosen, onName } = props;
  const chooseFitTab = useView((state) => state.chooseFitTab);
  const isNaming = useForest((state) => state.used !== null);
  const said = given && givenWords(given);
  const own = named && ROW_WORDS.namedByYou(isolated(classShown(named.name)));
  const words = own && said ? `${own}; ${said}` : (own ?? said);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: only keeps the click from the row; the button has keys
    <td className={styles.class} onClick={(click) => click.stopPropagation()}>
      <button
        type="button"
        data-names
        className={styles.name}
        tabIndex={isActive ? 0 : -1}
        aria-label={ROW_WORDS.nameAt(words ?? ROW_WORDS.noName, clock)}
        title={words ?? (isNaming ? ROW_WORDS.notNamed : ROW_WORDS.sayWhat)}
        onClick={onName}
      >
        {named ? (
          <>
            <ClassSign its={named} /> <OutsideText>{classShown(named.name)}</OutsideText>
          </>
        ) : given?.name ? (
          <span className={styles.given}>
            {givenLook && <ClassSign its={givenLook} />}{' '}
            <OutsideText>{classShown(given.name)}</OutsideText>{' '}
            <span className={styles.soft}>{formatPercent(given.share)}</span>
          </span>
        ) : (
          <span className={styles.unnamed}>{given ? ROW_WORDS.unknown : ROW_WORDS.name}</span>
        )}
      </button>
      {isChosen && (
        <PanelLink panel="fit" open={() => chooseFitTab('Why')}>
          {ROW_WORDS.why}
        </PanelLink>
      )}
    </td>
  );
}
