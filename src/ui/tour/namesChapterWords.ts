/** Words of the chapter on names. */
import { spoken } from '../../language/spoken.ts';
import type { CHAPTERS } from '../../tour/steps.ts';
import type { StepWords } from './words.ts';

type NamesWords = Readonly<Record<(typeof CHAPTERS.names)[number], StepWords>>;

export const NAMES_STEP_WORDS = spoken<NamesWords>({
  en: {
    'names-open': {
      title: 'Open the virtual machine',
      text: 'To name what happens, something has to happen: the virtual machine can be disturbed at will.',
      hint: 'Press Virtual machine, or choose it under ▾ beside Connect board.',
      seen: 'The machine turns.',
    },
    'names-learn': {
      title: 'Let it learn',
      text: 'The detector finds that something was odd. What it was, a forest of decision trees will say: only of what the detector has found.',
      hint: 'The line of the signal must move. If it stands still, press Back to live.',
      seen: 'It has learned what is normal.',
    },
    'names-raise': {
      title: 'Make something to name',
      text: 'Press Spike eight times, a few seconds apart, then Burst eight times, six seconds apart: sixteen events in the list of anomalies.',
      hint: 'What comes soon after another disturbance surprises less, and may not be flagged: wait a few seconds, and press again. Events from this step on count.',
      seen: 'Sixteen events, of two kinds.',
    },
    'names-give': {
      title: 'Say what they were',
      text: 'The newest rows are bursts, of several outliers each: press name… in one and type burst, Enter. Press its name again: All like this one… proposes the others, you accept. Then the same with a spike, further down, of one outlier. Eight of each are needed.',
      hint: 'Or choose a row and press its class’s number key, from 1 to 9. Names counts how many you have; too few? Press Spike or Burst again.',
      seen: 'Eight of each have a name: enough to learn from.',
    },
    'names-train': {
      title: 'Train the forest',
      text: 'Open the tab Names and press Train a forest. It says how many it names as you did, each by trees that have not seen it, and where it says otherwise.',
      hint: 'Names stands beside Anomalies, below the signal.',
      seen: 'Trained, here in the page. It names every event, older ones and those to come.',
    },
    'names-push': {
      title: 'Give it to the board',
      text: 'Press Push model to board: the trees travel to the board in checked pieces, and it reads them back.',
      hint: 'The button stands below the report of the training; scroll down in Names.',
      seen: 'The board has the same trees, and kept them.',
    },
    'names-again': {
      title: 'Let the board say it',
      text: 'Press Burst once more, and look at its row: when the event is over, page and board both name it.',
      hint: 'An event ends when the signal was quiet for a while: a second or two.',
      seen: 'Named by the board itself. Names counts how often the two agree.',
    },
    'names-end': {
      title: 'Found, and named',
      text: 'A model can be saved as a file, opened by others, and written as C or Python source. Your classes and names are in the recording of this session.',
      hint: '',
      seen: '',
    },
  },
  pt: {
    'names-open': {
      title: 'Abra a máquina virtual',
      text: 'Para dar nome ao que acontece, algo precisa acontecer: a máquina virtual pode ser perturbada à vontade.',
      hint: 'Pressione Máquina virtual, ou escolha-a em ▾ ao lado de Conectar placa.',
      seen: 'A máquina está girando.',
    },
    'names-learn': {
      title: 'Deixe que aprenda',
      text: 'O detector descobre que algo foi estranho. O que foi, quem diz é uma floresta de árvores de decisão: só do que o detector encontrou.',
      hint: 'A linha do sinal precisa se mover. Se estiver parada, pressione Voltar ao vivo.',
      seen: 'Ele aprendeu o que é normal.',
    },
    'names-raise': {
      title: 'Crie algo a que dar nome',
      text: 'Pressione Pico oito vezes, a cada poucos segundos, e depois Rajada oito vezes, a cada seis segundos: dezesseis eventos na lista de anomalias.',
      hint: 'O que vem logo depois de outra perturbação surpreende menos e pode não ser sinalizado: espere alguns segundos e pressione de novo. Contam os eventos a partir deste passo.',
      seen: 'Dezesseis eventos, de dois tipos.',
    },
    'names-give': {
      title: 'Diga o que foram',
      text: 'As linhas mais novas são rajadas, com vários outliers cada: pressione nome… em uma delas e digite rajada, Enter. Pressione o nome outra vez: Todos como este… propõe os outros, e você aceita. Depois, o mesmo com um pico, mais abaixo, com um só outlier. São necessários oito de cada.',
      hint: 'Ou escolha uma linha e pressione a tecla numérica da classe, de 1 a 9. A aba Nomes conta quantos você tem; são poucos? Pressione Pico ou Rajada outra vez.',
      seen: 'Oito de cada têm nome: o bastante para aprender.',
    },
    'names-train': {
      title: 'Treine a floresta',
      text: 'Abra a aba Nomes e pressione Treinar uma floresta. Ela diz quantos nomeia como você, cada um por árvores que não o viram, e onde discorda.',
      hint: 'Nomes fica ao lado de Anomalias, abaixo do sinal.',
      seen: 'Treinada, aqui na página. Ela dá nome a cada evento, aos antigos e aos que virão.',
    },
    'names-push': {
      title: 'Entregue-a à placa',
      text: 'Pressione Enviar o modelo à placa: as árvores viajam até a placa em partes conferidas, e ela as lê de volta.',
      hint: 'O botão fica abaixo do relatório do treino; role a aba Nomes para baixo.',
      seen: 'A placa tem as mesmas árvores, e as guardou.',
    },
    'names-again': {
      title: 'Deixe a placa dizer',
      text: 'Pressione Rajada mais uma vez e olhe a linha dela: quando o evento termina, página e placa dão nome a ele.',
      hint: 'Um evento termina quando o sinal ficou calmo por algum tempo: um ou dois segundos.',
      seen: 'O nome veio da própria placa. A aba Nomes conta quantas vezes as duas concordam.',
    },
    'names-end': {
      title: 'Encontrado, e com nome',
      text: 'Um modelo pode ser salvo em arquivo, aberto por outras pessoas e escrito como código C ou Python. Suas classes e nomes estão na gravação desta sessão.',
      hint: '',
      seen: '',
    },
  },
});
