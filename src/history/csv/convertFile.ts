/** The converter for each form of file. */
import { createCsvConverter } from './csvToLines.ts';
import { createFirmwareLogConverter } from './firmwareLogToLines.ts';
import type { ImportPlan } from './importPlan.ts';
import type { LineConverter } from './lineConverter.ts';
import type { FileIdentity } from './sampleLines.ts';
import { createSketchLogConverter } from './sketchLogToLines.ts';

/** The converter for a plan; chunks of whole lines go to `emit`. */
export function createLineConverter(
  plan: ImportPlan,
  identity: FileIdentity,
  emit: (lines: Uint8Array) => void,
): LineConverter {
  switch (plan.form) {
    case 'csv':
      return createCsvConverter(plan, identity, emit);
    case 'firmware-log':
      return createFirmwareLogConverter(plan, identity, emit);
    case 'sketch-log':
      return createSketchLogConverter(plan, identity, emit);
    default:
      return plan satisfies never;
  }
}
