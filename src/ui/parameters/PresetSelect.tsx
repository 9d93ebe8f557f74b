import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { DEFAULT_PARAMETERS, type Parameters } from '../../detector/parameters.ts';
import { PRESETS } from '../../detector/presets.ts';
import { effectiveOf } from '../../state/ownParameters.ts';
import { useTuning } from '../tidemarkContext.ts';
import { PANEL_WORDS } from './panelWords.ts';

/** The defaults at any period, which is the board's own affair. */
const { period: _, ...DEFAULT_VALUES } = DEFAULT_PARAMETERS;

/** The defaults, and the experiments of the talk's Table 2. */
export function PresetSelect(): ReactNode {
  const scope = useTuning((state) => state.scope);
  const current = useTuning(({ editing, own }) => presetWord(effectiveOf(editing, own, scope)));
  const edit = useTuning((state) => state.edit);
  const presets = PRESETS.map(({ name }) => PANEL_WORDS.experiment(name));
  // A channel has few of its own: it would have all.
  const names = scope === null ? [PANEL_WORDS.defaults, ...presets] : presets;
  return (
    <NativeSelect
      size="xs"
      aria-label={PANEL_WORDS.preset}
      value={current}
      onChange={(event) => {
        const { value } = event.currentTarget;
        const chosen = PRESETS.find(({ name }) => PANEL_WORDS.experiment(name) === value);
        if (chosen) edit(chosen.values, false, scope);
        else if (value === PANEL_WORDS.defaults) edit(DEFAULT_VALUES, false, scope);
      }}
      data={names.includes(current) ? names : [...names, current]}
    />
  );
}

/** The name of the preset that these parameters are, as far as they are one. */
function presetWord(editing: Parameters): string {
  if (matches(DEFAULT_VALUES, editing)) return PANEL_WORDS.defaults;
  const exact = PRESETS.find((preset) => matches(preset.values, editing));
  if (exact) return PANEL_WORDS.experiment(exact.name);
  // Few boards sample as the talk did; all else alike, the preset is still worth its name.
  const nearly = PRESETS.find((preset) =>
    matches(preset.values, { ...editing, period: preset.values.period }),
  );
  return nearly
    ? `${PANEL_WORDS.experiment(nearly.name)}, R ${editing.period} ms`
    : PANEL_WORDS.custom;
}

function matches(values: Partial<Parameters>, parameters: Parameters): boolean {
  const names = Object.keys(values) as (keyof Parameters)[];
  return names.every((name) => values[name] === parameters[name]);
}
