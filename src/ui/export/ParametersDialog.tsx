import { Button, Group, Modal, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { downloadText } from '../download.ts';
import { useFocusGivenBack } from '../focusGivenBack.ts';
import { useOpenedOnceThere } from '../onDemand.tsx';
import { useTidemark, useTuning } from '../tidemarkContext.ts';
import styles from './export.module.css';
import { PARAMETERS_DIALOG_WORDS } from './exportWords.ts';
import { PARAMETER_FORMATS, type ParameterFormat, parametersFile } from './parametersText.ts';

interface ParametersDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The parameters being edited, for other programs: to copy, or as a file. */
export function ParametersDialog({ opened: wanted, onClose }: ParametersDialogProps): ReactNode {
  const { notices } = useTidemark();
  const opened = useOpenedOnceThere(wanted);
  const focus = useFocusGivenBack(opened);
  const editing = useTuning((state) => state.editing);
  const [format, setFormat] = useState<ParameterFormat>('JSON');
  const file = parametersFile(editing, format);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(file.text);
      notices.getState().reportDone(PARAMETERS_DIALOG_WORDS.copied);
    } catch {
      // Forbidden by the browser or its policy; the text can still be marked and copied.
      notices.getState().reportDone(PARAMETERS_DIALOG_WORDS.notCopied);
    }
    onClose();
  }

  return (
    <Modal
      opened={opened}
      {...focus}
      onClose={onClose}
      title={PARAMETERS_DIALOG_WORDS.title}
      size={640}
      closeButtonProps={{ 'aria-label': PARAMETERS_DIALOG_WORDS.close }}
    >
      <SegmentedControl
        size="xs"
        aria-label={PARAMETERS_DIALOG_WORDS.format}
        data={[...PARAMETER_FORMATS]}
        value={format}
        onChange={(next) => setFormat(next as ParameterFormat)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.text} aria-label={file.name} tabIndex={0}>
        <pre className={styles.code}>{file.text}</pre>
      </section>
      <Group justify="flex-end">
        <Button variant="default" onClick={() => void copy()}>
          {PARAMETERS_DIALOG_WORDS.copy}
        </Button>
        <Button
          data-autofocus
          onClick={() => {
            downloadText(file.name, file.mediaType, file.text);
            onClose();
          }}
        >
          {PARAMETERS_DIALOG_WORDS.download(file.name)}
        </Button>
      </Group>
    </Modal>
  );
}
