/** Words of what stands where a part of the screen has failed, and what the parts are called. */
import { spoken } from '../language/spoken.ts';

/** Parts of the screen that can fail alone. */
export type PartName =
  | 'Tidemark'
  | 'Help'
  | 'Installing'
  | 'Recordings'
  | 'Commands'
  | 'Keys'
  | 'Tables'
  | 'Sketch'
  | 'Share'
  | 'Import'
  | 'Header'
  | 'VirtualBoard'
  | 'Replay'
  | 'Tour'
  | 'Example'
  | 'Lesson'
  | 'Start'
  | 'Presenter'
  | 'Notices'
  | 'Proposal'
  | 'Export'
  | 'Signal'
  | 'Anomalies'
  | 'Detector'
  | 'Fit';

export const PART_WORDS = spoken<Readonly<Record<PartName, string>>>({
  en: {
    Tidemark: 'Tidemark',
    Help: 'Help',
    Installing: 'Installing',
    Recordings: 'Recordings',
    Commands: 'Commands',
    Keys: 'Keys',
    Tables: 'Tables',
    Sketch: 'Sketch',
    Share: 'Share',
    Import: 'Import',
    Header: 'Header',
    VirtualBoard: 'Virtual board',
    Replay: 'Replay',
    Tour: 'Guided tour',
    Example: 'Example',
    Lesson: 'Lesson',
    Start: 'Start',
    Presenter: 'Presenter view',
    Notices: 'Notices',
    Proposal: 'Proposal',
    Export: 'Export',
    Signal: 'Signal',
    Anomalies: 'Anomalies',
    Detector: 'Detector',
    Fit: 'Fit',
  },
  pt: {
    Tidemark: 'Tidemark',
    Help: 'Ajuda',
    Installing: 'Instalação',
    Recordings: 'Gravações',
    Commands: 'Comandos',
    Keys: 'Teclas',
    Tables: 'Tabelas',
    Sketch: 'Sketch',
    Share: 'Compartilhar',
    Import: 'Importação',
    Header: 'Cabeçalho',
    VirtualBoard: 'Placa virtual',
    Replay: 'Reprodução',
    Tour: 'Visita guiada',
    Example: 'Exemplo',
    Lesson: 'Aula',
    Start: 'Início',
    Presenter: 'Modo de apresentação',
    Notices: 'Avisos',
    Proposal: 'Proposta',
    Export: 'Exportação',
    Signal: 'Sinal',
    Anomalies: 'Anomalias',
    Detector: 'Detector',
    Fit: 'Ajuste',
  },
});

export const BOUNDARY_WORDS = spoken({
  en: {
    failed: (name: string) => `${name} cannot be shown.`,
    kept: 'What was recorded is kept in this browser.',
    goesOn: 'The rest of the page goes on, and so does the recording.',
    again: 'Show it again',
    reload: 'Load the page again',
    unreadable: 'It cannot be read now: load the page again, then open Recordings.',
    save: 'Save what was recorded',
  },
  pt: {
    failed: (name) => `Não é possível mostrar: ${name}.`,
    kept: 'O que foi gravado está guardado neste navegador.',
    goesOn: 'O resto da página continua, e a gravação também.',
    again: 'Mostrar de novo',
    reload: 'Recarregar a página',
    unreadable: 'Agora não dá para ler: recarregue a página e abra as gravações.',
    save: 'Salvar o que foi gravado',
  },
});
