/** The composition root: the one file of the page that knows every room. */
import '@mantine/core/styles.css';
import 'uplot/dist/uPlot.min.css';
import './ui/tokens.css';
import './ui/page.css';
import { registerSW } from 'virtual:pwa-register';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createAnalysisClient } from './analysis/client/client.ts';
import { onPortsChanged } from './board/grantedPort.ts';
import {
  grantedPorts,
  pickPort,
  serialAvailability,
  sourceForGranted,
} from './board/portPicker.ts';
import type { PreferencesStorage } from './state/preferences.ts';
import { createTidemark } from './state/tidemark.ts';
import { App } from './ui/App.tsx';
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
  storage: availableStorage(),
  // Not every browser has it, and none lets an insecure page have it.
  persistStorage: async () => (await navigator.storage?.persist?.()) ?? false,
});

const useUpdate = registerSW({
  onNeedRefresh: () => tidemark.notices.getState().reportUpdate(() => void useUpdate()),
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <TidemarkContext value={tidemark}>
      <App />
    </TidemarkContext>
  </StrictMode>,
);

/** Browsers may forbid local storage altogether: even reading the property throws then. */
function availableStorage(): PreferencesStorage {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
