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
    muted: { word: 'Mute (M)', says: 'Neither sound nor notification for now' },
  },
  pt: {
    sound: { word: 'Som', says: 'Dois tons a cada alarme novo, no máximo a cada 10 s' },
    notification: {
      word: 'Notificação',
      says: 'Uma mensagem do sistema, mesmo com esta página oculta',
    },
    awake: { word: 'Manter a tela ligada', says: 'Enquanto esta página estiver à vista' },
    muted: { word: 'Silenciar (M)', says: 'Nem som nem notificação por enquanto' },
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
    acknowledge: 'Acknowledge',
    acknowledgeHint: 'Take note of all of them: they are new no longer',
    told: 'Told alarm',
    shelved: 'Shelved channels',
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
    acknowledge: 'Reconhecer',
    acknowledgeHint: 'Tomar conhecimento de todos: deixam de ser novos',
    told: 'Alarme anunciado',
    shelved: 'Canais suspensos',
    until: 'até',
    takeOff: 'Retomar',
    channel: (number: number) => `canal ${number}`,
  },
});
