/**
 * `?state=learning&theme=dark&language=pt` shows the page in a state, `&size=1024x768` in a frame of
 * that size; without a state, a list of all of them.
 */
import '@mantine/core/styles.css';
import 'uplot/dist/uPlot.min.css';
import '../../src/ui/tokens.css';
import '../../src/ui/page.css';
import '../../src/ui/forcedColours.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LANGUAGES, speak } from '../../src/language/spoken.ts';
import { App } from '../../src/ui/App.tsx';
import { TidemarkContext } from '../../src/ui/tidemarkContext.ts';
import { Catalogue } from './Catalogue.tsx';
import { galleryTidemark } from './galleryTidemark.ts';
import { inLanguage } from './inLanguage.ts';
import { isDrawn, press } from './press.ts';
import { THEMES } from './sizes.ts';
import { STATES } from './states.ts';

const query = new URLSearchParams(location.search);
const size = query.get('size');
const theme = THEMES.find((one) => one === query.get('theme')) ?? 'system';
const language = LANGUAGES.find((one) => one === query.get('language')) ?? 'en';
const state = STATES.find(({ name }) => name === query.get('state'));

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root');
const root = createRoot(element);

if (!state) {
  root.render(<Catalogue />);
} else if (size) {
  const [width, height] = size.split('x');
  const inside = `?state=${state.name}&theme=${theme}&language=${language}`;
  root.render(<iframe title={state.name} src={inside} width={width} height={height} />);
} else {
  // Loaded when they are first needed: here they are from the start.
  await import('../../src/ui/layout/Workplace.tsx');
  const names = state.press ?? [];
  const inIts = names.map((name) => inLanguage(name, language));
  const isPressable = inIts.every((its) => its.length > 0);
  const first = isPressable ? language : 'en';
  // What the page is told in words while it gets into its state is in its language too.
  speak(first);
  const tidemark = await galleryTidemark(state);
  tidemark.preferences.getState().prefer({ theme, language: first });
  root.render(
    <StrictMode>
      <TidemarkContext value={tidemark}>
        <App />
      </TidemarkContext>
    </StrictMode>,
  );
  // In another language all is drawn anew, and a menu is closed again: only where it must be.
  await press(isPressable ? inIts : names.map((name) => [name]));
  tidemark.preferences.getState().prefer({ language });
  await isDrawn(
    state.isDialog ? '[role="dialog"] :is(p, li, label, button)' : 'main :is(section, button)',
  );
  // For whoever waits to look.
  document.documentElement.dataset.shown = state.name;
}
