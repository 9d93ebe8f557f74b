import { Button, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { TABLES, type TableName } from '../../state/viewStore.ts';
import { ChannelSelect } from '../controls/ChannelSelect.tsx';
import { OverlayDialog } from '../controls/OverlayDialog.tsx';
import { useBoard, useView } from '../tidemarkContext.ts';
import { FitTable } from './FitTable.tsx';
import { SessionTable } from './SessionTable.tsx';
import { SignalTable } from './SignalTable.tsx';
import styles from './tables.module.css';
import { TABLE_NAMES, TABLE_WORDS } from './tableWords.ts';

/** What the plots show, as tables that stand still until they are asked for anew. */
export function TableDialog(): ReactNode {
  return (
    <OverlayDialog overlay="tables" title={TABLE_WORDS.title} size="xl" close={TABLE_WORDS.close}>
      <Tables />
    </OverlayDialog>
  );
}

/** Only while the dialog is open: each opening shows what there is then. */
function Tables(): ReactNode {
  const table = useView((state) => state.table);
  const showTable = useView((state) => state.showTable);
  const count = useBoard((state) => state.channels.length);
  const fitChannel = useView((state) => state.fitChannel);
  const [chosen, setChosen] = useState(fitChannel);
  const [asked, setAsked] = useState(0);
  const channel = chosen < count ? chosen : 0;
  return (
    <>
      <div className={styles.tools}>
        <SegmentedControl
          size="xs"
          aria-label={TABLE_WORDS.which}
          data={TABLES.map((value) => ({ value, label: TABLE_NAMES[value] }))}
          value={table}
          onChange={(next) => showTable(next as TableName)}
        />
        <ChannelSelect name={TABLE_WORDS.channel} channel={channel} onChoose={setChosen} />
        <Button size="compact-sm" variant="default" onClick={() => setAsked(asked + 1)}>
          {TABLE_WORDS.anew}
        </Button>
      </div>
      <Chosen key={`${table} ${channel} ${asked}`} table={table} channel={channel} />
    </>
  );
}

interface ChosenProps {
  readonly table: TableName;
  readonly channel: number;
}

function Chosen({ table, channel }: ChosenProps): ReactNode {
  switch (table) {
    case 'signal':
      return <SignalTable channel={channel} />;
    case 'session':
      return <SessionTable channel={channel} />;
    case 'fit':
      return <FitTable channel={channel} />;
    default:
      return table satisfies never;
  }
}
