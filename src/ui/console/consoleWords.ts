/** Words of the console. */
import { spoken } from '../../language/spoken.ts';
import { counted, formatCount } from '../format.ts';

export const CONSOLE_WORDS = spoken({
  en: {
    region: 'Console',
    lines: 'Lines',
    skipped: (count: number) => `${formatCount(count)} lines went by unseen.`,
    fromBoard: 'from the board',
    sent: 'sent',
    none: 'No line yet.',
    noMatch: 'No line matches.',
    filter: 'Filter',
    sendLine: 'Send a line',
    sendExample: 'Send a line, for example: get',
    typeFirst: 'Type a line first.',
    noBoard: 'No board is connected.',
    send: 'Send',
    nothingToCopy: 'There is no line to copy.',
    copyHint: 'Copy the lines that are shown',
    copy: 'Copy',
    copied: (count: number) => `Copied ${formatCount(count)} lines.`,
    notCopied: 'The browser did not allow copying: select the lines instead.',
    newestInSight: 'The newest line is in sight.',
    followHint: 'Back to the newest line, and stay there',
    follow: 'Follow',
  },
  pt: {
    region: 'Console',
    lines: 'Linhas',
    skipped: (count) =>
      count === 1
        ? '1 linha passou sem ser vista.'
        : `${formatCount(count)} linhas passaram sem serem vistas.`,
    fromBoard: 'da placa',
    sent: 'enviada',
    none: 'Nenhuma linha ainda.',
    noMatch: 'Nenhuma linha corresponde ao filtro.',
    filter: 'Filtrar',
    sendLine: 'Enviar uma linha',
    sendExample: 'Enviar uma linha, por exemplo: get',
    typeFirst: 'Digite uma linha primeiro.',
    noBoard: 'Nenhuma placa está conectada.',
    send: 'Enviar',
    nothingToCopy: 'Não há linha para copiar.',
    copyHint: 'Copiar as linhas que aparecem',
    copy: 'Copiar',
    copied: (count) => `${counted(count, 'linha copiada', 'linhas copiadas')}.`,
    notCopied: 'O navegador não permitiu copiar: selecione as linhas.',
    newestInSight: 'A linha mais nova está à vista.',
    followHint: 'Voltar à linha mais nova, e ficar nela',
    follow: 'Acompanhar',
  },
});
