import { Button, Group, Modal, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import code from '../controls/code.module.css';
import { downloadText } from '../download.ts';
import { useFocusGivenBack } from '../focusGivenBack.ts';
import { useOpenedOnceThere } from '../onDemand.tsx';
import { useTuning } from '../tidemarkContext.ts';
import { useCopy } from '../useCopy.ts';
import styles from './export.module.css';
import { PARAMETERS_DIALOG_WORDS } from './exportWords.ts';
import { PARAMETER_FORMATS, type ParameterFormat, parametersFile } from './parametersText.ts';

interface ParametersDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The parameters being edited, for other programs: to copy, or as a file. */
export function ParametersDialog({ opened: wanted, onClose }: ParametersDialogProps): ReactNode {
  const copy = useCopy();
  const opened = useOpenedOnceThere(wanted);
  const focus = useFocusGivenBack(opened);
  const editing = useTuning((state) => state.editing);
  const [format, setFormat] = useState<ParameterFormat>('JSON');
  const file = parametersFile(editing, format);

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
      <section className={`${code.text} ${styles.text}`} aria-label={file.name} tabIndex={0}>
        <pre className={code.code}>{file.text}</pre>
      </section>
      <Group justify="flex-end">
        <Button
          variant="default"
          onClick={() => {
            void copy(file.text, {
              copied: PARAMETERS_DIALOG_WORDS.copied,
              notCopied: PARAMETERS_DIALOG_WORDS.notCopied,
            });
            onClose();
          }}
        >
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
