/** All words of sharing: links, files of parameters, what they propose. */
import { MACHINES } from '../../board/virtualMachines.ts';
import { NUMERIC_PARAMETERS, type ParameterName } from '../../detector/parameters.ts';
import type { ProposedBy } from '../../state/proposalStore.ts';
import type { Setup, SetupFault } from '../../state/setup.ts';
import { formatParameter, withUnit } from '../format.ts';
import { isolated } from '../OutsideText.tsx';
import { MACHINE_WORDS } from '../virtualMachineWords.ts';

export const SHARE_WORDS = {
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
} as const;

/** What the link will hold. */
export function linkWords(virtual: Setup['virtual']): string {
  const board = virtual ? `, ${virtualWords(virtual)}` : '';
  return `Whoever opens it is asked whether to use these parameters and this view${board}. It pushes nothing to a board.`;
}

function virtualWords({ machine, seed }: NonNullable<Setup['virtual']>): string {
  const { name } = MACHINE_WORDS[machine];
  return machine === 'uno' ? `the ${name}` : `the ${name} with seed ${seed}`;
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
  const values = changed.map((name) => `${nameOf(name)} ${valueWords(name, parameters[name])}`);
  const channels = Object.keys(own).map(isolated);
  const parts = [
    ...(virtual
      ? [`open ${virtualWords(virtual)}${isConnected ? ', which ends what is open now' : ''}`]
      : []),
    ...(values.length > 0 ? [`set ${values.join(', ')}`] : []),
    ...(channels.length > 0 ? [`set parameters of ${channels.join(', ')} alone`] : []),
    ...(view.window ? [view.window === 'all' ? 'show all' : `show the last ${view.window}`] : []),
  ];
  const what = parts.length > 0 ? parts.join('; ') : 'change nothing: all is as you have it';
  const older = converted.map(({ sentence }) => ` ${sentence}`).join('');
  return `${byWords(by)} proposes to ${what}.${older} Nothing is pushed to a board.`;
}

function byWords(by: ProposedBy): string {
  return by.kind === 'link' ? 'The link that you opened' : `The file ${isolated(by.name)}`;
}

export function refusalWords(by: ProposedBy, fault: SetupFault): string {
  return `${byWords(by)} cannot be used: ${faultWords(fault)}`;
}

function faultWords(fault: SetupFault): string {
  switch (fault.code) {
    case 'newer':
      return 'it was made by a newer Tidemark. Load this page again with a network, then open it once more.';
    case 'not-json':
      return `it is not JSON (${isolated(fault.detail)}). Save it anew under Share.`;
    case 'nothing':
      return 'it names no parameter.';
    case 'unknown-name':
      return `“${isolated(fault.name)}” is no parameter of Tidemark.`;
    case 'value': {
      const given = fault.value === '' ? 'nothing' : `“${isolated(fault.value)}”`;
      return fault.must === ''
        ? `${isolated(fault.name)} cannot be ${given}.${choicesOf(fault.name)}`
        : `it says ${given} for ${isolated(fault.name)}. ${fault.must}`;
    }
    default:
      return fault satisfies never;
  }
}

function choicesOf(name: string): string {
  return name === 'machine' ? ` It may be ${MACHINES.join(' or ')}.` : '';
}

function nameOf(name: ParameterName): string {
  if (name === 'tail') return 'tail';
  const { symbol, label } = NUMERIC_PARAMETERS[name];
  return symbol === '–' ? label.toLowerCase() : symbol;
}

function valueWords(name: ParameterName, value: number | string | undefined): string {
  if (value === undefined) return '';
  const unit = name === 'tail' ? '' : NUMERIC_PARAMETERS[name].unit;
  return withUnit(formatParameter(value), unit);
}
