import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { type ReactNode, Suspense, useEffect, useLayoutEffect, useMemo } from 'react';
import { LANGUAGE_TAGS, speak } from '../language/spoken.ts';
import { rangeOf } from '../state/viewStore.ts';
import styles from './app.module.css';
import { Boundary } from './Boundary.tsx';
import { SkipLinks } from './commands/SkipLinks.tsx';
import { useCommandKeys } from './commands/useCommandKeys.ts';
import { exampleOf } from './examples/openedExample.ts';
import { ExportBar } from './export/ExportBar.tsx';
import { Header } from './header/Header.tsx';
import { DropTarget } from './import/DropTarget.tsx';
import { ImportBar } from './import/ImportBar.tsx';
import { Notices } from './notices/Notices.tsx';
import { onDemand, useEver } from './onDemand.tsx';
import { createPlotOffers } from './plot/plotOffers.ts';
import { PlottingContext } from './plot/plotting.ts';
import { createViewFeed } from './plot/viewFeed.ts';
import { ReplayBar } from './replay/ReplayBar.tsx';
import { StartDoors } from './start/StartDoors.tsx';
import { VirtualBar } from './start/VirtualBar.tsx';
import { FLOATING_ID, theme } from './theme.ts';
import {
  useBoard,
  useImports,
  useInstall,
  useLesson,
  useNothingYet,
  usePreferences,
  useProposals,
  useRecordings,
  useTidemark,
  useTour,
  useTrouble,
  useView,
} from './tidemarkContext.ts';
import { useFocusAfterSwitch, useLanguage } from './useLanguage.ts';

const loadWorkplace = async () => (await import('./layout/Workplace.tsx')).Workplace;
const Workplace = onDemand(loadWorkplace);
const TroubleHelp = onDemand(async () => (await import('./trouble/TroubleHelp.tsx')).TroubleHelp);
const InstallDialog = onDemand(
  async () => (await import('./install/InstallDialog.tsx')).InstallDialog,
);
const SessionsDrawer = onDemand(
  async () => (await import('./recordings/SessionsDrawer.tsx')).SessionsDrawer,
);
const CommandPalette = onDemand(
  async () => (await import('./commands/CommandPalette.tsx')).CommandPalette,
);
const TableDialog = onDemand(async () => (await import('./tables/TableDialog.tsx')).TableDialog);
const KeySheet = onDemand(async () => (await import('./commands/KeySheet.tsx')).KeySheet);
const ImportDialog = onDemand(async () => (await import('./import/ImportDialog.tsx')).ImportDialog);

const PresenterView = onDemand(
  async () => (await import('./presenter/PresenterView.tsx')).PresenterView,
);
const SecondWindow = onDemand(
  async () => (await import('./presenter/SecondWindow.tsx')).SecondWindow,
);
const ExampleBar = onDemand(async () => (await import('./examples/ExampleBar.tsx')).ExampleBar);
const LessonBar = onDemand(async () => (await import('./teaching/LessonBar.tsx')).LessonBar);
const SketchDialog = onDemand(async () => (await import('./sketch/SketchDialog.tsx')).SketchDialog);
const ShareDialog = onDemand(async () => (await import('./share/ShareDialog.tsx')).ShareDialog);
const TourBar = onDemand(async () => (await import('./tour/TourBar.tsx')).TourBar);
const ProposalBar = onDemand(async () => (await import('./share/ProposalBar.tsx')).ProposalBar);

/** By these a person shows before the first click, or with it. */
const SIGNS_OF_A_PERSON = ['pointermove', 'pointerdown', 'keydown'] as const;

/** What is seldom opened is loaded when it is; the service worker has kept it. */
function Dialogs(): ReactNode {
  const askedForHelp = useEver(useTrouble((state) => state.topic !== null));
  const installing = useInstall((state) => state.run.phase !== 'closed');
  const askedForCommands = useEver(useView((state) => state.overlay === 'commands'));
  const askedForTables = useEver(useView((state) => state.overlay === 'tables'));
  const askedForKeys = useEver(useView((state) => state.overlay === 'keys'));
  const askedForSketch = useEver(useView((state) => state.overlay === 'sketch'));
  const askedToShare = useEver(useView((state) => state.overlay === 'share'));
  const openedSessions = useEver(useRecordings((state) => state.sessionsOpen));
  const choseFile = useEver(useImports((state) => state.chosen !== null));
  return (
    <>
      <Suspense fallback={null}>
        {askedForHelp && (
          <Boundary name="Help">
            <TroubleHelp />
          </Boundary>
        )}
      </Suspense>
      <Suspense fallback={null}>
        {installing && (
          <Boundary name="Installing">
            <InstallDialog />
          </Boundary>
        )}
      </Suspense>
      <Suspense fallback={null}>
        {openedSessions && (
          <Boundary name="Recordings">
            <SessionsDrawer />
          </Boundary>
        )}
      </Suspense>
      <Suspense fallback={null}>
        {askedForCommands && (
          <Boundary name="Commands">
            <CommandPalette />
          </Boundary>
        )}
      </Suspense>
      <Suspense fallback={null}>
        {askedForKeys && (
          <Boundary name="Keys">
            <KeySheet />
          </Boundary>
        )}
      </Suspense>
      <Suspense fallback={null}>
        {askedForTables && (
          <Boundary name="Tables">
            <TableDialog />
          </Boundary>
        )}
      </Suspense>
      <Suspense fallback={null}>
        {askedForSketch && (
          <Boundary name="Sketch">
            <SketchDialog />
          </Boundary>
        )}
      </Suspense>
      <Suspense fallback={null}>
        {askedToShare && (
          <Boundary name="Share">
            <ShareDialog />
          </Boundary>
        )}
      </Suspense>
      <Suspense fallback={null}>
        {choseFile && (
          <Boundary name="Import">
            <ImportDialog />
          </Boundary>
        )}
      </Suspense>
    </>
  );
}

/** All of the page, but what lies over it. */
function Page(): ReactNode {
  const nothingYet = useNothingYet();
  const isTouring = useEver(useTour((state) => state.step !== null));
  const hasLesson = useLesson(({ lesson, refused }) => lesson !== null || refused !== null);
  const example = useBoard((state) => exampleOf(state.source));
  return (
    <>
      <SkipLinks />
      <Boundary name="Header">
        <Header />
      </Boundary>
      <Boundary name="VirtualBoard">
        <VirtualBar />
      </Boundary>
      <Boundary name="Replay">
        <ReplayBar />
      </Boundary>
      <Suspense fallback={null}>
        {isTouring && (
          <Boundary name="Tour">
            <TourBar />
          </Boundary>
        )}
      </Suspense>
      <Suspense fallback={null}>
        {hasLesson && (
          <Boundary name="Lesson">
            <LessonBar />
          </Boundary>
        )}
      </Suspense>
      <Suspense fallback={null}>
        {example && (
          <Boundary name="Example">
            <ExampleBar key={example} example={example} />
          </Boundary>
        )}
      </Suspense>
      <main className={styles.main}>
        {nothingYet ? (
          <Boundary name="Start">
            <StartDoors />
          </Boundary>
        ) : (
          <Suspense fallback={null}>
            <Workplace />
          </Suspense>
        )}
        <div id={FLOATING_ID} className={styles.over} />
      </main>
    </>
  );
}

/** Loads the panels when somebody reaches for the page: they are there at the click, and cost no start. */
function usePanelsAhead(): void {
  useEffect(() => {
    const seen = new AbortController();
    const load = (): void => {
      seen.abort();
      void loadWorkplace().catch(() => null);
    };
    for (const sign of SIGNS_OF_A_PERSON) {
      window.addEventListener(sign, load, { signal: seen.signal, passive: true });
    }
    return () => seen.abort();
  }, []);
}

/** The one screen. */
export function App(): ReactNode {
  const { client, view } = useTidemark();
  const choice = usePreferences((state) => state.theme);
  const language = useLanguage();
  speak(language);
  useFocusAfterSwitch(language);
  const systemScheme = useColorScheme('light', { getInitialValueInEffect: false });
  const nothingYet = useNothingYet();
  const presenting = useView((state) => state.presenting) && !nothingYet;
  const second = useView((state) => state.second);
  const isProposed = useProposals((state) => state.proposal !== null);
  useCommandKeys();
  usePanelsAhead();
  const scheme = choice === 'system' ? systemScheme : choice;
  // Mantine sets this too, but later than the plots read the theme's colours.
  useLayoutEffect(() => {
    document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
  }, [scheme]);
  useLayoutEffect(() => {
    document.documentElement.lang = LANGUAGE_TAGS[language];
  }, [language]);
  const plotting = useMemo(
    () => ({
      feed: createViewFeed({
        ask: (range, widthPx) => client.view(range, widthPx, view.getState().pointed),
        range: () => rangeOf(view.getState()),
        onNextFrame: (callback) => requestAnimationFrame(callback),
      }),
      offers: createPlotOffers(),
      enlargedBy: 1,
    }),
    [client, view],
  );

  return (
    // With another language everything is drawn anew: all state is in the stores.
    <MantineProvider key={language} theme={theme} forceColorScheme={scheme}>
      <PlottingContext value={plotting}>
        <div className={styles.app}>
          {presenting ? (
            <Suspense fallback={null}>
              <Boundary name="Presenter">
                <PresenterView />
              </Boundary>
            </Suspense>
          ) : (
            <Page />
          )}
          <div className={styles.floating}>
            <Boundary name="Notices">
              <Notices />
            </Boundary>
            <Suspense fallback={null}>
              {isProposed && (
                <Boundary name="Proposal">
                  <ProposalBar />
                </Boundary>
              )}
            </Suspense>
            <Boundary name="Import">
              <ImportBar />
            </Boundary>
            <Boundary name="Export">
              <ExportBar />
            </Boundary>
          </div>
          <Suspense fallback={null}>
            {second && (
              <Boundary name="Presenter">
                <SecondWindow at={second} />
              </Boundary>
            )}
          </Suspense>
          <Dialogs />
          <DropTarget />
        </div>
      </PlottingContext>
    </MantineProvider>
  );
}
