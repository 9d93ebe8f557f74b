import type { ReactNode } from 'react';
import { SIZES, THEMES } from './sizes.ts';
import { STATES } from './states.ts';

/** Every state, in every theme and size. */
export function Catalogue(): ReactNode {
  return (
    <main style={{ padding: 24 }}>
      <h1>Gallery</h1>
      <table>
        <tbody>
          {STATES.map(({ name }) => (
            <tr key={name}>
              <th scope="row" style={{ textAlign: 'left', paddingRight: 24 }}>
                <a href={`?state=${name}`}>{name}</a>
              </th>
              {THEMES.flatMap((theme) =>
                SIZES.map(({ width, height }) => (
                  <td key={`${theme}${width}`} style={{ paddingRight: 12 }}>
                    <a href={`?state=${name}&theme=${theme}&size=${width}x${height}`}>
                      {theme} {width}×{height}
                    </a>
                  </td>
                )),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}
