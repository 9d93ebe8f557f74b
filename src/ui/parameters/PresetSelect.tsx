import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Parameters, PRESETS, type Preset } from '../../detector/parameters.ts';
import { useTuning } from '../tidemarkContext.ts';

const CUSTOM = 'custom';

/** The experiments of the talk's Table 2. */
export function PresetSelect(): ReactNode {
  const editing = useTuning((state) => state.editing);
  const edit = useTuning((state) => state.edit);
  const current = PRESETS.find((preset) => matches(preset, editing));
  return (
    <NativeSelect
      size="xs"
      aria-label="Preset"
      value={current?.name ?? CUSTOM}
      onChange={(event) => {
        const chosen = PRESETS.find((preset) => preset.name === event.currentTarget.value);
        if (chosen) edit(chosen.values);
      }}
      data={[
        ...PRESETS.map(({ name }) => name),
        { value: CUSTOM, label: CUSTOM, disabled: current !== undefined },
      ]}
    />
  );
}

function matches(preset: Preset, parameters: Parameters): boolean {
  const names = Object.keys(preset.values) as (keyof Preset['values'])[];
  return names.every((name) => preset.values[name] === parameters[name]);
}
