/** Words of the lower panel: its tabs, the experiments, the tuning map, and the suggestion. */
import { spoken } from '../../language/spoken.ts';
import { counted, formatCount } from '../format.ts';

export const TAB_WORDS = spoken({
  en: {
    panel: 'Anomalies, tuning and console',
    anomalies: 'Anomalies',
    experiments: 'Experiments',
    tuning: 'Tuning map',
    names: 'Names',
    console: 'Console',
    fresh: (count: number) => ` (${formatCount(count)} new)`,
  },
  pt: {
    panel: 'Anomalias, mapa de sintonia e console',
    anomalies: 'Anomalias',
    experiments: 'Experimentos',
    tuning: 'Mapa de sintonia',
    names: 'Nomes',
    console: 'Console',
    fresh: (count) => ` (${counted(count, 'nova')})`,
  },
});

export const EXPERIMENTS_WORDS = spoken({
  en: {
    channel: 'Channel of the experiments',
    run: 'Run the six experiments',
    runAgain: 'Run again',
    runHint: 'Judge all samples that are in memory, also those that have come since',
    running: 'Running the experiments',
    outdated: 'The labels have changed since: run them again.',
    intro: 'The same samples, judged with each of six known parameter sets, side by side.',
  },
  pt: {
    channel: 'Canal dos experimentos',
    run: 'Executar os seis experimentos',
    runAgain: 'Executar de novo',
    runHint: 'Julgar todas as amostras que estão na memória, também as que chegaram desde então',
    running: 'Executando os experimentos',
    outdated: 'Os rótulos mudaram desde então: execute de novo.',
    intro:
      'As mesmas amostras, julgadas com cada um de seis conjuntos de parâmetros conhecidos, lado a lado.',
  },
});

/** Heads of the results, with what each means. */
export const RESULT_WORDS = spoken({
  en: {
    experiment: 'Exp.',
    experimentHint: 'One of six known parameter sets; they are in the list of presets, too',
    signal: 'Signal and flags',
    signalHint: 'Disc: outlier; flag: alarm',
    judged: 'Judged',
    judgedHint: 'Samples after the first fit; before it nothing can be flagged',
    outliers: 'Outliers',
    alarms: 'Alarms',
    collective: 'Collective',
    flagged: 'Flagged',
    flaggedHint: 'Outliers per sample judged',
    firstFlag: 'First flag',
    firstFlagHint: 'When the first sample was flagged',
    precision: 'Precision',
    precisionHint: 'Share of the flags that lie in a label',
    recall: 'Recall',
    recallHint: 'Share of the labels with a flag',
    f1Hint: 'Harmonic mean of precision and recall',
  },
  pt: {
    experiment: 'Exp.',
    experimentHint:
      'Um de seis conjuntos de parâmetros conhecidos; estão também na lista de predefinições',
    signal: 'Sinal e sinalizações',
    signalHint: 'Disco: outlier; bandeira: alarme',
    judged: 'Julgadas',
    judgedHint: 'Amostras depois do primeiro ajuste; antes dele nada pode ser sinalizado',
    outliers: 'Outliers',
    alarms: 'Alarmes',
    collective: 'Coletivas',
    flagged: 'Sinalizadas',
    flaggedHint: 'Outliers por amostra julgada',
    firstFlag: 'Primeira sinalização',
    firstFlagHint: 'Quando a primeira amostra foi sinalizada',
    precision: 'Precisão',
    precisionHint: 'Parcela das sinalizações que caem em um rótulo',
    recall: 'Revocação',
    recallHint: 'Parcela dos rótulos com uma sinalização',
    f1Hint: 'Média harmônica da precisão e da revocação',
  },
});

export const EXPERIMENT_WORDS = spoken({
  en: {
    table: 'Experiments compared',
    use: 'Use',
    experiment: 'Experiment ',
    /** @param name the talk's `Experiment 1` */
    named: (name: string) => name,
    spark: (name: string, outliers: number, alarms: number) =>
      `${name}: ${counted(outliers, 'outlier')}, ${counted(alarms, 'alarm')}`,
    judged: (judged: number, samples: number, learning: number) =>
      `${judged} of ${samples} samples; ${learning} went by before the first fit`,
    stillLearning: 'still learning',
    all: 'all',
    of: (judged: number, samples: number) => `${formatCount(judged)} of ${formatCount(samples)}`,
    flagged: (share: string, judged: number) => `${share} of ${judged} samples`,
    causes: (level: number, drift: number, rhythm: number) =>
      `${level} by level, ${drift} by drift, ${rhythm} by rhythm`,
    unlabelled: 'No true anomaly is labelled on this channel',
    about: (samples: number) =>
      `Each judges all ${formatCount(samples)} samples in memory, at the rate they came: R of a preset changes nothing here. Until its first fit it flags none.`,
    /** @param numbers `1`, or of several `1, 3, 6` */
    tooShort: (count: number, numbers: string, needed: number, samples: number) =>
      `${count > 1 ? 'Experiments' : 'Experiment'} ${numbers}: learns for ${formatCount(needed)} samples, and there are ${formatCount(samples)}: nothing can be flagged yet.`,
  },
  pt: {
    table: 'Comparação dos experimentos',
    use: 'Usar',
    experiment: 'Experimento ',
    named: (name) => name.replace('Experiment', 'Experimento'),
    spark: (name, outliers, alarms) =>
      `${name}: ${counted(outliers, 'outlier')}, ${counted(alarms, 'alarme')}`,
    judged: (judged, samples, learning) =>
      `${judged} de ${samples} amostras; ${learning} passaram antes do primeiro ajuste`,
    stillLearning: 'ainda aprendendo',
    all: 'todas',
    of: (judged, samples) => `${formatCount(judged)} de ${formatCount(samples)}`,
    flagged: (share, judged) => `${share} de ${judged} amostras`,
    causes: (level, drift, rhythm) =>
      `${level} por nível, ${drift} por deriva, ${rhythm} por ritmo`,
    unlabelled: 'Nenhuma anomalia verdadeira tem rótulo neste canal',
    about: (samples) =>
      `Cada um julga todas as ${formatCount(samples)} amostras na memória, à taxa em que chegaram: o R de uma predefinição não muda nada aqui. Até o seu primeiro ajuste não sinaliza nenhuma.`,
    tooShort: (count, numbers, needed, samples) =>
      `${count > 1 ? `Experimentos ${numbers}: aprendem` : `Experimento ${numbers}: aprende`} durante ${formatCount(needed)} amostras, e há ${formatCount(samples)}: ainda não é possível sinalizar nada.`,
  },
});

/** Of a button that takes parameters over. */
export const USE_WORDS = spoken({
  en: {
    use: 'Use these',
    /** @param whose `Experiment 1` */
    useOf: (whose: string) => `Use these: ${whose}`,
    inUse: 'In use',
    inUseOf: (whose: string) => `In use: ${whose}`,
    useSuggestion: 'Use these: the suggestion',
    hint: 'Put these parameters into the editing column; Undo takes it back',
    already: 'These are in the editing column already.',
  },
  pt: {
    use: 'Usar estes',
    useOf: (whose) => `Usar estes: ${whose}`,
    inUse: 'Em uso',
    inUseOf: (whose) => `Em uso: ${whose}`,
    useSuggestion: 'Usar estes: a sugestão',
    hint: 'Pôr estes parâmetros na coluna Edição; Desfazer volta atrás',
    already: 'Estes já estão na coluna Edição.',
  },
});

export const TUNING_WORDS = spoken({
  en: { region: 'Tuning', channel: 'Channel to tune on' },
  pt: { region: 'Sintonia dos parâmetros', channel: 'Canal para a sintonia' },
});

export const HEAT_MAP_WORDS = spoken({
  en: {
    compute: 'Compute the map',
    computing: 'Computing the map',
    intro:
      'Every γ with every δ over the whole recording: F1 against your labels, or, without labels, the share of samples flagged.',
    stale: 'Labels or parameters have changed since: compute it again.',
    ofLabels: 'F1 of your labels: 0',
    ofSamples: 'Share of samples flagged, in %: 0',
    map: 'Tuning map: γ across, δ down',
    cell: (gamma: string, delta: string, found: string) => `γ ${gamma}, δ ${delta}: ${found}`,
    flagged: (share: string) => `${share} flagged`,
    now: (gamma: string, delta: string) =>
      ` · ring: now (γ ${gamma}, δ ${delta}) · arrow keys move, Enter takes`,
    inUse: (cell: string) => `${cell}, in use now`,
    exactly: (cell: string, value: string) => `${cell} (exactly ${value})`,
  },
  pt: {
    compute: 'Calcular o mapa',
    computing: 'Calculando o mapa',
    intro:
      'Cada γ com cada δ sobre todas as amostras: F1 em relação aos seus rótulos ou, sem rótulos, a parcela de amostras sinalizadas.',
    stale: 'Rótulos ou parâmetros mudaram desde então: calcule de novo.',
    ofLabels: 'F1 dos seus rótulos: 0',
    ofSamples: 'Parcela de amostras sinalizadas, em %: 0',
    map: 'Mapa de sintonia: γ na horizontal, δ na vertical',
    cell: (gamma, delta, found) => `γ ${gamma}, δ ${delta}: ${found}`,
    flagged: (share) => `${share} das amostras sinalizadas`,
    now: (gamma, delta) =>
      ` · anel: agora (γ ${gamma}, δ ${delta}) · as setas movem, Enter escolhe`,
    inUse: (cell) => `${cell}, em uso agora`,
    exactly: (cell, value) => `${cell} (exatamente ${value})`,
  },
});

export const SUGGEST_WORDS = spoken({
  en: {
    suggest: 'Suggest parameters',
    intro:
      'Searches γ, δ, N, B, W and the bounds of drift and rhythm for the best F1 against your labels on this channel.',
    budget: 'Time for the search, in seconds',
    labelFirst: 'Label some true anomalies first.',
    atMost: (seconds: number) => `Give a time of at most ${seconds} s.`,
    howToLabel:
      'Label some true anomalies first: tick them in the list, or point at them in the plot.',
    searching: 'Searching',
    bestOf: (sets: number) => `Best of ${counted(sets, 'set')}`,
    bestSoFar: 'Best so far',
    outdated: 'The labels have changed since: search again.',
  },
  pt: {
    suggest: 'Sugerir parâmetros',
    intro:
      'Procura os γ, δ, N, B, W e os limiares de deriva e ritmo com o melhor F1 em relação aos seus rótulos neste canal.',
    budget: 'Tempo para a busca, em segundos',
    labelFirst: 'Primeiro dê rótulos a algumas anomalias verdadeiras.',
    atMost: (seconds) => `Dê um tempo de no máximo ${seconds} s.`,
    howToLabel:
      'Primeiro dê rótulos a algumas anomalias verdadeiras: marque-as na lista ou aponte-as no gráfico.',
    searching: 'Procurando',
    bestOf: (sets) => `O melhor de ${counted(sets, 'conjunto')}`,
    bestSoFar: 'O melhor até agora',
    outdated: 'Os rótulos mudaram desde então: procure de novo.',
  },
});
