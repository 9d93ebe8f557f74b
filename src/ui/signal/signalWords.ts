/** Words of the signal's panel: its toolbar, what stands in place of the plots, and labelling. */
import { spoken } from '../../language/spoken.ts';
import { counted } from '../format.ts';

export const PANEL_WORDS = spoken({
  en: {
    signal: 'Signal',
    plots: 'Plots',
    allHidden: 'All channels are hidden.',
    /** Of a channel whose alarms are listed and not told. */
    shelved: 'shelved',
    more: (channels: number) => `${counted(channels, 'channel')} more`,
    rawSince: (clock: string) =>
      `Raw samples since ${clock}; before that, the overview. A change of parameters judges the raw samples only.`,
    opening: 'Opening the board…',
    handshaking: 'Asking the board who it is…',
    noSample: 'Connected. Waiting for the first sample…',
    noSamples: 'No samples come.',
    installing: 'The firmware is being installed…',
    reconnecting: 'The board went away. Looking for it…',
    asking: 'Choose a port…',
    noBoard: 'No board is connected.',
  },
  pt: {
    signal: 'Sinal',
    plots: 'Gráficos',
    allHidden: 'Todos os canais estão ocultos.',
    shelved: 'suspenso',
    more: (channels) => `mais ${counted(channels, 'canal', 'canais')}`,
    rawSince: (clock) =>
      `Amostras brutas desde ${clock}; antes disso, a visão geral. Uma mudança de parâmetros julga só as amostras brutas.`,
    opening: 'Abrindo a placa…',
    handshaking: 'Perguntando à placa quem ela é…',
    noSample: 'Placa conectada. Aguardando a primeira amostra…',
    noSamples: 'Nenhuma amostra chega.',
    installing: 'O firmware está sendo instalado…',
    reconnecting: 'A placa sumiu. Procurando por ela…',
    asking: 'Escolha uma porta…',
    noBoard: 'Nenhuma placa está conectada.',
  },
});

export const TOOLBAR_WORDS = spoken({
  en: {
    shown: 'Channels shown',
    more: (channels: number) => `${channels} more channels`,
    fewerChannels: 'Fewer channels',
    fewer: 'fewer',
    show: (channel: string) => `Show ${channel}`,
    hide: (channel: string) => `Hide ${channel}`,
    label: 'Label',
    labelAnomalies: 'Label anomalies',
    labelHint: 'Point at the plot to say what was truly an anomaly',
    cursors: 'Cursors',
    cursorsHint: 'Two cursors: time, values and statistics between them',
    window: 'Window',
    all: 'all',
    live: 'Live',
    backToLive: 'Back to live',
    pause: 'Pause',
    pauseView: 'Pause view',
  },
  pt: {
    shown: 'Canais mostrados',
    more: (channels) => `mais ${counted(channels, 'canal', 'canais')}`,
    fewerChannels: 'Menos canais',
    fewer: 'menos',
    show: (channel) => `Mostrar ${channel}`,
    hide: (channel) => `Ocultar ${channel}`,
    label: 'Rotular',
    labelAnomalies: 'Rotular anomalias',
    labelHint: 'Aponte no gráfico o que foi de fato uma anomalia',
    cursors: 'Cursores',
    cursorsHint: 'Dois cursores: tempo, valores e estatísticas entre eles',
    window: 'Janela',
    all: 'tudo',
    live: 'Ao vivo',
    backToLive: 'Voltar ao vivo',
    pause: 'Pausar',
    pauseView: 'Pausar a exibição',
  },
});

export const MARK_WORDS = spoken({
  en: {
    browser: 'browser',
    board: 'board',
    alarm: 'alarm',
    collective: 'collective',
    drift: 'drift',
    rhythm: 'rhythm',
    limits: 'limits',
    gap: 'lost or silent',
  },
  pt: {
    browser: 'navegador',
    board: 'placa',
    alarm: 'alarme',
    collective: 'coletiva',
    drift: 'deriva',
    rhythm: 'ritmo',
    limits: 'limites',
    gap: 'perda ou silêncio',
  },
});

export const LABEL_WORDS = spoken({
  en: {
    how: 'Click a moment or drag over a true anomaly; or tick it in the list. Esc ends.',
    labels: (count: number) => counted(count, 'label'),
    full: ': no more are kept, the oldest go',
    nothingToUndo: 'There is no label to undo.',
    undoHint: 'Take back the last change (Ctrl+Z in the plot)',
    undo: 'Undo label',
    none: 'There are no labels.',
    clearHint: 'Remove all labels; Undo label brings them back',
    clear: 'Clear labels',
  },
  pt: {
    how: 'Clique em um momento ou arraste sobre uma anomalia verdadeira; ou marque-a na lista. Esc encerra.',
    labels: (count) => counted(count, 'rótulo'),
    full: ': não cabem mais, os mais antigos saem',
    nothingToUndo: 'Não há rótulo a desfazer.',
    undoHint: 'Desfazer a última mudança (Ctrl+Z no gráfico)',
    undo: 'Desfazer rótulo',
    none: 'Não há rótulos.',
    clearHint: 'Remover todos os rótulos; Desfazer rótulo os traz de volta',
    clear: 'Remover rótulos',
  },
});

export const UNREAD_PANE_WORDS = spoken({
  en: {
    title: (lines: number) =>
      `${counted(lines, 'line')} ${lines === 1 ? 'was' : 'were'} not understood`,
    newest: 'The newest lines',
    example: 'A line that is read:',
    copy: 'Copy',
    copied: 'The statement is in the clipboard.',
    notCopied: 'The clipboard is not allowed here: mark the statement and copy it.',
  },
  pt: {
    title: (lines) =>
      lines === 1 ? '1 linha não foi entendida' : `${counted(lines, 'linha')} não foram entendidas`,
    newest: 'As linhas mais novas',
    example: 'Uma linha que é lida:',
    copy: 'Copiar',
    copied: 'A instrução está na área de transferência.',
    notCopied: 'A área de transferência não está liberada aqui: selecione a instrução e copie-a.',
  },
});
