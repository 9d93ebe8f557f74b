import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFocusGivenBack } from '../focusGivenBack.ts';
import { useOpenedOnceThere } from '../onDemand.tsx';
import { useView } from '../tidemarkContext.ts';
import styles from './commands.module.css';
import { KEY_AREAS } from './keyWords.ts';

/** The sheet of keys, by where they work. */
export function KeySheet(): ReactNode {
  const opened = useOpenedOnceThere(useView((state) => state.overlay === 'keys'));
  const focus = useFocusGivenBack(opened);
  const showOverlay = useView((state) => state.showOverlay);
  return (
    <Modal
      opened={opened}
      {...focus}
      onClose={() => showOverlay(null)}
      title="Keys"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close the sheet of keys' }}
    >
      {KEY_AREAS.map(({ area, keys }) => (
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
    </Modal>
  );
}
