/** All words of the forest that names events. */
import type { NoTraining } from '../../analysis/messages/studyMessages.ts';
import { spoken } from '../../language/spoken.ts';
import type { SourceKind } from '../../naming/forestSource.ts';
import type { Accuracy } from '../../naming/namingScores.ts';
import { classShown } from '../classNameWords.ts';
import { counted, formatPercent } from '../format.ts';
import { isolated } from '../OutsideText.tsx';

export const NAMES_WORDS = spoken({
  en: {
    region: 'Names',
    intro:
      'Name events in the list of anomalies (keys 1 to 9). From at least eight of each of two names a forest of decision trees learns to name the others, here and at once.',
    none: 'No event has a name yet.',
    soFar: 'Named so far',
    train: 'Train a forest',
    training: 'Training',
    running: 'It is running.',
    cancel: 'Cancel',
    trees: 'Trees',
    spectrum: 'By its periods, too',
    spectrumHint:
      'The spectrum of the first 64 samples of an event: for what shakes in another rhythm. A board without it refuses the model.',
    treesOf: (count: string) => `${count} trees`,
    confidence: 'Least share of the trees for a name',
    confidenceHint: 'Below it an event is called “unknown”.',
    load: 'Open a model…',
    save: 'Save the model',
    source: 'As source…',
    drop: 'Name no more',
    onlyAlarms:
      'A forest goes by what an alarm of this browser was like. Outliers that raised none are named by you alone.',
    otherChannels: (names: string) =>
      `The model was trained on other channels (${names}): it names nothing here. Open one for these, or train one.`,
    /** Before its classes. */
    model: (hash: string, trees: number) => `Model ${hash}, ${trees} trees:`,
    namedOf: (known: number, of: number) => `It names ${known} of ${of} events.`,
    outdated: 'Names have changed since: train again.',
    cancelled: 'Cancelled: the forest before stays in use.',
    noSamples: 'There is nothing to learn from yet: connect a board.',
    right: (percent: string) => `${percent} right.`,
    accuracy: (right: number, of: number, low: string, high: string) =>
      `${right} of ${of} named as you did (${low} to ${high}), each by the trees that have not seen it.`,
    leftOut: (count: number) =>
      `${counted(count, 'named event')} without usable numbers: left out.`,
    confusion: 'How its names fall, on events that the trees have not seen',
    truth: 'You say',
    unknown: 'unknown',
    importance: 'What it goes by',
    importanceHint: 'How many of 100 events would be named wrongly if this number were shuffled.',
    disagreements: 'Where it says otherwise than you',
    you: 'you',
    theForest: 'the forest',
    agrees: 'It says nowhere otherwise than you.',
  },
  pt: {
    region: 'Nomes',
    intro:
      'Dê nome a eventos na lista de anomalias (teclas 1 a 9). Com pelo menos oito de cada um de dois nomes, uma floresta de árvores de decisão aprende a dar nome aos outros, aqui e na hora.',
    none: 'Nenhum evento tem nome ainda.',
    soFar: 'Com nome até agora',
    train: 'Treinar uma floresta',
    training: 'Treinando',
    running: 'O treino está em andamento.',
    cancel: 'Cancelar',
    trees: 'Árvores',
    spectrum: 'Também pelos períodos',
    spectrumHint:
      'O espectro das primeiras 64 amostras de um evento: para o que vibra em outro ritmo. Uma placa que não o calcula recusa o modelo.',
    treesOf: (count) => `${count} árvores`,
    confidence: 'Parcela mínima das árvores para um nome',
    confidenceHint: 'Abaixo dela, o evento é chamado de “desconhecido”.',
    load: 'Abrir um modelo…',
    save: 'Salvar o modelo',
    source: 'Como código-fonte…',
    drop: 'Parar de dar nomes',
    onlyAlarms:
      'Uma floresta se baseia em como foi um alarme deste navegador. Outliers que não deram alarme só recebem nome de você.',
    otherChannels: (names) =>
      `O modelo foi treinado em outros canais (${names}): aqui ele não dá nome a nada. Abra um para estes ou treine um.`,
    model: (hash, trees) => `Modelo ${hash}, ${counted(trees, 'árvore')}:`,
    namedOf: (known, of) => `Ele dá nome a ${known} de ${counted(of, 'evento')}.`,
    outdated: 'Os nomes mudaram desde então: treine de novo.',
    cancelled: 'Cancelado: a floresta anterior continua em uso.',
    noSamples: 'Ainda não há com que aprender: conecte uma placa.',
    right: (percent) => `${percent} de acertos.`,
    accuracy: (right, of, low, high) =>
      `${right} de ${of} com o nome que você deu (de ${low} a ${high}), cada um julgado pelas árvores que não o viram.`,
    leftOut: (count) =>
      count === 1
        ? '1 evento com nome não tem números utilizáveis: ficou de fora.'
        : `${count} eventos com nome não têm números utilizáveis: ficaram de fora.`,
    confusion: 'Como os nomes se distribuem, em eventos que as árvores não viram',
    truth: 'Você diz',
    unknown: 'desconhecido',
    importance: 'Em que ela se baseia',
    importanceHint:
      'Quantos de 100 eventos receberiam o nome errado se este número fosse embaralhado.',
    disagreements: 'Onde ela discorda de você',
    you: 'você',
    theForest: 'a floresta',
    agrees: 'Ela não discorda de você em nenhum evento.',
  },
});

export const SOURCE_WORDS = spoken<Readonly<Record<SourceKind, string>>>({
  en: { 'c-branches': 'C, if and else', 'c-arrays': 'C, arrays', python: 'Python' },
  pt: { 'c-branches': 'C, if e else', 'c-arrays': 'C, vetores', python: 'Python' },
});

/** Why no forest could be trained. */
const REFUSALS = spoken({
  en: {
    noNames:
      'No event in memory has a name: name some in the list of anomalies first. An event can be learned from when it is over.',
    noNumbers: 'The named events have no usable numbers: name others.',
    oneClass: (name: string) =>
      `All named events are called “${name}”: a second name is needed to tell apart from.`,
    tooMany: (most: number) => `There are more than ${most} names: merge some.`,
    tooFew: (few: string, least: number) =>
      `Too few of ${few}. At least ${least} of each are asked for. What raised no alarm here, or is not over yet, does not count.`,
    alike: 'All named events have the same numbers: nothing tells them apart.',
  },
  pt: {
    noNames:
      'Nenhum evento na memória tem nome: primeiro dê nome a alguns na lista de anomalias. Só se aprende com um evento que já terminou.',
    noNumbers: 'Os eventos com nome não têm números utilizáveis: dê nome a outros.',
    oneClass: (name) =>
      `Todos os eventos com nome se chamam “${name}”: é preciso um segundo nome, para haver o que distinguir.`,
    tooMany: (most) => `Há mais de ${most} nomes: junte alguns.`,
    tooFew: (few, least) =>
      `Há poucos de ${few}. São necessários pelo menos ${least} de cada. O que não deu alarme aqui, ou ainda não terminou, não conta.`,
    alike: 'Todos os eventos com nome têm os mesmos números: nada os distingue.',
  },
});

export function otherChannelsWords(channels: readonly string[]): string {
  const names = channels.map(isolated).join(', ');
  return NAMES_WORDS.otherChannels(names);
}

export function accuracyWords({ right, of, low, high }: Accuracy): string {
  return NAMES_WORDS.accuracy(right, of, formatPercent(low), formatPercent(high));
}

export function refusalWords(fault: NoTraining): string {
  switch (fault.code) {
    case 'no-names':
      return REFUSALS.noNames;
    case 'no-numbers':
      return REFUSALS.noNumbers;
    case 'one-class':
      return REFUSALS.oneClass(isolated(classShown(fault.name)));
    case 'too-many-classes':
      return REFUSALS.tooMany(fault.most);
    case 'too-few': {
      const few = fault.of.map(({ name, count }) => `“${isolated(classShown(name))}”: ${count}`);
      return REFUSALS.tooFew(few.join(', '), fault.least);
    }
    case 'all-alike':
      return REFUSALS.alike;
    default:
      return fault satisfies never;
  }
}
