/** Presses what a person would, by its name. */

const PATIENCE_MS = 5000;

/** @throws when something of that name does not come */
export async function press(names: readonly string[]): Promise<void> {
  for (const name of names) {
    const begun = performance.now();
    for (;;) {
      await frame();
      const found = [...document.querySelectorAll<HTMLElement>('button, [role=tab], label')].find(
        (element) =>
          !element.hidden &&
          [element.getAttribute('aria-label'), element.textContent?.trim()].includes(name),
      );
      if (found) {
        found.click();
        break;
      }
      if (performance.now() - begun > PATIENCE_MS) throw new Error(`There is no “${name}”.`);
    }
  }
  await frame();
  await frame();
}

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
