/** Keeps a part of the screen that fails from taking the rest with it. */
import { Component, type ReactNode, useState } from 'react';
import styles from './boundary.module.css';
import { BOUNDARY_WORDS, PART_WORDS, type PartName } from './boundaryWords.ts';
import { downloadBlob } from './download.ts';
import { useRecordings, useTidemark } from './tidemarkContext.ts';

interface BoundaryProps {
  /** What is inside. */
  readonly name: PartName;
  /** All of the page is inside: nothing else is there to be used. */
  readonly isWholePage?: boolean;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly failed: { readonly detail: string } | null;
}

/** React knows no other way to catch than a class. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { failed: { detail: String(error) } };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    return <Failed {...this.props} {...failed} onRetry={() => this.setState({ failed: null })} />;
  }
}

interface FailedProps extends Pick<BoundaryProps, 'name' | 'isWholePage'> {
  readonly detail: string;
  readonly onRetry: () => void;
}

/** Plain elements: what they stand on may be what has failed. */
function Failed({ name, isWholePage = false, detail, onRetry }: FailedProps): ReactNode {
  return (
    <section className={styles.failed} aria-label={PART_WORDS[name]} role="alert">
      <p>
        <b>{BOUNDARY_WORDS.failed(PART_WORDS[name])}</b>{' '}
        {isWholePage ? BOUNDARY_WORDS.kept : BOUNDARY_WORDS.goesOn}
      </p>
      <p className={styles.detail}>{detail}</p>
      <p className={styles.actions}>
        <button type="button" onClick={onRetry}>
          {BOUNDARY_WORDS.again}
        </button>
        <SaveRecorded />
        {isWholePage && (
          <button type="button" onClick={() => location.reload()}>
            {BOUNDARY_WORDS.reload}
          </button>
        )}
      </p>
    </section>
  );
}

/** The file that is being written, or was last. */
function SaveRecorded(): ReactNode {
  const { recordings } = useTidemark();
  const recording = useRecordings((state) => state.recording);
  const newest = useRecordings((state) => state.sessions?.[0]?.fileName ?? null);
  const [sentence, setSentence] = useState('');
  const fileName = recording.phase === 'recording' ? recording.fileName : newest;
  if (fileName === null) return null;
  const save = async (): Promise<void> => {
    const file = await recordings.getState().read(fileName);
    if (file) downloadBlob(fileName, file);
    setSentence(file ? '' : BOUNDARY_WORDS.unreadable);
  };
  return (
    <>
      <button type="button" onClick={() => void save()}>
        {BOUNDARY_WORDS.save}
      </button>
      {sentence}
    </>
  );
}
