/**
 * React's way into the document, by a file of its own: the build keeps it beside React, apart from
 * what is ours (vite.config.ts).
 */
export { flushSync } from 'react-dom';
export { createRoot } from 'react-dom/client';
