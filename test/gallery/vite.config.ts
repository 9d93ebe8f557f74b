import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { GALLERY_PORT } from '../browser/chromium.ts';

const AT = { host: 'localhost', port: GALLERY_PORT, strictPort: true };

/** The gallery: served from the sources, or built to be looked at by a test; no part of the page. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../../node_modules/.vite-gallery', import.meta.url)),
  plugins: [react()],
  build: {
    target: 'esnext',
    minify: false,
    outDir: fileURLToPath(new URL('../../node_modules/.gallery', import.meta.url)),
    emptyOutDir: true,
    chunkSizeWarningLimit: 5000,
  },
  preview: AT,
  server: {
    ...AT,
    fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] },
  },
});
