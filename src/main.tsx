/** The composition root: the one file of the page that knows every room. */
import '@mantine/core/styles.css';
import 'uplot/dist/uPlot.min.css';
import './ui/tokens.css';
import './ui/page.css';
import './ui/forcedColours.css';
import { registerSW } from 'virtual:pwa-register';
import { StrictMode } from 'react';
import { createAnalysisClient } from './analysis/client/client.ts';
import { onPortsChanged } from './board/grantedPort.ts';
import {
  grantedPorts,
  pickPort,
  serialAvailability,
  sourceForGranted,
} from './board/portPicker.ts';
import { createBrowserOutlets } from './outlets/browserOutlets.ts';
import { createRoot, flushSync } from './reactRoot.ts';
import { type LaunchQueue, takeLaunchedFiles } from './state/launchedFiles.ts';
import { offerNewVersion } from './state/newVersion.ts';
import { holdWhileRecording, isRecordingAnywhere } from './state/recordingLock.ts';
import { createTidemark } from './state/tidemark.ts';
import { App } from './ui/App.tsx';
import { Boundary } from './ui/Boundary.tsx';
import { showFirstStyles } from './ui/firstStyles.ts';
import { LAUNCH_WORDS } from './ui/launchWords.ts';
import { TidemarkContext } from './ui/tidemarkContext.ts';

const client = createAnalysisClient(
  () => new Worker(new URL('./analysis/analysis.worker.ts', import.meta.url), { type: 'module' }),
);

const tidemark = createTidemark({
  client,
  ports: {
    pick: (baudRate) => pickPort(client.workerHasSerial(), baudRate),
    granted: grantedPorts,
    use: (port, baudRate) => sourceForGranted(port, client.workerHasSerial(), baudRate),
    onChanged: onPortsChanged,
  },
  serialFault: serialAvailability(),
  storage: availableStorage(() => localStorage),
  tabStorage: availableStorage(() => sessionStorage),
  // Not every browser has it, and none lets an insecure page have it.
  outlets: createBrowserOutlets(),
  persistStorage: async () => (await navigator.storage?.persist?.()) ?? false,
});

// An insecure page has none.
const locks = navigator.locks ?? null;
holdWhileRecording(tidemark.recordings, locks);

offerNewVersion({
  register: registerSW,
  offer: (use) => tidemark.notices.getState().reportUpdate(use),
  reload: () => location.reload(),
  isRecordingAnywhere: () => isRecordingAnywhere(tidemark.recordings, locks),
  refuse: () => tidemark.notices.getState().reportDone(LAUNCH_WORDS.recordingFirst),
});

takeLaunchedFiles(
  (window as { readonly launchQueue?: LaunchQueue }).launchQueue,
  (file) => tidemark.imports.getState().choose(file),
  () => tidemark.notices.getState().reportDone(LAUNCH_WORDS.notLaunched),
);

/** A setup in the address is asked about once: a reload does not ask again. */
function lookAtAddress(): void {
  if (!tidemark.proposeFragment(location.hash)) return;
  history.replaceState(history.state, '', location.href.replace(/#.*$/s, ''));
}
lookAtAddress();
window.addEventListener('hashchange', lookAtAddress);

window.addEventListener('beforeunload', (event) => {
  // The browser asks in its own words.
  if (tidemark.recordings.getState().isUnkept) event.preventDefault();
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const reactRoot = createRoot(root);
void showFirstStyles(document).then(() =>
  // At once: what has run when this task ends is what the browser keeps compiled for the next visit.
  flushSync(() =>
    reactRoot.render(
      <StrictMode>
        <TidemarkContext value={tidemark}>
          <Boundary name="Tidemark" isWholePage>
            <App />
          </Boundary>
        </TidemarkContext>
      </StrictMode>,
    ),
  ),
);

/** Browsers may forbid storage altogether: even reading the property throws then. */
function availableStorage(storage: () => Storage): Storage | null {
  try {
    return storage();
  } catch {
    return null;
  }
}
