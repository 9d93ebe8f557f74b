import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { type BoardKindEntry, KNOWN_BOARDS } from '../../board/knownBoards.ts';
import { boardNameWords } from '../portWords.ts';
import { BoardIcon } from './BoardIcon.tsx';
import styles from './boards.module.css';
import { BOARD_TABLE_WORDS, SAMPLED_WORDS, USB_WORDS } from './boardWords.ts';

/** The boards known by name: how they speak, and what Tidemark's firmware samples on them. */
export function BoardTable(): ReactNode {
  return (
    <>
      <p className={styles.intro}>{BOARD_TABLE_WORDS.intro}</p>
      <Table className={styles.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{BOARD_TABLE_WORDS.board}</Table.Th>
            <Table.Th>USB</Table.Th>
            <Table.Th>{BOARD_TABLE_WORDS.samples}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {KNOWN_BOARDS.map((board) => (
            <Table.Tr key={board.name}>
              <Table.Th scope="row">
                <BoardIcon usb={board.usb} /> {boardNameWords(board.name)}
              </Table.Th>
              <Table.Td>{USB_WORDS[board.usb]}</Table.Td>
              <Table.Td>{sensorWords(board)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function sensorWords({ sensor }: BoardKindEntry): string {
  return sensor === null ? BOARD_TABLE_WORDS.none : SAMPLED_WORDS[sensor];
}
