import { Button, Group, Modal, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { downloadText } from '../download.ts';
import { useFocusGivenBack } from '../focusGivenBack.ts';
import { useOpenedOnceThere } from '../onDemand.tsx';
import { useTidemark, useTuning } from '../tidemarkContext.ts';
import styles from './export.module.css';
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
      notices.getState().reportDone('The parameters are in the clipboard.');
    } catch {
      // Forbidden by the browser or its policy; the text can still be marked and copied.
      notices
        .getState()
        .reportDone('The clipboard is not allowed here: mark the text and copy it.');
    }
    onClose();
  }

  return (
    <Modal
      opened={opened}
      {...focus}
      onClose={onClose}
      title="Export parameters"
      size={640}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <SegmentedControl
        size="xs"
        aria-label="Format"
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
          Copy to clipboard
        </Button>
        <Button
          data-autofocus
          onClick={() => {
            downloadText(file.name, file.mediaType, file.text);
            onClose();
          }}
        >
          Download {file.name}
        </Button>
      </Group>
    </Modal>
  );
}
