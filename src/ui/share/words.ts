/** All words of sharing: links, files of parameters, what they propose. */
import { MACHINES } from '../../board/virtualMachines.ts';
import { PARAMETER_NAMES, type ParameterName } from '../../detector/parameters.ts';
import { spoken } from '../../language/spoken.ts';
import type { ProposedBy } from '../../state/proposalStore.ts';
import type { Setup, SetupFault } from '../../state/setup.ts';
import { withUnit } from '../format.ts';
import { isolated } from '../OutsideText.tsx';
import { convertedWords } from '../parameters/olderWords.ts';
import {
  entryFaultWords,
  PARAMETER_WORDS,
  shortParameterWord,
  valueWords,
} from '../parameterWords.ts';
import { MACHINE_WORDS } from '../virtualMachineWords.ts';

export const SHARE_WORDS = spoken({
  en: {
    region: 'Proposal',
    title: 'Share',
    close: 'Close sharing',
    choice: 'Link and QR code…',
    note: 'Parameters and view for another screen. Nothing is sent anywhere.',
    linkCommand: 'Copy a link to these parameters and this view',
    dialogCommand: 'Share: link, QR code, file of parameters',
    openFile: 'Open a file of parameters…',
    link: 'Link',
    copyLink: 'Copy link',
    copied: 'The link is in the clipboard.',
    notCopied: 'The clipboard is not allowed here: mark the link under Share and copy it.',
    save: 'Save parameters as a file',
    qr: 'QR code of the link',
    tooLong: 'The link is too long for a QR code.',
    onlyHere: 'This address is this computer’s own: other devices cannot open it.',
    accept: 'Use these',
    decline: 'Decline',
    dismiss: 'OK',
    accepted: 'Used here. Nothing was sent to a board: Push to board does that.',
  },
  pt: {
    region: 'Proposta',
    title: 'Compartilhar',
    close: 'Fechar o compartilhamento',
    choice: 'Link e código QR…',
    note: 'Parâmetros e exibição para outra tela. Nada é enviado a lugar nenhum.',
    linkCommand: 'Copiar um link para estes parâmetros e esta exibição',
    dialogCommand: 'Compartilhar: link, código QR, arquivo de parâmetros',
    openFile: 'Abrir um arquivo de parâmetros…',
    link: 'Link',
    copyLink: 'Copiar link',
    copied: 'O link está na área de transferência.',
    notCopied:
      'A área de transferência não está liberada aqui: selecione o link em Compartilhar e copie-o.',
    save: 'Salvar os parâmetros em um arquivo',
    qr: 'Código QR do link',
    tooLong: 'O link é longo demais para um código QR.',
    onlyHere: 'Este endereço é só deste computador: outros aparelhos não podem abri-lo.',
    accept: 'Usar',
    decline: 'Recusar',
    dismiss: 'OK',
    accepted: 'Em uso aqui. Nada foi enviado a uma placa: para isso, use Enviar à placa.',
  },
});

/** Pieces of what a proposal does, each with its own verb. */
const PROPOSED = spoken({
  en: {
    mayOpen: (virtual: string | null) =>
      `Whoever opens it is asked whether to use these parameters and this view${virtual === null ? '' : `, ${virtual}`}. It pushes nothing to a board.`,
    machine: (name: string) => `the ${name}`,
    seeded: (name: string, seed: number) => `the ${name} with seed ${seed}`,
    open: (virtual: string) => `open ${virtual}`,
    endingOther: (virtual: string) => `open ${virtual}, which ends what is open now`,
    set: (values: string) => `set ${values}`,
    setAlone: (channels: string) => `set parameters of ${channels} alone`,
    showAll: 'show all',
    showLast: (window: string) => `show the last ${window}`,
    nothing: 'change nothing: all is as you have it',
    byLink: 'The link that you opened',
    byFile: (name: string) => `The file ${name}`,
    proposes: (by: string, what: string, older: string) =>
      `${by} proposes to ${what}.${older} Nothing is pushed to a board.`,
    refused: (by: string, why: string) => `${by} cannot be used: ${why}`,
  },
  pt: {
    mayOpen: (virtual) =>
      `A página pergunta a quem abrir o link se quer usar estes parâmetros${virtual === null ? ' e esta exibição' : `, esta exibição e ${virtual}`}. O link não envia nada a uma placa.`,
    machine: (name) => `o ${name}`,
    seeded: (name, seed) => `a ${name} com a semente ${seed}`,
    open: (virtual) => `abrir ${virtual}`,
    endingOther: (virtual) => `abrir ${virtual}, o que encerra o que está aberto agora`,
    set: (values) => `definir ${values}`,
    setAlone: (channels) => `definir parâmetros só de ${channels}`,
    showAll: 'mostrar tudo',
    showLast: (window) => `mostrar o trecho final de ${window}`,
    nothing: 'não mudar nada: tudo já está assim',
    byLink: 'O link que você abriu',
    byFile: (name) => `O arquivo ${name}`,
    proposes: (by, what, older) => `${by} propõe ${what}.${older} Nada é enviado a uma placa.`,
    refused: (by, why) => `${by} não pode ser usado: ${why}`,
  },
});

/** What is wrong with a link or a file. */
const FAULTS = spoken({
  en: {
    newer:
      'it was made by a newer Tidemark. Load this page again with a network, then open it once more.',
    notJson: (detail: string) => `it is not JSON (${detail}). Save it anew under Share.`,
    nothing: 'it names no parameter.',
    unknownName: (name: string) => `“${name}” is no parameter of Tidemark.`,
    empty: 'nothing',
    cannotBe: (name: string, given: string) => `${name} cannot be ${given}.`,
    says: (name: string, given: string, must: string) => `it says ${given} for ${name}. ${must}`,
    choices: (machines: readonly string[]) => ` It may be ${machines.join(' or ')}.`,
  },
  pt: {
    newer:
      'foi feito por um Tidemark mais novo. Recarregue esta página com acesso à rede e abra-o mais uma vez.',
    notJson: (detail) => `não é JSON (${detail}). Salve-o de novo em Compartilhar.`,
    nothing: 'não cita nenhum parâmetro.',
    unknownName: (name) => `“${name}” não é um parâmetro do Tidemark.`,
    empty: 'nada',
    cannotBe: (name, given) => `${name} não pode ser ${given}.`,
    says: (name, given, must) => `diz ${given} para ${name}. ${must}`,
    choices: (machines) => ` Pode ser ${machines.join(' ou ')}.`,
  },
});

/** What the link will hold. */
export const linkWords = (virtual: Setup['virtual']): string =>
  PROPOSED.mayOpen(virtual && virtualWords(virtual));

function virtualWords({ machine, seed }: NonNullable<Setup['virtual']>): string {
  const { name } = MACHINE_WORDS[machine];
  return machine === 'uno' ? PROPOSED.machine(name) : PROPOSED.seeded(name, seed);
}

/**
 * What accepting it does, in one sentence.
 *
 * @param changed those that differ from what is edited now
 * @param isConnected whether something is open now
 */
export function proposalWords(
  by: ProposedBy,
  { parameters, own, view, virtual, converted }: Setup,
  changed: readonly ParameterName[],
  isConnected: boolean,
): string {
  const values = changed.map(
    (name) => `${shortParameterWord(name)} ${valueWithUnit(name, parameters[name])}`,
  );
  const channels = Object.keys(own).map(isolated);
  const open = isConnected ? PROPOSED.endingOther : PROPOSED.open;
  const parts = [
    ...(virtual ? [open(virtualWords(virtual))] : []),
    ...(values.length > 0 ? [PROPOSED.set(values.join(', '))] : []),
    ...(channels.length > 0 ? [PROPOSED.setAlone(channels.join(', '))] : []),
    ...(view.window
      ? [view.window === 'all' ? PROPOSED.showAll : PROPOSED.showLast(view.window)]
      : []),
  ];
  const what = parts.length > 0 ? parts.join('; ') : PROPOSED.nothing;
  const older = converted.map((one) => ` ${convertedWords(one)}`).join('');
  return PROPOSED.proposes(byWords(by), what, older);
}

const byWords = (by: ProposedBy): string =>
  by.kind === 'link' ? PROPOSED.byLink : PROPOSED.byFile(isolated(by.name));

export const refusalWords = (by: ProposedBy, fault: SetupFault): string =>
  PROPOSED.refused(byWords(by), faultWords(fault));

function faultWords(fault: SetupFault): string {
  switch (fault.code) {
    case 'newer':
      return FAULTS.newer;
    case 'not-json':
      return FAULTS.notJson(isolated(fault.detail));
    case 'nothing':
      return FAULTS.nothing;
    case 'unknown-name':
      return FAULTS.unknownName(isolated(fault.name));
    case 'value': {
      const given = fault.value === '' ? FAULTS.empty : `“${isolated(fault.value)}”`;
      const name = isolated(fault.name);
      return fault.must === ''
        ? `${FAULTS.cannotBe(name, given)}${fault.name === 'machine' ? FAULTS.choices(MACHINES) : ''}`
        : FAULTS.says(name, given, mustWords(fault.name, fault.must));
    }
    default:
      return fault satisfies never;
  }
}

/** What a parameter must be, in the language; what is of no parameter as it came. */
function mustWords(name: string, must: string): string {
  const parameter = PARAMETER_NAMES.find((known) => known === name);
  return parameter ? entryFaultWords(parameter, must) : must;
}

function valueWithUnit(name: ParameterName, value: number | string | undefined): string {
  return value === undefined ? '' : withUnit(valueWords(value), PARAMETER_WORDS[name].unit);
}
