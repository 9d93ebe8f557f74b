/** Words of the guided tour: of its bar, and of the steps of its first chapter. */

import { spoken } from '../../language/spoken.ts';
import type { CHAPTERS } from '../../tour/steps.ts';

export interface StepWords {
  readonly title: string;
  /** What there is to do, and what to look at. */
  readonly text: string;
  /** What to do when nothing happens. */
  readonly hint: string;
  /** What the person has just seen, once it is done. */
  readonly seen: string;
}

export const STEP_WORDS = spoken<Readonly<Record<(typeof CHAPTERS.loop)[number], StepWords>>>({
  en: {
    open: {
      title: 'Open the virtual machine',
      text: 'It is a whole board with the same firmware, inside this page: nothing to plug in, nothing to install.',
      hint: 'Press Virtual machine, or choose it under ▾ beside Connect board.',
      seen: 'A machine turns, and its board sends two signals.',
    },
    learn: {
      title: 'Watch it learn',
      text: 'Of each block of samples the detector keeps the largest deviation. From a few of these it fits a Weibull, and limits appear around each signal. Nothing to press: a few seconds.',
      hint: 'The line of the signal must move. If it stands still, press Back to live.',
      seen: 'It has learned: the band around each signal is what counts as normal.',
    },
    spike: {
      title: 'Disturb it',
      text: 'Press Spike, and watch the signal: one sample lies far away.',
      hint: 'Spike stands in the row of buttons above the signal.',
      seen: 'Flagged at that very sample, by the board and by this page.',
    },
    why: {
      title: 'Ask why',
      text: 'Choose the newest row of the list of anomalies. The panel of the fit then says Why: the value, the limit of that moment, and how rare it is.',
      hint: 'Press N: it goes to an anomaly from wherever you are.',
      seen: 'Every flag is explained like this one.',
    },
    gamma: {
      title: 'Move a limit',
      text: 'γ is the least deviation that can count. Drag it down to 2 and look at the signal: this page judges all of it anew, at once. The board knows nothing of it yet.',
      hint: 'γ is the first slider of the detector. Type 2 into its field, or hold the left arrow key on the slider.',
      seen: 'The limits came closer: what lies beyond them now would have been flagged.',
    },
    cdf: {
      title: 'See the Weibull',
      text: 'With γ that low the limit is the Weibull’s. Open the tab CDF of the fit: the curve through the largest deviations of the blocks.',
      hint: 'The tabs Why, CDF, Paper… stand above the fit.',
      seen: 'Each dot is a block’s maximum, the line the Weibull through them.',
    },
    delta: {
      title: 'Say how rare is too rare',
      text: 'δ is the height on this curve from which on a deviation is too rare. Drag it and see the limit move: up the curve fewer are flagged, down more.',
      hint: 'δ is below γ. The arrow keys move it, too.',
      seen: 'γ and δ: the larger of their two limits holds.',
    },
    revert: {
      title: 'Take it back',
      text: 'Press Revert: the page judges by what the board has again.',
      hint: 'Revert stands below or above the sliders, beside Push to board.',
      seen: 'Nothing was lost: what was flagged before is flagged again.',
    },
    flat: {
      title: 'A sensor that sticks',
      text: 'Press Live to see the newest samples again, then Flat line: every value is a usual one, but it does not change any more. How long a signal stays on one side of its mean is judged, too.',
      hint: 'Half a second is enough, once half a minute was learned. Press Flat line again when the signal moves again.',
      seen: 'Flagged, though not one value was unusual.',
    },
    push: {
      title: 'Give it to the board',
      text: 'Set γ to 3.5 and press Push to board: the detector on the board goes on with it, and reads it back.',
      hint: 'Push to board can be pressed once a value differs from the board’s.',
      seen: 'The board confirmed it: both columns say the same.',
    },
    save: {
      title: 'Keep it',
      text: 'Press Save on board: it keeps these parameters without power.',
      hint: 'Save on board stands beside Push to board.',
      seen: 'Saved. Pull the plug, and it comes back with them.',
    },
    drift: {
      title: 'A fault without a spike',
      text: 'Press Drift: the signal climbs slowly, and no sample is odd by itself. What is judged is the mean of each block, by the same rule.',
      hint: 'It takes two seconds until a whole block lies too high; soon after another disturbance the limits are wide. Press Drift again when the signal is as before.',
      seen: 'Flagged with no odd sample: by a block’s mean (drift), or by how long it stayed on one side of it (rhythm).',
    },
    end: {
      title: 'That is the whole loop',
      text: 'Learn, flag, explain, tune, push, save. With a board of your own it is the same: connect it, or install the firmware on a fresh one. Every session was recorded: ▾ beside Connect board lists them.',
      hint: '',
      seen: '',
    },
  },
  pt: {
    open: {
      title: 'Abra a máquina virtual',
      text: 'É uma placa inteira com o mesmo firmware, dentro desta página: nada a conectar, nada a instalar.',
      hint: 'Pressione Máquina virtual, ou escolha-a em ▾ ao lado de Conectar placa.',
      seen: 'Uma máquina gira, e a placa dela envia dois sinais.',
    },
    learn: {
      title: 'Veja-a aprender',
      text: 'De cada bloco de amostras o detector guarda o maior desvio. A alguns deles ele ajusta uma Weibull, e aparecem limites em torno de cada sinal. Nada a pressionar: são alguns segundos.',
      hint: 'A linha do sinal precisa se mover. Se estiver parada, pressione Voltar ao vivo.',
      seen: 'Ele aprendeu: a faixa em torno de cada sinal é o que conta como normal.',
    },
    spike: {
      title: 'Perturbe-a',
      text: 'Pressione Pico e observe o sinal: uma amostra fica muito distante.',
      hint: 'Pico está na fileira de botões acima do sinal.',
      seen: 'Sinalizado naquela mesma amostra, pela placa e por esta página.',
    },
    why: {
      title: 'Pergunte por quê',
      text: 'Escolha a linha mais nova da lista de anomalias. O painel do ajuste diz então Por quê: o valor, o limite daquele momento e o quanto isso é raro.',
      hint: 'Pressione N: leva a uma anomalia, de onde quer que você esteja.',
      seen: 'Cada sinalização se explica como esta.',
    },
    gamma: {
      title: 'Mova um limite',
      text: 'γ é o menor desvio que pode contar. Arraste-o até 2 e olhe o sinal: esta página julga tudo de novo, na hora. A placa ainda não sabe disso.',
      hint: 'γ é o primeiro controle do detector. Digite 2 no campo dele, ou segure a seta para a esquerda no controle.',
      seen: 'Os limites chegaram mais perto: o que fica além deles agora teria sido sinalizado.',
    },
    cdf: {
      title: 'Veja a Weibull',
      text: 'Com γ tão baixo o limite é o da Weibull. Abra a aba CDF do ajuste: a curva que passa pelos maiores desvios dos blocos.',
      hint: 'As abas Por quê, CDF, Papel… ficam acima do ajuste.',
      seen: 'Cada ponto é o máximo de um bloco; a linha, a Weibull que passa por eles.',
    },
    delta: {
      title: 'Diga o que é raro demais',
      text: 'δ é a altura nesta curva a partir da qual um desvio é raro demais. Arraste-o e veja o limite se mover: curva acima há menos sinalizações, curva abaixo mais.',
      hint: 'δ fica abaixo de γ. As setas também o movem.',
      seen: 'γ e δ: vale o maior dos dois limites.',
    },
    revert: {
      title: 'Desfaça',
      text: 'Pressione Reverter: a página volta a julgar com o que a placa tem.',
      hint: 'Reverter fica abaixo ou acima dos controles, ao lado de Enviar à placa.',
      seen: 'Nada se perdeu: o que estava sinalizado antes está de novo.',
    },
    flat: {
      title: 'Um sensor que fica preso',
      text: 'Pressione Ao vivo para ver de novo as amostras mais novas, e depois Linha plana: cada valor é habitual, mas não muda mais. Também se julga por quanto tempo um sinal fica de um lado da média.',
      hint: 'Meio segundo basta, depois de meio minuto de aprendizado. Pressione Linha plana outra vez quando o sinal voltar a se mover.',
      seen: 'Sinalizado, embora nenhum valor fosse incomum.',
    },
    push: {
      title: 'Entregue à placa',
      text: 'Ponha γ em 3,5 e pressione Enviar à placa: o detector da placa segue com ele, e a placa o lê de volta.',
      hint: 'Enviar à placa pode ser pressionado quando um valor difere do da placa.',
      seen: 'A placa confirmou: as duas colunas dizem o mesmo.',
    },
    save: {
      title: 'Guarde',
      text: 'Pressione Salvar na placa: ela guarda estes parâmetros mesmo sem energia.',
      hint: 'Salvar na placa fica ao lado de Enviar à placa.',
      seen: 'Salvo. Desconecte o cabo, e ela volta com eles.',
    },
    drift: {
      title: 'Uma falha sem pico',
      text: 'Pressione Deriva: o sinal sobe devagar, e nenhuma amostra é estranha por si só. O que se julga é a média de cada bloco, pela mesma regra.',
      hint: 'Leva dois segundos até que um bloco inteiro fique alto demais; logo após outra perturbação os limites estão largos. Pressione Deriva outra vez quando o sinal estiver como antes.',
      seen: 'Sinalizado sem nenhuma amostra estranha: pela média de um bloco (deriva), ou pelo tempo que ele ficou de um lado dela (ritmo).',
    },
    end: {
      title: 'Este é o ciclo inteiro',
      text: 'Aprender, sinalizar, explicar, ajustar, enviar, salvar. Com uma placa sua é a mesma coisa: conecte-a, ou instale o firmware em uma nova. Cada sessão foi gravada: ▾ ao lado de Conectar placa mostra a lista.',
      hint: '',
      seen: '',
    },
  },
});

export const TOUR_WORDS = spoken({
  en: {
    region: 'Guided tour',
    cutOff: 'This step needs the virtual machine.',
    cutOffElse: 'This step needs the virtual machine; opening it lets go of what is connected now.',
    openAgain: 'Open the virtual machine',
    showMe: 'Show me where',
    wayBack: 'The key T leads back here.',
    skip: 'Skip step',
    back: 'Back',
    end: 'End tour',
    finish: 'Done',
    step: (nth: number, of: number) => `Step ${nth} of ${of}`,
  },
  pt: {
    region: 'Visita guiada',
    cutOff: 'Este passo precisa da máquina virtual.',
    cutOffElse:
      'Este passo precisa da máquina virtual; abri-la desconecta o que está conectado agora.',
    openAgain: 'Abrir a máquina virtual',
    showMe: 'Mostrar onde',
    wayBack: 'A tecla T traz de volta aqui.',
    skip: 'Pular o passo',
    back: 'Voltar',
    end: 'Encerrar a visita',
    finish: 'Pronto',
    step: (nth, of) => `Passo ${nth} de ${of}`,
  },
});
