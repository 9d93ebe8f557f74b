/** Presses what a person would, by its name. */

const PATIENCE_MS = 15_000;

/**
 * @param names of each all that it may be called
 * @throws when something of that name does not come
 */
export async function press(names: readonly (readonly string[])[]): Promise<void> {
  for (const name of names) {
    const begun = performance.now();
    for (;;) {
      await frame();
      const found = [...document.querySelectorAll<HTMLElement>('button, [role=tab], label')].find(
        (element) =>
          !element.hidden &&
          [element.getAttribute('aria-label'), element.textContent?.trim()].some(
            (its) => its && name.includes(its),
          ),
      );
      if (found) {
        found.click();
        break;
      }
      if (performance.now() - begun > PATIENCE_MS)
        throw new Error(`There is no “${name.join('” or “')}”.`);
    }
  }
  await frame();
  await frame();
}

/** What is loaded on demand, and held back by React for a while, is there. */
export async function isDrawn(selector: string): Promise<void> {
  const begun = performance.now();
  while (!document.querySelector(selector)) {
    if (performance.now() - begun > PATIENCE_MS) throw new Error('Nothing was drawn.');
    await frame();
  }
  await frame();
  await frame();
}

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
