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
  // Few boards sample as the talk did; all else alike, the preset is still worth its name.
  const nearly = PRESETS.find((preset) =>
    matches(preset, { ...editing, period: preset.values.period }),
  );
  const own = nearly ? `${nearly.name}, R ${editing.period} ms` : CUSTOM;
  return (
    <NativeSelect
      size="xs"
      aria-label="Preset"
      value={current?.name ?? own}
      onChange={(event) => {
        const chosen = PRESETS.find((preset) => preset.name === event.currentTarget.value);
        if (chosen) edit(chosen.values);
      }}
      data={[...PRESETS.map(({ name }) => name), ...(current ? [] : [own])]}
    />
  );
}

function matches(preset: Preset, parameters: Parameters): boolean {
  const names = Object.keys(preset.values) as (keyof Preset['values'])[];
  return names.every((name) => preset.values[name] === parameters[name]);
}
