/** All words of the examples: what each is, its question and its answer. */
import { spoken } from '../../language/spoken.ts';
import type { ExampleName } from '../../tour/exampleNames.ts';

interface ExampleWords {
  /** Of the recording, too. */
  readonly title: string;
  readonly about: string;
  readonly question: string;
  readonly answer: string;
}

/** What the answers say, test/examples holds the detector to. */
export const EXAMPLES = spoken<Readonly<Record<ExampleName, ExampleWords>>>({
  en: {
    machine: {
      title: 'Example: machine',
      about: 'Vibration of a shaft, two minutes at 25 Hz.',
      question:
        'Three things go wrong after 0:40, each flagged by another cause. What are they, and when?',
      answer:
        '0:50, level: a knock, one sample far from the mean. 1:10, drift: the mount has slipped, and the level of whole blocks with it. 1:39, rhythm: the sensor sticks, and does not cross its mean any more. These two are flagged a little later: once a block is full, or a run too long.',
    },
    environment: {
      title: 'Example: environment',
      about: 'Temperature of a room, four weeks, every ten minutes.',
      question:
        'In one night a heater was left on, and nothing is flagged: by day such a value is normal. Which parameter shows that night?',
      answer:
        'Season. One day is 86 400 000 ms: the usual course of a day is taken off before judging, and 1 February, 02:00 is flagged.',
    },
    payments: {
      title: 'Example: payments',
      about: 'Payments in ten minutes, two weeks.',
      question:
        'Fraud makes counts too high, an outage makes them too low: five alarms. Which parameter leaves the fraud alone, and how many alarms are left?',
      answer:
        'Tail, upper: only what lies above the mean counts. Three are left: 16 January 14:20, 20 January 07:10 and 23 January 16:50.',
    },
    network: {
      title: 'Example: network',
      about: 'Connections a second, half an hour.',
      question:
        'Ordinary traffic comes in bursts; two scans of all ports are in it, and both are flagged. Which of γ and δ sets the limit here?',
      answer:
        'δ. The bursts give the Weibull a long tail, and its limit lies above γ: with γ 2 the same two are flagged, with δ 0.5 five.',
    },
  },
  pt: {
    machine: {
      title: 'Exemplo: máquina',
      about: 'Vibração de um eixo, dois minutos a 25 Hz.',
      question:
        'Três coisas dão errado depois de 0:40, cada uma sinalizada por uma causa diferente. Quais são, e quando?',
      answer:
        '0:50, nível: uma batida, uma só amostra longe da média. 1:10, deriva: o suporte escorregou, e com ele o nível de blocos inteiros. 1:39, ritmo: o sensor travou e não cruza mais a sua média. Esses dois são sinalizados pouco depois: quando um bloco se completa, ou um trecho fica longo demais.',
    },
    environment: {
      title: 'Exemplo: ambiente',
      about: 'Temperatura de uma sala, quatro semanas, a cada dez minutos.',
      question:
        'Em uma das noites um aquecedor ficou ligado, e nada é sinalizado: de dia, um valor desses é normal. Qual parâmetro mostra essa noite?',
      answer:
        'Sazonalidade. Um dia são 86 400 000 ms: o comportamento habitual de um dia é descontado antes do julgamento, e 1º de fevereiro, 02:00, é sinalizado.',
    },
    payments: {
      title: 'Exemplo: pagamentos',
      about: 'Pagamentos a cada dez minutos, duas semanas.',
      question:
        'Uma fraude torna as contagens altas demais, uma queda do serviço as torna baixas demais: cinco alarmes. Qual parâmetro deixa só a fraude, e quantos alarmes restam?',
      answer:
        'Cauda, superior: só conta o que está acima da média. Restam três: 16 de janeiro às 14:20, 20 de janeiro às 07:10 e 23 de janeiro às 16:50.',
    },
    network: {
      title: 'Exemplo: rede',
      about: 'Conexões por segundo, meia hora.',
      question:
        'O tráfego normal vem em rajadas; há nele duas varreduras de todas as portas, e ambas são sinalizadas. Qual dos dois, γ ou δ, define o limite aqui?',
      answer:
        'δ. As rajadas dão à Weibull uma cauda longa, e o limite dela fica acima de γ: com γ = 2 são sinalizadas as mesmas duas, com δ = 0,5, cinco.',
    },
  },
});

export const EXAMPLE_WORDS = spoken({
  en: {
    heading: 'Examples with a question',
    region: 'Example',
    command: (title: string) => `Open ${title.replace(/^E/, 'e')}`,
    reveal: 'Show the answer',
    hide: 'Hide the answer',
    defaults: 'Set the default parameters',
    defaultsHint: 'The question is asked of the default parameters; yours are others.',
    notLoaded: 'The example could not be loaded: check the connection and try again.',
  },
  pt: {
    heading: 'Exemplos com uma pergunta',
    region: 'Exemplo',
    command: (title) => `Abrir ${title.replace(/^E/, 'e')}`,
    reveal: 'Mostrar a resposta',
    hide: 'Ocultar a resposta',
    defaults: 'Usar os parâmetros padrão',
    defaultsHint: 'A pergunta supõe os parâmetros padrão; os seus são outros.',
    notLoaded: 'Não foi possível carregar o exemplo: verifique a conexão e tente de novo.',
  },
});
