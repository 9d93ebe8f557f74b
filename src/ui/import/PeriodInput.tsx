import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';

interface PeriodInputProps {
  readonly periodMs: number;
  readonly onChange: (periodMs: number) => void;
}

/** For files that do not say when their rows were measured. */
export function PeriodInput({ periodMs, onChange }: PeriodInputProps): ReactNode {
  return (
    <NumberInput
      size="xs"
      label="Time between rows (ms)"
      value={periodMs}
      min={0.001}
      max={3_600_000}
      decimalScale={3}
      hideControls
      onChange={(value) => onChange(typeof value === 'number' ? value : 0)}
    />
  );
}
