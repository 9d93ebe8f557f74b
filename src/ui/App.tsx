import { MantineProvider } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { type ReactNode, Suspense, useLayoutEffect, useMemo, useRef } from 'react';
import { LANGUAGE_TAGS, speak } from '../language/spoken.ts';
import { rangeOf } from '../state/viewStore.ts';
import styles from './app.module.css';
import { Boundary } from './Boundary.tsx';
import { SkipLinks } from './commands/SkipLinks.tsx';
import { useCommandKeys } from './commands/useCommandKeys.ts';
import { Dialogs } from './Dialogs.tsx';
import { exampleOf } from './examples/openedExample.ts';
import { ExportBar } from './export/ExportBar.tsx';
import { useFocusInSight } from './focusInSight.ts';
import { useFocusKept } from './focusKept.ts';
import { Header } from './header/Header.tsx';
import { DropTarget } from './import/DropTarget.tsx';
import { ImportBar } from './import/ImportBar.tsx';
import { ActSpeech } from './notices/ActSpeech.tsx';
import { AlarmSpeech } from './notices/AlarmSpeech.tsx';
import { Notices } from './notices/Notices.tsx';
import { useOutOfTheWay } from './notices/useOutOfTheWay.ts';
import { onDemand, useEver, useLoadedAhead } from './onDemand.tsx';
import { createPlotOffers } from './plot/plotOffers.ts';
import { PlottingContext } from './plot/plotting.ts';
import { createViewFeed } from './plot/viewFeed.ts';
import { ReplayBar } from './replay/ReplayBar.tsx';
import { StartDoors } from './start/StartDoors.tsx';
import { VirtualBar } from './start/VirtualBar.tsx';
import { FLOATING_ID, theme } from './theme.ts';
import {
  useBoard,
  useLesson,
  useNothingYet,
  usePreferences,
  useProposals,
  useTidemark,
  useTour,
  useView,
} from './tidemarkContext.ts';
import { useFocusAfterSwitch, useLanguage } from './useLanguage.ts';

const loadWorkplace = async () => (await import('./layout/Workplace.tsx')).Workplace;
const Workplace = onDemand(loadWorkplace);

const PresenterView = onDemand(
  async () => (await import('./presenter/PresenterView.tsx')).PresenterView,
);
const SecondWindow = onDemand(
  async () => (await import('./presenter/SecondWindow.tsx')).SecondWindow,
);
const ExampleBar = onDemand(async () => (await import('./examples/ExampleBar.tsx')).ExampleBar);
const LessonBar = onDemand(async () => (await import('./teaching/LessonBar.tsx')).LessonBar);
const TourBar = onDemand(async () => (await import('./tour/TourBar.tsx')).TourBar);
const ProposalBar = onDemand(async () => (await import('./share/ProposalBar.tsx')).ProposalBar);

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

/** The one screen. */
export function App(): ReactNode {
  const { client, view } = useTidemark();
  const choice = usePreferences((state) => state.theme);
  const language = useLanguage();
  speak(language);
  useFocusAfterSwitch(language);
  useFocusKept();
  useFocusInSight();
  const floating = useRef<HTMLDivElement>(null);
  useOutOfTheWay(floating);
  const systemScheme = useColorScheme('light', { getInitialValueInEffect: false });
  const nothingYet = useNothingYet();
  const presenting = useView((state) => state.presenting) && !nothingYet;
  const second = useView((state) => state.second);
  const isProposed = useProposals((state) => state.proposal !== null);
  useCommandKeys();
  useLoadedAhead(loadWorkplace);
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
        nowMs: () => performance.now(),
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
          <div ref={floating} className={styles.floating}>
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
          <AlarmSpeech />
          <ActSpeech />
          <Suspense fallback={null}>
            {second && (
              <Boundary name="Presenter">
                <SecondWindow at={second} />
              </Boundary>
            )}
          </Suspense>
          {/* They lie over the page that they were opened on, and the presenter view is another. */}
          <Dialogs key={presenting ? 'presenter' : 'page'} />
          <DropTarget />
        </div>
      </PlottingContext>
    </MantineProvider>
  );
}
