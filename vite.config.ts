import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

export default defineConfig({
  // Relative URLs: the build works from any path on any static host.
  base: './',
  plugins: [
    react(),
    // Everything is kept at the first visit, so that the page starts without a network from then on.
    VitePWA({
      // A newer version waits until the person asks for it: a page in use is never reloaded.
      registerType: 'prompt',
      // The manifest is in public/, as it is.
      manifest: false,
      workbox: {
        // The first visit's page, too, is served from what was kept as soon as all is: parts that it
        // loads later are there when the network goes. A newer version still waits: it claims pages
        // when it takes over, and it takes over when the person asks.
        clientsClaim: true,
        globPatterns: ['**/*.{html,js,css,wasm,svg,png,csv,txt,webmanifest}'],
        // Only shown by the browser when it offers to install.
        globIgnores: ['screenshot*.png'],
        maximumFileSizeToCacheInBytes: 4_000_000,
      },
    }),
    stylesAfterTheFirstWord(),
    programAsTheBrowserKeptIt(),
    withoutPolicyInDevelopment(),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    // A data: URL would need a hole in the policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        // Two files for all that the first screen needs: thirty came one behind the other. React has one
        // of its own, since it changes least.
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler)\/|src\/reactRoot/,
              priority: 1,
            },
            { name: 'start', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  preview: { host: 'localhost', port: 4173 },
  server: { host: 'localhost' },
});

/** What index.html itself says is painted before the page's styles have been read: src/ui/firstStyles.ts. */
function stylesAfterTheFirstWord(): Plugin {
  return {
    name: 'styles-after-the-first-word',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace('<link rel="stylesheet"', '<link rel="stylesheet" media="print"'),
    },
  };
}

/**
 * Chromium keeps what it made of a script for the next visit, but takes a module asked for by
 * `modulepreload` or by its own tag from its text again. Asked for as a plain script it takes what it kept.
 */
function programAsTheBrowserKeptIt(): Plugin {
  const asScript = '<link rel="preload" as="script" crossorigin href=';
  return {
    name: 'program-as-the-browser-kept-it',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html
          .replaceAll('<link rel="modulepreload" crossorigin href=', asScript)
          .replace(/<script type="module" crossorigin src=("[^"]*")>/, `${asScript}$1>\n    $&`),
    },
  };
}

/** Hot reload works with inline scripts, which the page's Content-Security-Policy forbids. */
function withoutPolicyInDevelopment(): Plugin {
  return {
    name: 'without-policy-in-development',
    apply: 'serve',
    transformIndexHtml: (html, { server }) =>
      server ? html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '') : html,
  };
}
