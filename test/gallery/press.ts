/** Presses what a person would, by its name. */

/** @param names of each all that it may be called */
export async function press(names: readonly (readonly string[])[]): Promise<void> {
  for (const name of names) {
    const its = `“${name.join('” or “')}”`;
    const found = await whenThere(its, () =>
      seen('button, [role=tab], label').find((element) =>
        [element.getAttribute('aria-label'), element.textContent?.trim()].some(
          (word) => word && name.includes(word),
        ),
      ),
    );
    found.click();
    if (found.ariaHasPopup) await whenThere(`what ${its} opens`, () => openedBy(found));
  }
}

/** What is loaded on demand, and held back by React for a while, is there. */
export async function isDrawn(selector: string): Promise<void> {
  await whenThere(selector, () => seen(selector)[0]);
}

/** The menu or popover of a button. */
function openedBy(button: HTMLElement): HTMLElement | undefined {
  const id = button.getAttribute('aria-controls');
  return id && button.ariaExpanded === 'true' ? seen(`#${CSS.escape(id)}`)[0] : undefined;
}

function seen(selector: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
  );
}

/**
 * Seen for three frames in one place: what floats is put there only when it is drawn. As long as that takes:
 * on a busy machine the same page needs ten times as long. How long is too long says whoever looks;
 * what did not come is written where it is looked for.
 */
async function whenThere(what: string, find: () => HTMLElement | undefined): Promise<HTMLElement> {
  document.documentElement.dataset.awaited = what;
  let last = '';
  for (let frames = 0; ; ) {
    await frame();
    const found = find();
    const place = found ? JSON.stringify(found.getBoundingClientRect()) : '';
    frames = place === last ? frames + 1 : 1;
    last = place;
    if (found && frames === 3) return found;
  }
}

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
