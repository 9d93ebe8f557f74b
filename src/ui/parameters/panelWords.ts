/** The words of the panel of parameters, but for what the parameters are called. */
import { spoken } from '../../language/spoken.ts';
import { counted, formatCount } from '../format.ts';

export const PANEL_WORDS = spoken({
  en: {
    panel: 'Detector',
    editing: 'Editing',
    browser: 'Browser',
    board: 'Board',
    memory: 'Memory',
    more: 'More',
    several: 'Several channels',
    memorySummary: (block: number, memory: number) =>
      `block ${block} · last ${memory === 0 ? 'all' : memory}`,
    off: 'off',
    noSeason: 'none',
    moreSummary: (drift: string, rhythm: string, season: string) =>
      `drift ${drift} · rhythm ${rhythm} · season ${season}`,
    together: 'together',
    eachAlone: 'each alone',
    twoMustAgree: 'two must agree',
    foreign: 'This board does not run Tidemark’s firmware: parameters stay in this browser.',
    preset: 'Preset',
    defaults: 'Defaults',
    custom: 'custom',
    /** @param name the talk's `Experiment 1` */
    experiment: (name: string) => name,
    parametersOf: 'Parameters of',
    allChannels: 'All channels',
    judge: 'Judge this channel',
    notJudged: (name: string) => `${name}: not judged`,
    ofItsOwn: (name: string, count: number) => `${name}: ${count} of its own`,
    slider: (name: string) => `${name}, slider`,
    inUnit: (unit: string) => `In ${unit}.`,
    notSent: 'Not sent: this board cannot use it.',
    asAllChannels: 'As all channels.',
    onlyHere: (ofAll: string) => `Only of this channel; of all: ${ofAll}.`,
    asAll: 'As all again',
    asAllOf: (name: string) => `As all again: ${name}`,
    noBoardSaid: 'No board has said',
    differs: 'differs:',
    truth: (who: string, value: string, differs: boolean) =>
      `${who}: ${value}${differs ? ', differs from what you are editing' : ''}`,
    boardRefused: (why: string) => `The board refused: ${why}`,
    stillSays: (name: string, value: string) =>
      `The board answered ok, but still says ${name} ${value}.`,
    tail: 'tail',
    scores: (scores: string, labels: number) =>
      `Scores: ${scores} against your ${counted(labels, 'label')}.`,
    exactScores: (precision: string, recall: string, f1: string) =>
      `precision ${precision}, recall ${recall}, F1 ${f1}`,
    restartLearning: 'Restart learning',
  },
  pt: {
    panel: 'Detector',
    editing: 'Edição',
    browser: 'Navegador',
    board: 'Placa',
    memory: 'Memória',
    more: 'Mais',
    several: 'Vários canais',
    memorySummary: (block, memory) =>
      `bloco ${block} · ${memory === 0 ? 'todas as amostras' : `últimas ${memory}`}`,
    off: 'não',
    noSeason: 'nenhuma',
    moreSummary: (drift, rhythm, season) =>
      `deriva: ${drift} · ritmo: ${rhythm} · sazonalidade: ${season}`,
    together: 'juntos',
    eachAlone: 'cada um por si',
    twoMustAgree: 'dois precisam concordar',
    foreign: 'Esta placa não usa o firmware do Tidemark: os parâmetros ficam neste navegador.',
    preset: 'Predefinição',
    defaults: 'Padrão',
    custom: 'personalizada',
    experiment: (name) => name.replace('Experiment', 'Experimento'),
    parametersOf: 'Parâmetros de',
    allChannels: 'Todos',
    judge: 'Julgar este canal',
    notJudged: (name) => `${name}: não julgado`,
    ofItsOwn: (name, count) => `${name}: ${counted(count, 'próprio')}`,
    slider: (name) => `${name}, controle deslizante`,
    inUnit: (unit) => `Em ${unit}.`,
    notSent: 'Não enviado: esta placa não pode usá-lo.',
    asAllChannels: 'Como em todos os canais.',
    onlyHere: (ofAll) => `Só deste canal; em todos: ${ofAll}.`,
    asAll: 'Voltar ao de todos',
    asAllOf: (name) => `Voltar ao de todos: ${name}`,
    noBoardSaid: 'Nenhuma placa informou',
    differs: 'difere:',
    truth: (who, value, differs) =>
      `${who}: ${value}${differs ? ', difere do que você está editando' : ''}`,
    boardRefused: (why) => `A placa recusou: ${why}`,
    stillSays: (name, value) => `A placa respondeu ok, mas ainda diz ${name} ${value}.`,
    tail: 'cauda',
    scores: (scores, labels) =>
      `Pontuação: ${scores}, comparada com ${labels === 1 ? 'o seu rótulo' : `os seus ${formatCount(labels)} rótulos`}.`,
    exactScores: (precision, recall, f1) => `precisão ${precision}, revocação ${recall}, F1 ${f1}`,
    restartLearning: 'Recomeçar o aprendizado',
  },
});

/** Of the buttons under the parameters, and why they cannot be used. */
export const ACTION_WORDS = spoken({
  en: {
    question: 'Forget what was learned, here and on the board?',
    forget: 'Forget and restart',
    keep: 'Keep',
    push: 'Push to board',
    pushHint: 'Send the board what differs; it confirms what it uses',
    save: 'Save on board',
    saveHint: 'Write the board’s parameters to its flash: they survive a power cut',
    revert: 'Revert',
    revertHint: 'Back to what the board confirmed',
    undo: 'Undo',
    undoHint: 'Take back the last edit',
    restartHint: 'Forget what was learned and learn anew',
    recording: 'This is a recording: there is no board to send to.',
    stopped: 'The program on the board has stopped.',
    waiting: 'Waiting for the board’s answer.',
    correct: (name: string) => `Correct ${name} first.`,
    same: 'The board already has these parameters.',
    notConfirmed: 'No board has confirmed its parameters.',
    nothingDiffers: 'Nothing differs from what the board confirmed.',
    noEdit: 'There is no edit to undo.',
    noBoard: 'No board is connected.',
    notSaidYet: 'The board has not said yet which parameters it uses.',
    kept: (what: string) => `Kept from before, not on this board: ${what}.`,
    keptOne: (name: string, value: string, board: string) => `${name} ${value} (board: ${board})`,
    keptMore: (count: number) => `, and ${count} more`,
    keptOwn: 'what single channels have of their own',
    useBoards: 'Use the board’s',
  },
  pt: {
    question: 'Esquecer o que foi aprendido, aqui e na placa?',
    forget: 'Esquecer e recomeçar',
    keep: 'Manter',
    push: 'Enviar à placa',
    pushHint: 'Envia à placa o que difere; ela confirma o que usa',
    save: 'Salvar na placa',
    saveHint: 'Grava os parâmetros na memória flash da placa: resistem à falta de energia',
    revert: 'Reverter',
    revertHint: 'Volta ao que a placa confirmou',
    undo: 'Desfazer',
    undoHint: 'Desfaz a última edição',
    restartHint: 'Esquece o que foi aprendido e aprende de novo',
    recording: 'Isto é uma gravação: não há placa à qual enviar.',
    stopped: 'O programa na placa parou.',
    waiting: 'Aguardando a resposta da placa.',
    correct: (name) => `Primeiro corrija ${name}.`,
    same: 'A placa já tem estes parâmetros.',
    notConfirmed: 'Nenhuma placa confirmou seus parâmetros.',
    nothingDiffers: 'Nada difere do que a placa confirmou.',
    noEdit: 'Não há edição a desfazer.',
    noBoard: 'Nenhuma placa está conectada.',
    notSaidYet: 'A placa ainda não disse quais parâmetros usa.',
    kept: (what) => `Mantido de antes, não está nesta placa: ${what}.`,
    keptOne: (name, value, board) => `${name} ${value} (placa: ${board})`,
    keptMore: (count) => ` e mais ${count}`,
    keptOwn: 'o que canais individuais têm de próprio',
    useBoards: 'Usar os da placa',
  },
});

/** What a value stands for, and what a board cannot. */
export const REMARK_WORDS = spoken({
  en: {
    fivePeriods: (gap: string) => `Five periods: ${gap}.`,
    remembersAll: 'Remembers all.',
    noFatigue: 'No alarm raises the bar.',
    howeverSmall: 'However small.',
    driftOff: 'Off: drifts are not watched for.',
    rhythmOff: 'Off: a stuck signal is not watched for.',
    noSeason: 'None. The tab Season looks for one.',
    cycle: (length: string) => `A cycle of ${length}.`,
    seasonOnly: 'Matters with a season only.',
    bins: (kept: number, samples: number, apart: string) =>
      `${kept} numbers for ${samples} samples, one every ${apart}.`,
    cannot: {
      drift: 'This board cannot judge drift: only the browser does.',
      rhythm: 'This board cannot judge rhythm: only the browser does.',
      season: 'This board cannot keep a season: only the browser does.',
    },
    most: (most: number) => `This board has memory for ${most} at most, and keeps its own.`,
    slowFits: (gap: string) =>
      `Fits take this board up to ${gap}, longer than this: it will leave samples out.`,
  },
  pt: {
    fivePeriods: (gap) => `Cinco períodos: ${gap}.`,
    remembersAll: 'Lembra-se de todas.',
    noFatigue: 'Nenhum alarme eleva a barra.',
    howeverSmall: 'Por menor que seja.',
    driftOff: 'Desligada: derivas não são vigiadas.',
    rhythmOff: 'Desligado: um sinal travado não é vigiado.',
    noSeason: 'Nenhuma. A aba Sazonalidade procura uma.',
    cycle: (length) => `Um ciclo de ${length}.`,
    seasonOnly: 'Só importa com sazonalidade.',
    bins: (kept, samples, apart) =>
      `${counted(kept, 'número')} para ${counted(samples, 'amostra')}, um a cada ${apart}.`,
    cannot: {
      drift: 'Esta placa não pode julgar a deriva: só o navegador a julga.',
      rhythm: 'Esta placa não pode julgar o ritmo: só o navegador o julga.',
      season: 'Esta placa não pode guardar a sazonalidade: só o navegador a guarda.',
    },
    most: (most) => `Esta placa tem memória para no máximo ${most} e mantém o próprio valor.`,
    slowFits: (gap) =>
      `Os ajustes levam até ${gap} nesta placa, mais do que este período: ela vai pular amostras.`,
  },
});

/** Of several channels together. */
export const SEVERAL_WORDS = spoken({
  en: {
    falseAlarms: (channels: string, perHour: string, whenTwoAgree: string) =>
      `${channels} channels: about ${perHour} false alarms an hour on noise alone; where two must agree, about ${whenTwoAgree}.`,
    twoAgree: 'Alarm only when two agree within a block',
    judgeTogether: 'Judge the channels together, too',
    together:
      'One more channel, “together”: it finds what no channel shows alone, and says which is odd.',
    notTogether: (fewest: number, most: number, count: number) =>
      `Only ${fewest} to ${most} channels can be judged together; there are ${count}.`,
    offer: (count: number) => `Judge the ${count} channels together, too`,
    offerHint:
      'One more channel, which finds what none shows alone. It stays under Several channels',
    notNow: 'Not now',
    notNowOf: 'Not now: judge them together',
  },
  pt: {
    falseAlarms: (channels, perHour, whenTwoAgree) =>
      `${channels} canais: cerca de ${perHour} alarmes falsos por hora só com ruído; quando dois precisam concordar, cerca de ${whenTwoAgree}.`,
    twoAgree: 'Dar alarme só quando dois concordam dentro de um bloco',
    judgeTogether: 'Julgar os canais também em conjunto',
    together:
      'Um canal a mais, “together”: encontra o que nenhum canal mostra sozinho e diz qual deles destoa.',
    notTogether: (fewest, most, count) =>
      `Só é possível julgar em conjunto de ${fewest} a ${most} canais; há ${count}.`,
    offer: (count) => `Julgar os ${count} canais também em conjunto`,
    offerHint: 'Um canal a mais, que encontra o que nenhum mostra sozinho. Fica em Vários canais',
    notNow: 'Agora não',
    notNowOf: 'Agora não: julgá-los em conjunto',
  },
});
