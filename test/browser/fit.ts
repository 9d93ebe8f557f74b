/** What does not fit on the screen as it is now: measured in the page, said in words. */
import type { Page } from '@playwright/test';

export interface Fit {
  /** Words that cannot be read, controls that lie on each other or cannot be got at. */
  readonly faults: readonly string[];
  /** Of the screen that is in sight: what the plots of the signal take, 0..1. */
  readonly plotShare: number;
  /** Rows for which the list of anomalies has room; null while another tab is shown. */
  readonly rows: number | null;
  /** Length of the shortest slider of the Detector, and the width of its panel, px. */
  readonly sliderPx: number;
  readonly detectorPx: number;
  /** How much wider and higher than the window the page is, px. */
  readonly beyondX: number;
  readonly beyondY: number;
}

/** Measures once the page has taken the size that it was given. */
export async function fitOf(page: Page): Promise<Fit> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 60)));
      }),
  );
  return page.evaluate(measure);
}

/** Runs in the page: it may use nothing from outside. */
function measure(): Fit {
  const CONTROLS =
    'button, a[href], input, select, textarea, [role="tab"], [role="slider"], [role="separator"]';
  const LEAST_LEFT_PX = 24;
  const faults: string[] = [];

  interface Box {
    left: number;
    top: number;
    right: number;
    bottom: number;
  }

  const nameOf = (element: Element): string => {
    const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return `${element.tagName.toLowerCase()} “${words.trim().slice(0, 40)}”`;
  };

  // Every element is asked for many times: for each word in it.
  interface Look {
    style: CSSStyleDeclaration;
    box: DOMRect;
    isHidden: boolean;
  }
  const known = new Map<Element, Look>();
  const lookAt = (element: Element): Look => {
    const before = known.get(element);
    if (before) return before;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const { parentElement } = element;
    const isHidden =
      (parentElement !== null && lookAt(parentElement).isHidden) ||
      // Words for readers only.
      style.clipPath !== 'none' ||
      style.clip !== 'auto' ||
      (style.position === 'absolute' && box.width <= 1 && box.height <= 1);
    const seen = { style, box, isHidden };
    known.set(element, seen);
    return seen;
  };

  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !lookAt(element).isHidden;

  /**
   * What of a box is left after all that cuts it off, and whether it can be scrolled to sideways.
   * What an ellipsis cuts and a title tells is no fault.
   */
  const leftOf = (box: Box, from: Element): { seen: Box; cut: boolean; scrollsX: boolean } => {
    // A rectangle of the page's keeps its sides where no spread finds them.
    const { left, top, right, bottom } = box;
    const seen = { left, top, right, bottom };
    let cut = false;
    let [scrollsX, scrollsY, isTold] = [false, false, false];
    for (let one: Element | null = from; one && one !== document.body; one = one.parentElement) {
      const { style, box: outer } = lookAt(one);
      // It has no box that could cut anything.
      if (style.display === 'contents') continue;
      if (one.hasAttribute('title')) isTold = true;
      const [x, y] = [style.overflowX, style.overflowY];
      if (x !== 'visible') {
        if (!scrollsX && x !== 'auto' && x !== 'scroll') {
          const over = seen.right > outer.right + 1.5 || seen.left < outer.left - 1.5;
          if (over && !(isTold || one.closest('[title]'))) cut = true;
        }
        if (x === 'auto' || x === 'scroll') scrollsX = true;
        seen.left = Math.max(seen.left, outer.left);
        seen.right = Math.min(seen.right, outer.right);
      }
      if (y !== 'visible') {
        if (!scrollsY && y !== 'auto' && y !== 'scroll') {
          const over = seen.bottom > outer.bottom + 2.5 || seen.top < outer.top - 2.5;
          if (over && !(isTold || one.closest('[title]'))) cut = true;
        }
        if (y === 'auto' || y === 'scroll') scrollsY = true;
        seen.top = Math.max(seen.top, outer.top);
        seen.bottom = Math.min(seen.bottom, outer.bottom);
      }
      if (style.position === 'fixed') break;
    }
    return { seen, cut, scrollsX };
  };

  const isEmpty = ({ left, top, right, bottom }: Box): boolean => right <= left || bottom <= top;

  // Words.
  const texts: { holder: Element; seen: Box }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!holder || (node.textContent ?? '').trim() === '' || !isShown(holder)) continue;
    if (holder.closest('script, style, option, [aria-hidden="true"], [role="tooltip"]')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const { seen, cut, scrollsX } = leftOf(box, holder);
    if (cut) faults.push(`cut words: ${nameOf(holder)}`);
    if (box.right > innerWidth + 1 && !isEmpty(seen) && seen.right > innerWidth + 1) {
      faults.push(`words beyond the page: ${nameOf(holder)}`);
    }
    // Told on hover is well, but something must be left to hover over.
    const left = seen.right - seen.left;
    if (!scrollsX && left < Math.min(box.width, LEAST_LEFT_PX) - 1 && seen.bottom > seen.top) {
      faults.push(`nothing left of: ${nameOf(holder)}`);
    }
    if (!isEmpty(seen)) texts.push({ holder, seen });
  }

  // Controls.
  const controls = [...document.querySelectorAll(CONTROLS)]
    .filter((element) => isShown(element) && !element.closest('[data-part]'))
    .map((element) => {
      const box = element.getBoundingClientRect();
      const { seen, cut } = leftOf(box, element.parentElement ?? element);
      if (cut) faults.push(`cut off: ${nameOf(element)}`);
      const { right, left, bottom, top } = seen;
      const high = document.documentElement.scrollHeight - scrollY;
      if (
        !isEmpty(seen) &&
        (right > innerWidth + 1 || left < -1 || bottom > high + 1 || top < -1)
      ) {
        faults.push(`out of reach: ${nameOf(element)}`);
      }
      return { element, seen };
    })
    .filter(({ seen }) => !isEmpty(seen));

  // What scrolls beneath something that stays is in sight again when it is scrolled.
  const staysPut = (element: Element): boolean => {
    for (let one: Element | null = element; one && one !== document.body; one = one.parentElement) {
      if (lookAt(one).style.position === 'sticky') return true;
    }
    return false;
  };
  const isCovered = (a: Element, b: Element): boolean => staysPut(a) !== staysPut(b);

  const overlap = (a: Box, b: Box): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  controls.forEach((one, index) => {
    for (const other of controls.slice(index + 1)) {
      if (!overlap(one.seen, other.seen)) continue;
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      if (isCovered(one.element, other.element)) continue;
      faults.push(`on each other: ${nameOf(one.element)} and ${nameOf(other.element)}`);
    }
    for (const { holder, seen } of texts) {
      if (!overlap(one.seen, seen)) continue;
      if (one.element.contains(holder) || holder.contains(one.element)) continue;
      if (isCovered(one.element, holder)) continue;
      // A field's unit and a label's words belong to it.
      const around = one.element.closest('label, [class*="Input-wrapper"]');
      if (around?.contains(holder)) continue;
      faults.push(`on words: ${nameOf(one.element)} and ${nameOf(holder)}`);
    }
  });

  const plots = document.querySelector(
    '[role="group"]:is([aria-label="Plots"], [aria-label="Gráficos"])',
  );
  const inSight = (element: Element | null): number => {
    if (!element) return 0;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const width = Math.min(right, innerWidth) - Math.max(left, 0);
    const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
    return Math.max(0, width) * Math.max(0, height);
  };
  const list = document.querySelector(
    ':is([aria-label="List of anomalies"], [aria-label="Lista de anomalias"])',
  );
  const row = list?.querySelector('tbody tr[data-row]');
  const head = list?.querySelector('thead');
  const headPx = head && getComputedStyle(head).position !== 'absolute' ? head.clientHeight : 0;
  const detector = document.querySelector('section[aria-label="Detector"]');
  const tracks = [...(detector?.querySelectorAll('.mantine-Slider-trackContainer') ?? [])];
  const { scrollWidth, scrollHeight } = document.documentElement;
  return {
    faults: [...new Set(faults)],
    plotShare: inSight(plots) / (innerWidth * innerHeight),
    rows: list && row ? (list.clientHeight - headPx) / row.clientHeight : null,
    sliderPx: Math.min(...tracks.map((track) => track.getBoundingClientRect().width)),
    detectorPx: detector?.clientWidth ?? 0,
    beyondX: scrollWidth - innerWidth,
    beyondY: scrollHeight - innerHeight,
  };
}
