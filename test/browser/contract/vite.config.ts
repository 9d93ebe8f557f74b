import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { CONTRACT_PORT } from '../chromium.ts';

/** Serves the page of the link contract from the sources: a development server that watches nothing. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../../node_modules/.vite-contract', import.meta.url)),
  optimizeDeps: { noDiscovery: true },
  worker: { format: 'es' },
  server: {
    host: 'localhost',
    port: CONTRACT_PORT,
    strictPort: true,
    hmr: false,
    watch: null,
    fs: { allow: [fileURLToPath(new URL('../../..', import.meta.url))] },
  },
});
