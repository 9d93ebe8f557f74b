import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Parameters } from '../../detector/parameters.ts';
import { PRESETS, type Preset } from '../../detector/presets.ts';
import { effectiveOf } from '../../state/ownParameters.ts';
import { useTuning } from '../tidemarkContext.ts';

const CUSTOM = 'custom';

/** The experiments of the talk's Table 2. */
export function PresetSelect(): ReactNode {
  const scope = useTuning((state) => state.scope);
  const current = useTuning(({ editing, own }) => presetWord(effectiveOf(editing, own, scope)));
  const edit = useTuning((state) => state.edit);
  const names = PRESETS.map(({ name }) => name);
  return (
    <NativeSelect
      size="xs"
      aria-label="Preset"
      value={current}
      onChange={(event) => {
        const chosen = PRESETS.find((preset) => preset.name === event.currentTarget.value);
        if (chosen) edit(chosen.values, false, scope);
      }}
      data={names.includes(current) ? names : [...names, current]}
    />
  );
}

/** The name of the preset that these parameters are, as far as they are one. */
function presetWord(editing: Parameters): string {
  const exact = PRESETS.find((preset) => matches(preset, editing));
  if (exact) return exact.name;
  // Few boards sample as the talk did; all else alike, the preset is still worth its name.
  const nearly = PRESETS.find((preset) =>
    matches(preset, { ...editing, period: preset.values.period }),
  );
  return nearly ? `${nearly.name}, R ${editing.period} ms` : CUSTOM;
}

function matches(preset: Preset, parameters: Parameters): boolean {
  const names = Object.keys(preset.values) as (keyof Preset['values'])[];
  return names.every((name) => preset.values[name] === parameters[name]);
}
