import { Modal, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Overlay } from '../../state/viewStore.ts';
import { useFocusGivenBack } from '../focusGivenBack.ts';
import { useOpenedOnceThere } from '../onDemand.tsx';
import { useView } from '../tidemarkContext.ts';

interface OverlayDialogProps extends Pick<ModalProps, 'size' | 'title'> {
  /** It is open while this is asked for. */
  readonly overlay: Overlay;
  /** What the button that closes it is called. */
  readonly close: string;
  readonly children: ReactNode;
}

/** A dialog that lies over the panels when it is asked for, and gives the focus back. */
export function OverlayDialog({
  overlay,
  close,
  children,
  ...looks
}: OverlayDialogProps): ReactNode {
  const opened = useOpenedOnceThere(useView((state) => state.overlay === overlay));
  const focus = useFocusGivenBack(opened);
  const showOverlay = useView((state) => state.showOverlay);
  return (
    <Modal
      opened={opened}
      {...focus}
      {...looks}
      onClose={() => showOverlay(null)}
      closeButtonProps={{ 'aria-label': close }}
    >
      {children}
    </Modal>
  );
}
