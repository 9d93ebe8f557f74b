import type uPlot from 'uplot';

type Place = NonNullable<ConstructorParameters<typeof uPlot>[2]>;

/** Where uPlot is to stand: told so, it takes an element of another window, too. */
export function placedIn(host: HTMLElement): Place {
  return ({ root }, begin) => {
    host.append(root);
    begin();
  };
}
