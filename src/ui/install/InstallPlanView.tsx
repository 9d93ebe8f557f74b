import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { InstallPlan, PlannedFile } from '../../board/installer/installPlan.ts';
import { formatCount } from '../format.ts';
import { PLAN_WORDS } from './dialogWords.ts';
import styles from './install.module.css';

/** What board it is, and what will happen to it. */
export function InstallPlanView({ plan }: { readonly plan: InstallPlan }): ReactNode {
  return (
    <>
      <dl className={styles.facts}>
        <dt>{PLAN_WORDS.board}</dt>
        <dd>{plan.machine}</dd>
        <dt>MicroPython</dt>
        <dd>{plan.release}</dd>
        <dt>{PLAN_WORDS.free}</dt>
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
    <section className={styles.scroll} aria-label={PLAN_WORDS.filesToWrite} tabIndex={0}>
      <Table stickyHeader verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{PLAN_WORDS.files(files.length)}</Table.Th>
            <Table.Th className={styles.number}>{PLAN_WORDS.bytes(total)}</Table.Th>
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
  if (bytes === null) return PLAN_WORDS.cannotTell;
  return bytes < 10_000 ? PLAN_WORDS.bytes(bytes) : `${formatCount(bytes / 1000)} kB`;
}

function versionWords({ action, installedVersion, version }: InstallPlan): string {
  if (action === 'uninstall') return PLAN_WORDS.removed(installedVersion ?? '');
  return installedVersion === null ? version : `${installedVersion} → ${version}`;
}

function effects(plan: InstallPlan): readonly string[] {
  const program = plan.stoppedProgram ? [PLAN_WORDS.stopped] : [];
  if (plan.action === 'uninstall') {
    return [
      ...program,
      plan.restores === null ? PLAN_WORDS.mainRemoved : PLAN_WORDS.mainRestored(plan.restores),
      PLAN_WORDS.parametersRemoved,
    ];
  }
  return [
    ...program,
    ...(plan.backup === null ? [] : [PLAN_WORDS.mainKept(plan.backup)]),
    PLAN_WORDS.beside,
    ...(plan.minified ? [PLAN_WORDS.minified] : []),
    PLAN_WORDS.starts,
  ];
}
