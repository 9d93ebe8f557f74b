import type { ReactNode } from 'react';
import { OverlayDialog } from '../controls/OverlayDialog.tsx';
import styles from './commands.module.css';
import { KEY_WORDS } from './keyWords.ts';

/** The sheet of keys, by where they work. */
export function KeySheet(): ReactNode {
  return (
    <OverlayDialog overlay="keys" title={KEY_WORDS.title} size="lg" close={KEY_WORDS.close}>
      {KEY_WORDS.areas().map(({ area, keys }) => (
        <section key={area} aria-label={area}>
          <h3 className={styles.area}>{area}</h3>
          <table className={styles.keys}>
            <tbody>
              {keys.map((one) => (
                <tr key={one.does}>
                  <th scope="row">
                    {one.keys.map((key) => (
                      <kbd key={key} className={styles.key}>
                        {key}
                      </kbd>
                    ))}
                  </th>
                  <td>{one.does}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </OverlayDialog>
  );
}
