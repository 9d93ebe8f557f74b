/** Why a file is no model to use, in a sentence: what happened, what to do. */
import type { ModelFault } from './readModel.ts';

/** @param shown how a name of the file's, which is outside text, stands in a sentence */
export function modelFaultSentence(
  fault: ModelFault,
  shown: (name: string) => string = (name) => name,
): string {
  switch (fault.code) {
    case 'not-a-model':
      return 'The file is no model of Tidemark: its first line says otherwise.';
    case 'too-large':
      return `The model is larger than ${fault.most} letters: train one with fewer trees.`;
    case 'newer-format':
      return `The model is of a later form (${fault.format}): a newer Tidemark reads it.`;
    case 'other-features':
      return `The model needs version ${fault.version} of the features: train it anew.`;
    case 'unknown-feature':
      return `The model asks for a feature that is not known here: ${shown(fault.name)}.`;
    case 'cut-off':
      return 'The model is cut off: its last line is missing. Copy the file again.';
    case 'altered':
      return 'The model was altered: its hash is not that of its lines. Copy the file again.';
    case 'malformed':
      return `Line ${fault.line} of the model cannot be read.`;
    case 'unsound':
      return `The ${fault.what} of the model make no sense.`;
    default:
      return fault satisfies never;
  }
}
