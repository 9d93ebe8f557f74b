/** Presses what a person would, by its name. */

/** @param names of each all that it may be called */
export async function press(names: readonly (readonly string[])[]): Promise<void> {
  for (const name of names) {
    const found = await whenThere(`“${name.join('” or “')}”`, () =>
      [...document.querySelectorAll<HTMLElement>('button, [role=tab], label')].find(
        (element) =>
          !element.hidden &&
          [element.getAttribute('aria-label'), element.textContent?.trim()].some(
            (its) => its && name.includes(its),
          ),
      ),
    );
    found.click();
  }
  await frame();
  await frame();
}

/** What is loaded on demand, and held back by React for a while, is there. */
export async function isDrawn(selector: string): Promise<void> {
  await whenThere(selector, () => document.querySelector<HTMLElement>(selector));
  await frame();
  await frame();
}

/**
 * As long as it takes: on a busy machine the same page needs ten times as long. How long is too long
 * says whoever looks; what did not come is written where it is looked for.
 */
async function whenThere(
  what: string,
  find: () => HTMLElement | null | undefined,
): Promise<HTMLElement> {
  document.documentElement.dataset.awaited = what;
  for (;;) {
    await frame();
    const found = find();
    if (found) return found;
  }
}

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
