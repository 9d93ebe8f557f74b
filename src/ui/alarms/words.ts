import type { OutletRefusal } from '../../alarms/outlets.ts';
import { spoken } from '../../language/spoken.ts';
import type { AlarmSwitch } from '../../state/alarmSwitches.ts';
import { counted } from '../format.ts';

interface SwitchWords {
  readonly word: string;
  readonly says: string;
}

/** What each switch is called, and what it does. */
export const SWITCH_WORDS = spoken<Readonly<Record<AlarmSwitch, SwitchWords>>>({
  en: {
    sound: { word: 'Sound', says: 'Two tones at a new alarm, at most every 10 s' },
    notification: {
      word: 'Notification',
      says: 'A message of the system, also while this page is hidden',
    },
    awake: { word: 'Keep the screen on', says: 'As long as this page is in sight' },
    muted: { word: 'Mute (M)', says: 'Neither sound nor notification, until this is switched off' },
  },
  pt: {
    sound: { word: 'Som', says: 'Dois tons a cada alarme novo, no máximo a cada 10 s' },
    notification: {
      word: 'Notificação',
      says: 'Uma mensagem do sistema, mesmo com esta página oculta',
    },
    awake: { word: 'Manter a tela ligada', says: 'Enquanto esta página estiver à vista' },
    muted: { word: 'Silenciar (M)', says: 'Nem som nem notificação, até isto ser desligado' },
  },
});

/** Why a switch could not be put on, and what to do. */
export const REFUSAL_WORDS = spoken<Readonly<Record<OutletRefusal, string>>>({
  en: {
    'no-sound': 'This browser makes no sounds for pages.',
    'sound-refused': 'The browser refused to make sounds for this page.',
    'no-notifications': 'This browser shows no notifications for pages.',
    'notifications-refused':
      'The browser refused notifications for this page: allow them beside its address, then switch them on again.',
    'no-wake-lock': 'This browser cannot keep the screen on for a page.',
    'wake-lock-refused': 'The browser did not keep the screen on: the battery may be low.',
  },
  pt: {
    'no-sound': 'Este navegador não emite sons para páginas.',
    'sound-refused': 'O navegador se recusou a emitir sons para esta página.',
    'no-notifications': 'Este navegador não mostra notificações de páginas.',
    'notifications-refused':
      'O navegador recusou as notificações desta página: permita-as ao lado do endereço e ligue-as de novo.',
    'no-wake-lock': 'Este navegador não consegue manter a tela ligada para uma página.',
    'wake-lock-refused': 'O navegador não manteve a tela ligada: a bateria pode estar fraca.',
  },
});

export const ALARM_MENU_WORDS = spoken({
  en: {
    alarms: 'Alarms',
    alarmsMuted: 'Alarms, muted',
    hint: 'How alarms are told, and what is shelved',
    newAlarms: 'New alarms',
    newCount: (count: number) => counted(count, 'new alarm'),
    showNewest: (name: string, clock: string) => `Show the newest of them: ${name}, ${clock}`,
    acknowledge: (count: number): string => (count === 1 ? 'Acknowledge' : 'Acknowledge all'),
    acknowledgeHint: 'Take note of what is new: it is new no longer',
    shelved: 'Shelved channels',
    shelvedWord: (_count: number): string => 'shelved',
    with: (name: string, shelved: string) => `${name}, ${shelved}`,
    until: 'until',
    takeOff: 'Take off',
    channel: (number: number) => `channel ${number}`,
  },
  pt: {
    alarms: 'Alarmes',
    alarmsMuted: 'Alarmes, silenciados',
    hint: 'Como os alarmes são anunciados e o que está suspenso',
    newAlarms: 'Alarmes novos',
    newCount: (count: number) => counted(count, 'alarme'),
    showNewest: (name: string, clock: string) => `Mostrar o mais recente deles: ${name}, ${clock}`,
    acknowledge: (count) => (count === 1 ? 'Reconhecer' : 'Reconhecer todos'),
    acknowledgeHint: 'Tomar conhecimento do que é novo: deixa de ser novo',
    shelved: 'Canais suspensos',
    shelvedWord: (count) => (count === 1 ? 'suspenso' : 'suspensos'),
    with: (name, shelved) => `${name}, ${shelved}`,
    until: 'até',
    takeOff: 'Retomar',
    channel: (number: number) => `canal ${number}`,
  },
});
