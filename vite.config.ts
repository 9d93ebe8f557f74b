import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  // Relative URLs: the build works from any path on any static host.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'es2023', assetsInlineLimit: 0 },
  preview: { host: 'localhost', port: 4173 },
  server: { host: 'localhost' },
});
