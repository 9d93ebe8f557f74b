/** What is said of alarms, and of what a person did with a key, to somebody who does not see it. */
import { spoken } from '../../language/spoken.ts';
import { counted } from '../format.ts';

export const ACT_WORDS = spoken({
  en: {
    toldAlarm: 'Told alarm',
    acts: 'What was done',
    undone: (what: string) => `Undone: ${what}`,
    redone: (what: string) => `Done again: ${what}`,
    back: (parameter: string, value: string) => `${parameter} back to ${value}`,
    parameters: (count: number) => counted(count, 'parameter'),
    ofChannel: (channel: string, what: string) => `${channel}, ${what}`,
    judged: 'judged',
    notJudged: 'not judged',
    named: (count: number, name: string) =>
      count === 1 ? `Named: ${name}` : `Named: ${counted(count, 'event')} ${name}`,
    unnamed: (count: number, name: string) =>
      count === 1 ? `Name taken away: ${name}` : `Name taken away from ${count} events: ${name}`,
    hasName: (count: number, name: string) =>
      count === 1 ? `named ${name}` : `${counted(count, 'event')} named ${name}`,
    hasNoName: (count: number, name: string) =>
      count === 1 ? `no longer named ${name}` : `${count} events no longer named ${name}`,
    names: (count: number) => `names of ${counted(count, 'event')}`,
    classThere: (name: string) => `class ${name} is there`,
    classGone: (name: string) => `class ${name} is gone`,
    classCalled: (before: string, name: string) => `class ${before} is called ${name}`,
    classLook: (name: string) => `look of class ${name}`,
    classes: 'classes',
    acknowledged: (count: number) => `Acknowledged: ${counted(count, 'alarm')}`,
    shelved: (channel: string) => `Shelved: ${channel}`,
    unshelved: (channel: string) => `No longer shelved: ${channel}`,
    noted: 'Note kept',
    unnoted: 'Note taken away',
    muted: 'Alarms muted',
    unmuted: 'Alarms no longer muted',
  },
  pt: {
    toldAlarm: 'Alarme anunciado',
    acts: 'O que foi feito',
    undone: (what) => `Desfeito: ${what}`,
    redone: (what) => `Refeito: ${what}`,
    back: (parameter, value) => `${parameter} de volta a ${value}`,
    parameters: (count) => counted(count, 'parâmetro'),
    ofChannel: (channel, what) => `${channel}, ${what}`,
    judged: 'avaliado',
    notJudged: 'não avaliado',
    named: (count, name) =>
      count === 1 ? `Nome dado: ${name}` : `Nome dado a ${count} eventos: ${name}`,
    unnamed: (count, name) =>
      count === 1 ? `Nome retirado: ${name}` : `Nome retirado de ${count} eventos: ${name}`,
    hasName: (count, name) =>
      count === 1 ? `com o nome ${name}` : `${count} eventos com o nome ${name}`,
    hasNoName: (count, name) =>
      count === 1 ? `sem o nome ${name}` : `${count} eventos sem o nome ${name}`,
    names: (count) => `nomes de ${counted(count, 'evento')}`,
    classThere: (name) => `a classe ${name} existe`,
    classGone: (name) => `a classe ${name} não existe mais`,
    classCalled: (before, name) => `a classe ${before} se chama ${name}`,
    classLook: (name) => `aparência da classe ${name}`,
    classes: 'classes',
    acknowledged: (count) =>
      count === 1 ? 'Reconhecido: 1 alarme' : `Reconhecidos: ${counted(count, 'alarme')}`,
    shelved: (channel) => `Suspenso: ${channel}`,
    unshelved: (channel) => `Não mais suspenso: ${channel}`,
    noted: 'Nota guardada',
    unnoted: 'Nota retirada',
    muted: 'Alarmes silenciados',
    unmuted: 'Alarmes não mais silenciados',
  },
});
