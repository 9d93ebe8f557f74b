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

  const isShown = (element: Element): boolean => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    // Words for readers only.
    for (let one: Element | null = element; one; one = one.parentElement) {
      const style = getComputedStyle(one);
      const { width, height } = one.getBoundingClientRect();
      if (style.clipPath !== 'none' || style.clip !== 'auto') return false;
      if (style.position === 'absolute' && width <= 1 && height <= 1) return false;
    }
    return true;
  };

  /**
   * What of a box is left after all that cuts it off; `scrolled` is whether that can be scrolled
   * to. What an ellipsis cuts and a title tells is no fault.
   */
  const leftOf = (box: Box, from: Element): { seen: Box; cut: boolean } => {
    const seen = { ...box };
    let cut = false;
    let [scrollsX, scrollsY, isTold] = [false, false, false];
    for (let one: Element | null = from; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (one.hasAttribute('title')) isTold = true;
      const outer = one.getBoundingClientRect();
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
    return { seen, cut };
  };

  const isEmpty = ({ left, top, right, bottom }: Box): boolean => right <= left || bottom <= top;

  // Words.
  const texts: { node: Node; holder: Element; seen: Box }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!holder || (node.textContent ?? '').trim() === '' || !isShown(holder)) continue;
    if (holder.closest('script, style, option, [aria-hidden="true"]')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const { seen, cut } = leftOf(box, holder);
    if (cut) faults.push(`cut words: ${nameOf(holder)}`);
    if (box.right > innerWidth + 1 && !isEmpty(seen) && seen.right > innerWidth + 1) {
      faults.push(`words beyond the page: ${nameOf(holder)}`);
    }
    if (!isEmpty(seen)) texts.push({ node, holder, seen });
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

  const overlap = (a: Box, b: Box): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  controls.forEach((one, index) => {
    for (const other of controls.slice(index + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      if (overlap(one.seen, other.seen)) {
        faults.push(`on each other: ${nameOf(one.element)} and ${nameOf(other.element)}`);
      }
    }
    for (const { holder, seen } of texts) {
      if (one.element.contains(holder) || holder.contains(one.element)) continue;
      // A field's unit and a label's words belong to it.
      const around = one.element.closest('label, [class*="Input-wrapper"]');
      if (around?.contains(holder)) continue;
      if (overlap(one.seen, seen)) {
        faults.push(`on words: ${nameOf(one.element)} and ${nameOf(holder)}`);
      }
    }
  });

  const plots = document.querySelector('[role="group"][aria-label="Plots"]');
  const inSight = (element: Element | null): number => {
    if (!element) return 0;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const width = Math.min(right, innerWidth) - Math.max(left, 0);
    const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
    return Math.max(0, width) * Math.max(0, height);
  };
  const list = document.querySelector('[aria-label="List of anomalies"]');
  const row = list?.querySelector('tbody tr');
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
