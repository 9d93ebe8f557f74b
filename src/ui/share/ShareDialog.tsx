import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { SETUP_FILE_NAME, setupFileText } from '../../state/setupFile.ts';
import { OverlayDialog } from '../controls/OverlayDialog.tsx';
import { downloadText } from '../download.ts';
import { OpenFileButton } from '../import/OpenFileButton.tsx';
import { useTidemark, useView } from '../tidemarkContext.ts';
import { qrPath } from './qrPath.ts';
import { linkTo, setupShown } from './setupShown.ts';
import styles from './share.module.css';
import { useCopyLink } from './useCopyLink.ts';
import { linkWords, SHARE_WORDS } from './words.ts';

/** The link to what the screen shows, as text and for a camera, and the parameters as a file. */
export function ShareDialog(): ReactNode {
  const showOverlay = useView((state) => state.showOverlay);
  return (
    <OverlayDialog overlay="share" title={SHARE_WORDS.title} size={1120} close={SHARE_WORDS.close}>
      <Shared onDone={() => showOverlay(null)} />
    </OverlayDialog>
  );
}

/** Only while the dialog is open: each opening shares what there is then. */
function Shared({ onDone }: { readonly onDone: () => void }): ReactNode {
  const tidemark = useTidemark();
  const copyLink = useCopyLink();
  const setup = useMemo(() => setupShown(tidemark), [tidemark]);
  const link = linkTo(setup, location.href);
  return (
    <div className={styles.shared}>
      <div className={styles.said}>
        <p className={styles.words}>{linkWords(setup.virtual)}</p>
        <Textarea label={SHARE_WORDS.link} value={link} readOnly rows={3} />
        <div className={styles.buttons}>
          <Button data-autofocus onClick={copyLink}>
            {SHARE_WORDS.copyLink}
          </Button>
          <Button
            variant="default"
            onClick={() => downloadText(SETUP_FILE_NAME, 'application/json', setupFileText(setup))}
          >
            {SHARE_WORDS.save}
          </Button>
          <OpenFileButton variant="default" onChosen={onDone}>
            {SHARE_WORDS.openFile}
          </OpenFileButton>
        </div>
        {/^(localhost|127\.|\[::1\])/.test(location.hostname) && (
          <p className={styles.words}>{SHARE_WORDS.onlyHere}</p>
        )}
      </div>
      <QrCode link={link} />
    </div>
  );
}

/** Modules of white around it that cameras need. */
const QUIET = 4;

function QrCode({ link }: { readonly link: string }): ReactNode {
  const code = useMemo(() => qrPath(link), [link]);
  if (!code) return <p className={styles.words}>{SHARE_WORDS.tooLong}</p>;
  const side = code.size + 2 * QUIET;
  return (
    <svg
      className={styles.qr}
      role="img"
      aria-label={SHARE_WORDS.qr}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <path d={code.d} />
    </svg>
  );
}
