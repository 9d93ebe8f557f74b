import { Input, Slider, Tooltip, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, memo, type ReactNode, useId, useState } from 'react';
import { NUMERIC_PARAMETERS, type NumericParameterName } from '../../detector/parameters.ts';
import { effectiveOf } from '../../state/ownParameters.ts';
import { SymbolButton } from '../explain/SymbolButton.tsx';
import { formatParameter, withUnit } from '../format.ts';
import { parseEntry } from '../numberEntry.ts';
import { useTuning } from '../tidemarkContext.ts';
import { useFieldError } from './fieldError.ts';
import { ParameterRemarks, useRemark } from './ParameterRemarks.tsx';
import styles from './parameters.module.css';
import { parameterWord } from './parameterWords.ts';
import { NOTCHES, notchOf, valueAt } from './sliderScale.ts';
import { TruthCells } from './TruthCells.tsx';

/** One numeric parameter: symbol and word, slider, number field with unit, and who uses what. */
export function ParameterRow({ name }: { readonly name: NumericParameterName }): ReactNode {
  const spec = NUMERIC_PARAMETERS[name];
  const scope = useTuning((state) => state.scope);
  const value = useTuning((state) => effectiveOf(state.editing, state.own, state.scope)[name]);
  const fault = useTuning((state) => state.faults[name]);
  const edit = useTuning((state) => state.edit);
  const endDrag = useTuning((state) => state.endDrag);
  /** What was typed last; shown while it is being typed and while it is wrong. */
  const [draft, setDraft] = useState<{ text: string; typing: boolean } | null>(null);
  const remark = useRemark(name);
  const meaningId = useId();
  const remarkId = useId();
  const errorId = useId();
  const error = useFieldError(name);
  const fieldName = parameterWord(name);

  const commit = (): void => {
    if (!draft?.typing) return;
    edit({ [name]: parseEntry(draft.text) }, false, scope);
    setDraft({ text: draft.text, typing: false });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setDraft(null);
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      setDraft(null);
      edit({ [name]: neighbour(name, value, event.key === 'ArrowUp' ? 1 : -1) }, false, scope);
    }
  };
  const showsDraft = draft !== null && (draft.typing || fault !== undefined);

  return (
    <div className={styles.row}>
      <ParameterWord name={name} />
      <Slider
        className={styles.slider}
        size="sm"
        min={0}
        max={NOTCHES}
        label={null}
        value={notchOf(name, value)}
        onChange={(notch) => edit({ [name]: valueAt(name, notch) }, true, scope)}
        onChangeEnd={endDrag}
        thumbLabel={`${fieldName}, slider`}
        thumbValueText={[withUnit(formatParameter(value), spec.unit), remark]
          .filter((words) => words !== null)
          .join(': ')}
      />
      <Input
        // Mantine would put its own description, here none, in the place of ours.
        withAria={false}
        size="xs"
        inputMode="decimal"
        autoComplete="off"
        aria-label={fieldName}
        aria-describedby={`${error === undefined ? '' : `${errorId} `}${remarkId} ${meaningId}`}
        aria-invalid={error !== undefined}
        error={error !== undefined}
        title={String(value)}
        rightSection={<span className={styles.unit}>{shortUnit(spec.unit)}</span>}
        rightSectionPointerEvents="none"
        rightSectionWidth={spec.unit === '' ? 4 : 28}
        value={showsDraft ? draft.text : formatParameter(value)}
        onChange={(event) => setDraft({ text: event.currentTarget.value, typing: true })}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      <TruthCells name={name} />
      <VisuallyHidden id={meaningId}>
        {spec.meaning} {spec.unit === '' ? '' : `In ${spec.unit}.`}
      </VisuallyHidden>
      <ParameterRemarks name={name} id={remarkId} remark={remark} />
      {error !== undefined && (
        <p id={errorId} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** Symbol and word, which a slider in motion leaves as they are. */
const ParameterWord = memo(function ParameterWord({
  name,
}: {
  readonly name: NumericParameterName;
}): ReactNode {
  const { label, meaning } = NUMERIC_PARAMETERS[name];
  return (
    <span className={styles.word}>
      <SymbolButton symbol={name} />
      <Tooltip label={meaning} multiline w="max-content" maw={260} position="top-start">
        <span>{label}</span>
      </Tooltip>
    </span>
  );
});

/** The next value up or down: whole steps, or a notch of the slider. */
function neighbour(name: NumericParameterName, value: number, by: 1 | -1): number {
  const spec = NUMERIC_PARAMETERS[name];
  if (spec.integer) return value + by;
  const notch = Math.min(NOTCHES, Math.max(0, notchOf(name, value) + by));
  return valueAt(name, notch);
}

/** Room is short: the full unit is in the description. */
function shortUnit(unit: string): string {
  if (unit === 'samples') return 'smp';
  return unit === 'limits' ? 'lim' : unit;
}
