import { NumberInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { IMPORT_WORDS } from './importDialogWords.ts';

interface PeriodInputProps {
  readonly periodMs: number;
  readonly onChange: (periodMs: number) => void;
}

/** For files that do not say when their rows were measured. */
export function PeriodInput({ periodMs, onChange }: PeriodInputProps): ReactNode {
  // While it is being typed it need not be a number.
  const [typed, setTyped] = useState<number | string>(periodMs);
  return (
    <NumberInput
      size="xs"
      label={IMPORT_WORDS.period}
      value={typed}
      min={0.001}
      max={3_600_000}
      decimalScale={3}
      hideControls
      onChange={(value) => {
        setTyped(value);
        onChange(typeof value === 'number' ? value : 0);
      }}
    />
  );
}
