import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { InstallPlan, PlannedFile } from '../../board/installer/installPlan.ts';
import { formatCount } from '../format.ts';
import styles from './install.module.css';

/** What board it is, and what will happen to it. */
export function InstallPlanView({ plan }: { readonly plan: InstallPlan }): ReactNode {
  return (
    <>
      <dl className={styles.facts}>
        <dt>Board</dt>
        <dd>{plan.machine}</dd>
        <dt>MicroPython</dt>
        <dd>{plan.release}</dd>
        <dt>Free space</dt>
        <dd>{spaceWords(plan.freeBytes)}</dd>
        <dt>Tidemark</dt>
        <dd>{versionWords(plan)}</dd>
      </dl>
      <ul className={styles.effects}>
        {effects(plan).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {plan.writes.length > 0 && <FileTable files={plan.writes} />}
    </>
  );
}

function FileTable({ files }: { readonly files: readonly PlannedFile[] }): ReactNode {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable.
    <section className={styles.scroll} aria-label="Files to be written" tabIndex={0}>
      <Table stickyHeader verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{files.length} files on the board</Table.Th>
            <Table.Th className={styles.number}>{formatCount(total)} bytes</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {files.map(({ path, bytes }) => (
            <Table.Tr key={path}>
              <Table.Td className={styles.path}>{path}</Table.Td>
              <Table.Td className={styles.number}>{formatCount(bytes)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** Free space in thousands, as far as it is worth reading. */
function spaceWords(bytes: number | null): string {
  if (bytes === null) return 'it cannot tell';
  return bytes < 10_000 ? `${formatCount(bytes)} bytes` : `${formatCount(bytes / 1000)} kB`;
}

function versionWords({ action, installedVersion, version }: InstallPlan): string {
  if (action === 'uninstall') return `${installedVersion ?? ''} will be removed`;
  return installedVersion === null ? version : `${installedVersion} → ${version}`;
}

function effects(plan: InstallPlan): readonly string[] {
  const program = plan.stoppedProgram ? ['The program that was running has been stopped.'] : [];
  if (plan.action === 'uninstall') {
    return [
      ...program,
      plan.restores === null
        ? 'main.py is removed; the board will wait at its prompt.'
        : `${plan.restores} becomes main.py again.`,
      'The parameters saved on the board are removed, too.',
    ];
  }
  return [
    ...program,
    ...(plan.backup === null ? [] : [`Your main.py is kept as ${plan.backup}.`]),
    'Files are written beside what is there, checked, and taken into use in one last step. Until then the board stays as it is.',
    ...(plan.minified ? ['The board is small: comments are left out of the files.'] : []),
    'The board then starts Tidemark, now and whenever it gets power.',
  ];
}
