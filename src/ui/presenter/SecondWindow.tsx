import { useComputedColorScheme } from '@mantine/core';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { LANGUAGE_TAGS, spokenLanguage } from '../../language/spoken.ts';
import { useTidemark, useView } from '../tidemarkContext.ts';
import { Presented } from './Presented.tsx';
import styles from './presenter.module.css';
import { sayLeft } from './secondWindow.ts';
import { usePresenterKeys } from './usePresenterKeys.ts';
import { PRESENTER_WORDS } from './words.ts';

/**
 * The presenter view in a window of its own: drawn by this page, from what it knows, so that nothing
 * has to be sent and nothing can differ.
 */
export function SecondWindow({ at }: { readonly at: Window }): ReactNode {
  const isDressed = useDress(at);
  useEnds(at);
  return createPortal(isDressed && <Followed at={at} />, at.document.body);
}

function Followed({ at }: { readonly at: Window }): ReactNode {
  const isStill = useView((state) => state.fixed !== null);
  usePresenterKeys(at);
  return (
    <main className={styles.presenter} aria-label={PRESENTER_WORDS.followed} data-followed>
      <Presented at={at}>
        {isStill && <p className={styles.still}>{PRESENTER_WORDS.liveHint}</p>}
      </Presented>
    </main>
  );
}

/** Gives it this page's styles, theme and language. Whether it has them. */
function useDress({ document: page }: Window): boolean {
  const [isDressed, setDressed] = useState(false);
  const scheme = useComputedColorScheme('light');
  useLayoutEffect(() => {
    const style = page.createElement('style');
    // As text: a link would have to be fetched, and what is in it would come too late to be measured.
    style.textContent = [...document.styleSheets]
      .flatMap(({ cssRules }) => [...cssRules])
      .map(({ cssText }) => cssText)
      .join('\n');
    page.head.append(style);
    setDressed(true);
    return () => style.remove();
  }, [page]);
  // With another language this component is made anew.
  useLayoutEffect(() => {
    page.documentElement.lang = LANGUAGE_TAGS[spokenLanguage()];
  }, [page]);
  useLayoutEffect(() => {
    page.documentElement.setAttribute('data-mantine-color-scheme', scheme);
  }, [page, scheme]);
  return isDressed;
}

/** Notices that it was closed; when this page goes, says so there. */
function useEnds(at: Window): void {
  const { view } = useTidemark();
  useEffect(() => {
    const closed = (): void => {
      view.getState().showIn(null);
      // Loaded again it would stand there empty.
      setTimeout(() => at.close());
    };
    const gone = (): void => {
      flushSync(() => view.getState().showIn(null));
      sayLeft(at);
    };
    at.addEventListener('pagehide', closed);
    window.addEventListener('pagehide', gone);
    return () => {
      at.removeEventListener('pagehide', closed);
      window.removeEventListener('pagehide', gone);
    };
  }, [at, view]);
}
