/** Commands in words. */
import { spoken } from '../../language/spoken.ts';
import type { LowerTab, PanelName, TableName } from '../../state/viewStore.ts';

export const COMMAND_WORDS = spoken({
  en: {
    title: 'Commands',
    none: 'No command is called that.',
    ask: 'What do you want to do?',
    search: 'Search commands',
    skip: 'Skip',
    board: 'Board',
    panels: 'Panels',
    signal: 'Signal',
    detector: 'Detector',
    page: 'Page',
    disconnect: 'Disconnect',
    connect: 'Connect board',
    sessions: 'Recorded sessions',
    push: 'Push to board',
    save: 'Save on board',
    allPanels: 'Show all panels',
    room: 'Share the room as it was built',
    live: 'Back to live',
    revert: 'Revert to what the board confirmed',
    undo: 'Undo',
    redo: 'Redo',
    keys: 'Keys',
    trouble: 'I can’t see my board',
    fit: (tab: string) => `Fit: ${tab}`,
    window: (length: string) => `Window: ${length}`,
    stacked: 'Channels stacked',
    overlaid: 'Channels overlaid',
    /** @param name the talk's `Experiment 1` */
    preset: (name: string) => `Parameters of ${name}`,
  },
  pt: {
    title: 'Comandos',
    none: 'Nenhum comando tem esse nome.',
    ask: 'O que você quer fazer?',
    search: 'Procurar comandos',
    skip: 'Pular',
    board: 'Placa',
    panels: 'Painéis',
    signal: 'Sinal',
    detector: 'Detector',
    page: 'Página',
    disconnect: 'Desconectar',
    connect: 'Conectar placa',
    sessions: 'Sessões gravadas',
    push: 'Enviar à placa',
    save: 'Salvar na placa',
    allPanels: 'Mostrar todos os painéis',
    room: 'Dividir o espaço como no início',
    live: 'Voltar ao vivo',
    revert: 'Reverter ao que a placa confirmou',
    undo: 'Desfazer',
    redo: 'Refazer',
    keys: 'Teclas',
    trouble: 'Não vejo minha placa',
    fit: (tab) => `Ajuste: ${tab}`,
    window: (length) => `Janela: ${length === 'all' ? 'tudo' : length}`,
    stacked: 'Canais empilhados',
    overlaid: 'Canais sobrepostos',
    preset: (name) => `Parâmetros do ${name.replace('Experiment', 'Experimento')}`,
  },
});

export const TAB_WORDS = spoken<Readonly<Record<LowerTab, string>>>({
  en: {
    anomalies: 'Show the anomalies',
    experiments: 'Show the experiments',
    tuning: 'Show the tuning map',
    names: 'Show the forest that names events',
    console: 'Show the console',
  },
  pt: {
    anomalies: 'Mostrar as anomalias',
    experiments: 'Mostrar os experimentos',
    tuning: 'Mostrar o mapa de sintonia',
    names: 'Mostrar a floresta que dá nome aos eventos',
    console: 'Mostrar o console',
  },
});

export const MAXIMISE_WORDS = spoken<Readonly<Record<PanelName, string>>>({
  en: {
    signal: 'Maximise the signal',
    lower: 'Maximise the panel of the anomalies',
    detector: 'Maximise the detector',
    fit: 'Maximise the Weibull fit',
  },
  pt: {
    signal: 'Maximizar o sinal',
    lower: 'Maximizar o painel das anomalias',
    detector: 'Maximizar o detector',
    fit: 'Maximizar o ajuste de Weibull',
  },
});

export const TABLE_WORDS = spoken<Readonly<Record<TableName, string>>>({
  en: {
    signal: 'The visible signal as a table',
    session: 'The whole session as a table',
    fit: 'The fit as a table',
  },
  pt: {
    signal: 'O sinal visível em tabela',
    session: 'A sessão inteira em tabela',
    fit: 'O ajuste em tabela',
  },
});

export const THEME_WORDS = spoken({
  en: { system: 'Theme of the system', light: 'Light theme', dark: 'Dark theme' },
  pt: { system: 'Tema do sistema', light: 'Tema claro', dark: 'Tema escuro' },
});

export const LANGUAGE_COMMAND_WORDS = spoken({
  en: { speak: (language: string) => `Language: ${language}` },
  pt: { speak: (language: string) => `Idioma: ${language}` },
});

export const SKIP_WORDS = spoken<Readonly<Record<PanelName, string>>>({
  en: {
    signal: 'Skip to the signal',
    lower: 'Skip to the anomalies',
    detector: 'Skip to the detector',
    fit: 'Skip to the Weibull fit',
  },
  pt: {
    signal: 'Pular para o sinal',
    lower: 'Pular para as anomalias',
    detector: 'Pular para o detector',
    fit: 'Pular para o ajuste de Weibull',
  },
});
