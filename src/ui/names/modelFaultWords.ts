/** Why a file is no model to use. The English is the command line's, too. */
import { spoken } from '../../language/spoken.ts';
import { modelFaultSentence } from '../../naming/modelFaultSentence.ts';
import type { ModelFault } from '../../naming/readModel.ts';
import { isolated } from '../OutsideText.tsx';

const FAULTS = spoken({
  en: {
    unreadable: 'The file cannot be read any more: choose it again.',
    inFile: (fault: ModelFault): string => modelFaultSentence(fault, isolated),
  },
  pt: {
    unreadable: 'O arquivo não pode mais ser lido: escolha-o de novo.',
    inFile: (fault) => {
      switch (fault.code) {
        case 'not-a-model':
          return 'O arquivo não é um modelo do Tidemark: a primeira linha diz outra coisa.';
        case 'too-large':
          return `O modelo tem mais de ${fault.most} caracteres: treine um com menos árvores.`;
        case 'newer-format':
          return `O modelo está em um formato mais novo (${fault.format}): um Tidemark mais novo o lê.`;
        case 'other-features':
          return `O modelo precisa da versão ${fault.version} das características: treine-o de novo.`;
        case 'unknown-feature':
          return `O modelo usa uma característica que não se conhece aqui: ${isolated(fault.name)}.`;
        case 'cut-off':
          return 'O modelo está cortado: falta a última linha. Copie o arquivo de novo.';
        case 'altered':
          return 'O modelo foi alterado: o hash não é o das suas linhas. Copie o arquivo de novo.';
        case 'malformed':
          return `A linha ${fault.line} do modelo não pode ser lida.`;
        case 'unsound':
          return {
            head: 'O cabeçalho do modelo não faz sentido.',
            classes: 'As classes do modelo não fazem sentido.',
            trees: 'As árvores do modelo não fazem sentido.',
          }[fault.what];
        default:
          return fault satisfies never;
      }
    },
  },
});

export const modelFaultWords = (fault: ModelFault | { readonly code: 'unreadable' }): string =>
  fault.code === 'unreadable' ? FAULTS.unreadable : FAULTS.inFile(fault);
