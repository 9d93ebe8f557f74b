/** The converter for each form of file. */
import { createCsvConverter } from './csvToLines.ts';
import { createFirmwareLogConverter } from './firmwareLogToLines.ts';
import type { ImportPlan } from './importPlan.ts';
import { type LineConverter, NO_NOTES, type ReadingNotes } from './lineConverter.ts';
import { createOrderRace } from './orderRace.ts';
import { createRecordingConverter } from './recordingToLines.ts';
import type { FileIdentity } from './sampleLines.ts';
import { createSketchLogConverter } from './sketchLogToLines.ts';

/** The converter for a plan; chunks of whole lines go to `emit`, where they come from to `notes`. */
export function createLineConverter(
  plan: ImportPlan,
  identity: FileIdentity,
  emit: (lines: Uint8Array) => void,
  notes: ReadingNotes = NO_NOTES,
): LineConverter {
  switch (plan.form) {
    case 'csv':
      return plan.dayFirst === null
        ? createOrderRace(plan, identity, emit, notes)
        : createCsvConverter(plan, identity, emit, notes);
    case 'firmware-log':
      return createFirmwareLogConverter(plan, identity, emit, notes);
    case 'sketch-log':
      return createSketchLogConverter(plan, identity, emit, notes);
    case 'recording':
      return createRecordingConverter(plan, emit, notes);
    default:
      return plan satisfies never;
  }
}
