/** Every key that the page knows, as the sheet shows them. */
import { spoken } from '../../language/spoken.ts';
import { PRESENTER_WORDS } from '../presenter/words.ts';

export interface KeyWords {
  /** One of these each, in the words on the keys. */
  readonly keys: readonly string[];
  readonly does: string;
}

export interface KeyArea {
  readonly area: string;
  readonly keys: readonly KeyWords[];
}

export const KEY_WORDS = spoken({
  en: {
    title: 'Keys',
    close: 'Close the sheet of keys',
    areas: (): readonly KeyArea[] => [
      {
        area: 'Everywhere',
        keys: [
          { keys: ['Ctrl+K'], does: 'All commands, to be searched by name' },
          { keys: ['?'], does: 'This sheet' },
          { keys: ['Ctrl+Z'], does: 'Take back the latest edit, name or label' },
          { keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], does: 'Do it again' },
          { keys: ['N', 'P'], does: 'Go to the next and the previous anomaly' },
          { keys: ['M'], does: 'Mute alarms, and let them sound again' },
          { keys: ['V'], does: 'Presenter view, for a projector, and back' },
          { keys: ['T'], does: 'To the guided tour, while there is one' },
          { keys: ['F'], does: 'Let the panel with the focus fill the screen' },
          { keys: ['Esc'], does: 'Back to all panels; closes what is open' },
        ],
      },
      {
        area: 'In the signal',
        keys: [
          { keys: ['←', '→'], does: 'Earlier, later; with Shift by a whole window' },
          { keys: ['+', '−'], does: 'Closer, wider' },
          { keys: ['Home'], does: 'To the beginning' },
          { keys: ['End', 'L'], does: 'Back to live' },
          { keys: ['Space'], does: 'Pause the view, and go on' },
          { keys: ['A', 'B'], does: 'Set the first and the second cursor' },
          { keys: ['Delete'], does: 'Remove the cursors' },
        ],
      },
      {
        area: 'On the visible window below the signal, and on its ends',
        keys: [
          {
            keys: ['←', '→'],
            does: 'Earlier, later; with Shift, or Page ↑ and ↓, by a whole window',
          },
          { keys: ['Home', 'End'], does: 'To the beginning, to the newest' },
        ],
      },
      {
        area: 'With the pointer in the signal',
        keys: [
          { keys: ['Drag'], does: 'Look closer at what was dragged over; with Shift move' },
          { keys: ['Wheel'], does: 'Move; with Ctrl zoom' },
          { keys: ['Alt+click'], does: 'Set a cursor' },
          { keys: ['Double click'], does: 'Back to live' },
          { keys: ['Two fingers'], does: 'Zoom; one finger sideways moves' },
        ],
      },
      {
        area: 'In the list of anomalies',
        keys: [
          {
            keys: ['↑', '↓'],
            does: 'The row above or below, and why; with Shift choose all between',
          },
          { keys: ['Enter'], does: 'Go there in the signal' },
          { keys: ['Space', 'Ctrl+click'], does: 'Choose the row, or no longer' },
          { keys: ['Ctrl+A'], does: 'Choose all that are listed' },
          { keys: ['A'], does: 'Acknowledge what is chosen' },
          { keys: ['1', '…', '9'], does: 'Name what is chosen, by the classes in their order' },
          { keys: ['0'], does: 'Take its name away' },
        ],
      },
      {
        area: PRESENTER_WORDS.keys.area,
        keys: [
          { keys: ['1', '…', '5'], does: PRESENTER_WORDS.keys.disturb },
          { keys: ['L'], does: PRESENTER_WORDS.keys.live },
          { keys: ['Esc', 'V'], does: PRESENTER_WORDS.keys.leave },
        ],
      },
      {
        area: 'In a parameter',
        keys: [
          { keys: ['↑', '↓'], does: 'One step; with Shift a tenth of one' },
          { keys: ['Page ↑', 'Page ↓'], does: 'On the slider: ten steps' },
          { keys: ['Home', 'End'], does: 'On the slider: to its ends' },
          { keys: ['Enter'], does: 'Take what was typed' },
          { keys: ['Esc'], does: 'Drop what was typed' },
        ],
      },
      {
        area: 'On a handle between panels',
        keys: [
          { keys: ['←', '→', '↑', '↓'], does: 'Move it' },
          { keys: ['Home', 'End'], does: 'As far as it goes' },
          { keys: ['Enter', 'Double click'], does: 'Share the room as it was built' },
        ],
      },
    ],
  },
  pt: {
    title: 'Teclas',
    close: 'Fechar a folha de teclas',
    areas: () => [
      {
        area: 'Em qualquer lugar',
        keys: [
          { keys: ['Ctrl+K'], does: 'Todos os comandos, para procurar pelo nome' },
          { keys: ['?'], does: 'Esta folha' },
          { keys: ['Ctrl+Z'], does: 'Desfazer a última edição, nome ou rótulo' },
          { keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], does: 'Refazer' },
          { keys: ['N', 'P'], does: 'Ir para a próxima anomalia e para a anterior' },
          { keys: ['M'], does: 'Silenciar os alarmes e deixá-los soar de novo' },
          { keys: ['V'], does: 'Modo de apresentação, para um projetor, e voltar' },
          { keys: ['T'], does: 'À visita guiada, enquanto houver uma' },
          { keys: ['F'], does: 'Fazer o painel com o foco ocupar a tela' },
          { keys: ['Esc'], does: 'Voltar a todos os painéis; fecha o que está aberto' },
        ],
      },
      {
        area: 'No sinal',
        keys: [
          { keys: ['←', '→'], does: 'Antes, depois; com Shift, uma janela inteira' },
          { keys: ['+', '−'], does: 'Mais perto, mais longe' },
          { keys: ['Home'], does: 'Ao início' },
          { keys: ['End', 'L'], does: 'Voltar ao vivo' },
          { keys: ['Espaço'], does: 'Pausar a exibição e continuar' },
          { keys: ['A', 'B'], does: 'Posicionar o primeiro e o segundo cursor' },
          { keys: ['Delete'], does: 'Remover os cursores' },
        ],
      },
      {
        area: 'Na janela visível abaixo do sinal, e nas suas extremidades',
        keys: [
          {
            keys: ['←', '→'],
            does: 'Antes, depois; com Shift, ou Page ↑ e ↓, uma janela inteira',
          },
          { keys: ['Home', 'End'], does: 'Ao início, ao mais recente' },
        ],
      },
      {
        area: 'Com o ponteiro no sinal',
        keys: [
          { keys: ['Arrastar'], does: 'Ver de perto o trecho arrastado; com Shift, mover' },
          { keys: ['Roda'], does: 'Mover; com Ctrl, zoom' },
          { keys: ['Alt+clique'], does: 'Posicionar um cursor' },
          { keys: ['Clique duplo'], does: 'Voltar ao vivo' },
          { keys: ['Dois dedos'], does: 'Zoom; um dedo para o lado move' },
        ],
      },
      {
        area: 'Na lista de anomalias',
        keys: [
          {
            keys: ['↑', '↓'],
            does: 'A linha acima ou abaixo, e o porquê; com Shift, escolher todas até ela',
          },
          { keys: ['Enter'], does: 'Ir até lá no sinal' },
          { keys: ['Espaço', 'Ctrl+clique'], does: 'Escolher a linha, ou deixar de escolher' },
          { keys: ['Ctrl+A'], does: 'Escolher todas da lista' },
          { keys: ['A'], does: 'Reconhecer as escolhidas' },
          { keys: ['1', '…', '9'], does: 'Dar nome às escolhidas, pelas classes em sua ordem' },
          { keys: ['0'], does: 'Retirar o nome' },
        ],
      },
      {
        area: PRESENTER_WORDS.keys.area,
        keys: [
          { keys: ['1', '…', '5'], does: PRESENTER_WORDS.keys.disturb },
          { keys: ['L'], does: PRESENTER_WORDS.keys.live },
          { keys: ['Esc', 'V'], does: PRESENTER_WORDS.keys.leave },
        ],
      },
      {
        area: 'Em um parâmetro',
        keys: [
          { keys: ['↑', '↓'], does: 'Um passo; com Shift, um décimo dele' },
          { keys: ['Page ↑', 'Page ↓'], does: 'No controle deslizante: dez passos' },
          { keys: ['Home', 'End'], does: 'No controle deslizante: até os extremos' },
          { keys: ['Enter'], does: 'Aceitar o que foi digitado' },
          { keys: ['Esc'], does: 'Descartar o que foi digitado' },
        ],
      },
      {
        area: 'Em uma alça entre painéis',
        keys: [
          { keys: ['←', '→', '↑', '↓'], does: 'Movê-la' },
          { keys: ['Home', 'End'], does: 'Até onde ela vai' },
          { keys: ['Enter', 'Clique duplo'], does: 'Dividir o espaço como no início' },
        ],
      },
    ],
  },
});
