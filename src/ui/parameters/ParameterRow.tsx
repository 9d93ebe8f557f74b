import { Input, Slider, Tooltip, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, memo, type ReactNode, useId, useState } from 'react';
import type { NumericParameterName } from '../../detector/parameters.ts';
import { effectiveOf } from '../../state/ownParameters.ts';
import { SymbolButton } from '../explain/SymbolButton.tsx';
import { formatExact, formatParameter, withUnit } from '../format.ts';
import { parseEntry } from '../numberEntry.ts';
import { PARAMETER_WORDS, parameterWord } from '../parameterWords.ts';
import { useTidemark, useTuning } from '../tidemarkContext.ts';
import { useFieldError } from './fieldError.ts';
import { ParameterRemarks, useRemark } from './ParameterRemarks.tsx';
import { PANEL_WORDS } from './panelWords.ts';
import styles from './parameters.module.css';
import { positionOf, stepped, stopsOf, valueAt } from './sliderScale.ts';
import { TruthCells } from './TruthCells.tsx';

/** Keys of the number field and of the slider, and how many stops they go; with Shift a tenth of one. */
const FIELD_KEYS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };
const SLIDER_KEYS: Readonly<Record<string, number>> = {
  ...FIELD_KEYS,
  ArrowRight: 1,
  ArrowLeft: -1,
  PageUp: 10,
  PageDown: -10,
};

/** One numeric parameter: symbol and word, number field with unit, who uses what; its slider below. */
export function ParameterRow({ name }: { readonly name: NumericParameterName }): ReactNode {
  const { undo, redo } = useTidemark();
  const spec = PARAMETER_WORDS[name];
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
    if (event.key === 'Escape' && draft) {
      setDraft(null);
      event.preventDefault();
    }
    if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) {
      // The field's own undo would bring back digits, not what they did.
      event.preventDefault();
      if (draft?.typing) setDraft(null);
      else if (event.shiftKey || /y/i.test(event.key)) redo();
      else undo();
      return;
    }
    const by = FIELD_KEYS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setDraft(null);
    edit({ [name]: stepped(name, value, by, event.shiftKey) }, false, scope);
  };
  const showsDraft = draft !== null && (draft.typing || fault !== undefined);

  return (
    <div className={styles.row} data-tour={`parameter-${name}`}>
      <ParameterWord name={name} />
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
        title={formatExact(value)}
        rightSection={isLong(spec.unit) ? null : <span className={styles.unit}>{spec.unit}</span>}
        rightSectionPointerEvents="none"
        rightSectionWidth={spec.unit === '' || isLong(spec.unit) ? 4 : 28}
        value={showsDraft ? draft.text : formatParameter(value)}
        onChange={(event) => setDraft({ text: event.currentTarget.value, typing: true })}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      <TruthCells name={name} />
      <div
        className={styles.slider}
        // Before Mantine takes them: it knows no stops and no Shift.
        onKeyDownCapture={(event) => {
          const by = SLIDER_KEYS[event.key];
          if (by === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          edit({ [name]: stepped(name, value, by, event.shiftKey) }, false, scope);
        }}
      >
        <Slider
          size="sm"
          min={0}
          max={stopsOf(name).length - 1}
          label={null}
          value={positionOf(name, value)}
          onChange={(position) => edit({ [name]: valueAt(name, position) }, true, scope)}
          onChangeEnd={endDrag}
          thumbLabel={PANEL_WORDS.slider(fieldName)}
          thumbValueText={[withUnit(formatParameter(value), spec.unit), remark]
            .filter((words) => words !== null)
            .join(': ')}
        />
      </div>
      <VisuallyHidden id={meaningId}>
        {spec.meaning} {spec.unit === '' ? '' : PANEL_WORDS.inUnit(spec.unit)}
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
  const { label, meaning, unit } = PARAMETER_WORDS[name];
  return (
    <span className={styles.word}>
      <SymbolButton symbol={name} />
      <Tooltip label={meaning} multiline w="max-content" maw={260} position="top-start">
        <span>
          {label}
          {isLong(unit) && <span className={styles.unit}> {unit}</span>}
        </span>
      </Tooltip>
    </span>
  );
});

/** A unit that is a word stands beside the name: the field has no room for it. */
const isLong = (unit: string): boolean => unit.length > 3;
