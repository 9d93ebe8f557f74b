/** Words of the list of anomalies. */
import { spoken } from '../../language/spoken.ts';
import type { Standing } from '../../state/listStore.ts';
import { counted, formatCount } from '../format.ts';

export const ANOMALY_WORDS = spoken({
  en: {
    channel: (number: number) => `channel ${number}`,
    list: 'List of anomalies',
    anomalies: 'Anomalies',
    none: 'No anomaly so far.',
    nothingYet: (learning: string) => `Nothing can be flagged yet: ${learning}.`,
    nonePasses: 'None passes the filter.',
    passing: (listed: number, known: number) =>
      `${formatCount(listed)} of ${formatCount(known)} pass the filter.`,
    waiting: (count: number) => `${formatCount(count)} older ones are on their way into the list.`,
    export: 'Export',
    nothingToExport: 'There is nothing to export yet.',
    exportPassing: 'Save the events that pass the filter as a CSV file, with exact values',
    exportAll: 'Save all events that are kept as a CSV file, with exact values',
    exportedNewest: (missing: string) => `Exported the newest ones. ${missing}`,
  },
  pt: {
    channel: (number) => `canal ${number}`,
    list: 'Lista de anomalias',
    anomalies: 'Anomalias',
    none: 'Nenhuma anomalia até agora.',
    nothingYet: (learning) => `Ainda não é possível sinalizar nada: ${learning}.`,
    nonePasses: 'Nenhuma passa pelo filtro.',
    passing: (listed, known) =>
      `${formatCount(listed)} de ${formatCount(known)} ${listed === 1 ? 'passa' : 'passam'} pelo filtro.`,
    waiting: (count) =>
      count === 1
        ? '1 mais antiga está a caminho da lista.'
        : `${formatCount(count)} mais antigas estão a caminho da lista.`,
    export: 'Exportar',
    nothingToExport: 'Ainda não há nada para exportar.',
    exportPassing: 'Salvar os eventos que passam pelo filtro em um arquivo CSV, com valores exatos',
    exportAll: 'Salvar todos os eventos guardados em um arquivo CSV, com valores exatos',
    exportedNewest: (missing) => `Os mais recentes foram exportados. ${missing}`,
  },
});

export const ROW_WORDS = spoken({
  en: {
    show: (isNew: boolean, kind: string, clock: string, sentence: string) =>
      `Show ${isNew ? 'new ' : ''}${kind} at ${clock}: ${sentence}`,
    isOdd: (name: string, odd: string) => `${name}: ${odd} is odd`,
    judged: (value: string, usual: string, limit: string) =>
      `${value}; usual ${usual}, limit ${limit}`,
    limits: (count: string) => `${count} limits`,
    notJudged: 'not judged by the browser',
    within: (duration: string) => `in ${duration}`,
    namedByYou: (name: string) => `${name}, named by you`,
    nameAt: (name: string, clock: string) => `${name}, at ${clock}`,
    noName: 'No name',
    shelved: 'shelved',
    unknown: 'unknown',
    name: 'name…',
    why: 'Why ↓',
    sayWhat: 'Say what it was: press a number, or click',
    notNamed:
      'The forest names alarms of this browser, when they are over. Say what it was: press a number, or click',
  },
  pt: {
    show: (isNew, kind, clock, sentence) =>
      `Mostrar anomalia${isNew ? ' nova' : ''} (${kind}), ${clock}: ${sentence}`,
    isOdd: (name, odd) => `${name}: ${odd} destoa`,
    judged: (value, usual, limit) => `${value}; habitual ${usual}, limite ${limit}`,
    limits: (count) => `${count} limites`,
    notJudged: 'não julgado pelo navegador',
    within: (duration) => `em ${duration}`,
    namedByYou: (name) => `${name}, nome dado por você`,
    nameAt: (name, clock) => `${name}, ${clock}`,
    noName: 'Sem nome',
    shelved: 'canal suspenso',
    unknown: 'desconhecido',
    name: 'nome…',
    why: 'Por quê ↓',
    sayWhat: 'Diga o que foi: pressione um número ou clique',
    notNamed:
      'A floresta dá nome aos alarmes deste navegador quando eles terminam. Diga o que foi: pressione um número ou clique',
  },
});

export const COLUMN_WORDS = spoken({
  en: {
    time: 'Time',
    channel: 'Channel',
    peak: 'Peak',
    deviation: 'Deviation',
    rarity: 'Rarity',
    rarityHint: 'How seldom a block of samples reaches as far',
    outliers: 'Outliers',
    kind: 'Kind',
    seenBy: 'Seen by',
    class: 'Class',
    classHint: 'What it was: 1 to 9 name it, 0 takes the name away; scores and suggestions use it',
  },
  pt: {
    time: 'Hora',
    channel: 'Canal',
    peak: 'Extremo',
    deviation: 'Desvio',
    rarity: 'Raridade',
    rarityHint: 'Com que raridade um bloco de amostras chega tão longe',
    outliers: 'Outliers',
    kind: 'Tipo',
    seenBy: 'Detectada por',
    class: 'Classe',
    classHint:
      'O que foi: as teclas 1 a 9 dão um nome, 0 o retira; a pontuação e as sugestões usam esse nome',
  },
});

export const FILTER_WORDS = spoken({
  en: {
    filter: 'Filter',
    filterIsOn: 'Filter is on',
    standing: 'Standing',
    all: 'all',
    browserAlone: 'browser alone',
    boardAlone: 'board alone',
    noName: 'no name',
    inViewOnly: 'In view only',
    showAll: 'Show all',
  },
  pt: {
    filter: 'Filtrar',
    filterIsOn: 'Filtro ativo',
    standing: 'Situação',
    all: 'tudo',
    browserAlone: 'só o navegador',
    boardAlone: 'só a placa',
    noName: 'sem nome',
    inViewOnly: 'Só o que está à vista',
    showAll: 'Mostrar tudo',
  },
});

export const STANDING_WORDS = spoken<Readonly<Record<Standing, string>>>({
  en: { new: 'new', acknowledged: 'acknowledged', noted: 'noted' },
  pt: { new: 'nova', acknowledged: 'reconhecida', noted: 'com anotação' },
});

export const ACT_WORDS = spoken({
  en: {
    hint: 'Rows are chosen by click, with Shift or Ctrl, or by Space',
    chosen: (count: number) => `Chosen ${count} ▾`,
    chosenAnomalies: 'Chosen anomalies',
    acknowledge: 'Acknowledge (A)',
    name: 'Name… (1 to 9)',
    writeNote: 'Write a note…',
    shelveChannel: 'Shelve the channel…',
    chooseFirst: 'Choose rows first: by click, several with Shift or Ctrl, by key with Space.',
    editClasses: 'Edit classes…',
    noteOn: (count: number) => `Note on ${counted(count, 'event')}`,
    shelveThem: (names: string) => `Shelve ${names}`,
    close: 'Close',
    for: 'For',
    forHint: 'Its alarms are listed but not told until then; it ends by itself.',
    note: 'Note',
    replaces: 'It takes the place of the notes that some of them have.',
    why: 'Why',
    keepNote: 'Keep the note',
    shelve: 'Shelve',
  },
  pt: {
    hint: 'Escolha linhas com um clique, com Shift ou Ctrl, ou com a barra de espaço',
    chosen: (count) => `Escolhidas: ${count} ▾`,
    chosenAnomalies: 'Anomalias escolhidas',
    acknowledge: 'Reconhecer (A)',
    name: 'Dar nome… (1 a 9)',
    writeNote: 'Escrever uma anotação…',
    shelveChannel: 'Suspender o canal…',
    chooseFirst:
      'Escolha linhas primeiro: com um clique, várias com Shift ou Ctrl, pelo teclado com a barra de espaço.',
    editClasses: 'Editar classes…',
    noteOn: (count) => `Anotação sobre ${counted(count, 'evento')}`,
    shelveThem: (names) => `Suspender ${names}`,
    close: 'Fechar',
    for: 'Por',
    forHint:
      'Até lá os alarmes entram na lista, mas não são anunciados; a suspensão termina sozinha.',
    note: 'Anotação',
    replaces: 'Ela toma o lugar das anotações que alguns deles têm.',
    why: 'Por quê',
    keepNote: 'Salvar a anotação',
    shelve: 'Suspender',
  },
});
