/** The one place that turns what an installation does, and what stops it, into words. */
import type { InstallFault } from '../../board/installer/installFault.ts';
import type {
  InstallAction,
  InstallOutcome,
  InstallStage,
} from '../../board/installer/installPlan.ts';
import { spoken } from '../../language/spoken.ts';

export interface InstallWords {
  readonly title: string;
  readonly advice: string;
}

export function stageWords(stage: InstallStage, action: InstallAction): string {
  return STAGE_WORDS[action][stage];
}

export function installFaultWords(fault: InstallFault): InstallWords {
  return FAULT_WORDS[fault.code];
}

/** How it ended, for the person. */
export function outcomeWords(
  action: InstallAction,
  outcome: Exclude<InstallOutcome, { kind: 'busy' }>,
): InstallWords {
  switch (outcome.kind) {
    case 'done': {
      const { version, backup, restores } = outcome.plan;
      return action === 'install'
        ? { title: END_WORDS.runs(version), advice: backup ? END_WORDS.kept(backup) : '' }
        : {
            title: END_WORDS.off,
            advice: restores ? END_WORDS.restored(restores) : END_WORDS.noOther,
          };
    }
    case 'cancelled':
      return { title: END_WORDS.cancelled, advice: END_WORDS.asItWas };
    case 'failed': {
      const words = installFaultWords(outcome.fault);
      const state = outcome.unchanged ? ` ${END_WORDS.unchanged}` : '';
      return { title: words.title, advice: words.advice + state };
    }
    default:
      return outcome satisfies never;
  }
}

const END_WORDS = spoken({
  en: {
    runs: (version: string) => `Tidemark ${version} runs on the board`,
    kept: (file: string) => `Your main.py is kept there as ${file}.`,
    off: 'Tidemark is off the board',
    restored: (file: string) => `${file} is main.py again.`,
    noOther: 'There was no other main.py: the board is at its prompt.',
    cancelled: 'Cancelled',
    asItWas: 'The board is as it was.',
    unchanged: 'The board starts what it started before.',
  },
  pt: {
    runs: (version) => `O Tidemark ${version} está em execução na placa`,
    kept: (file) => `O seu main.py está guardado nela como ${file}.`,
    off: 'O Tidemark saiu da placa',
    restored: (file) => `${file} voltou a ser o main.py.`,
    noOther: 'Não havia outro main.py: a placa está no prompt.',
    cancelled: 'Cancelado',
    asItWas: 'A placa está como estava.',
    unchanged: 'A placa inicia o que iniciava antes.',
  },
});

type StageWords = Readonly<Record<InstallAction, Readonly<Record<InstallStage, string>>>>;

const STAGE_WORDS = spoken<StageWords>({
  en: {
    install: {
      asking: 'Looking for the MicroPython prompt…',
      stopping: 'Stopping the program (up to 20 s)…',
      looking: 'Asking the board what it is…',
      writing: 'Writing',
      switching: 'Switching to the new program…',
      clearing: 'Removing what is not needed any more…',
      starting: 'Starting: waiting for the board’s hello…',
    },
    uninstall: {
      asking: 'Looking for the MicroPython prompt…',
      stopping: 'Stopping the program (up to 20 s)…',
      looking: 'Asking the board what it is…',
      writing: 'Getting ready…',
      switching: 'Putting the old one back…',
      clearing: 'Removing what is not needed any more…',
      starting: 'Starting…',
    },
  },
  pt: {
    install: {
      asking: 'Procurando o prompt do MicroPython…',
      stopping: 'Parando o programa (até 20 s)…',
      looking: 'Perguntando à placa o que ela é…',
      writing: 'Escrevendo',
      switching: 'Passando ao programa novo…',
      clearing: 'Removendo o que não é mais preciso…',
      starting: 'Iniciando: esperando que a placa se apresente…',
    },
    uninstall: {
      asking: 'Procurando o prompt do MicroPython…',
      stopping: 'Parando o programa (até 20 s)…',
      looking: 'Perguntando à placa o que ela é…',
      writing: 'Preparando…',
      switching: 'Pondo de volta o antigo…',
      clearing: 'Removendo o que não é mais preciso…',
      starting: 'Iniciando…',
    },
  },
});

const FAULT_WORDS = spoken<Readonly<Record<InstallFault['code'], InstallWords>>>({
  en: {
    'no-prompt': {
      title: 'The board did not show its MicroPython prompt',
      advice:
        'Ctrl-C was sent for 20 s. Press the board’s reset button and try again at once. If it runs no MicroPython, put that on it first.',
    },
    'no-space': {
      title: 'There is not enough room on the board',
      advice:
        'Remove files from it that are not needed. For an update, uninstall the older Tidemark first: the two do not fit side by side.',
    },
    'hash-differs': {
      title: 'A file arrived damaged, twice',
      advice: 'Try another cable or another USB socket, then install again.',
    },
    vanished: {
      title: 'The board went away',
      advice: 'Plug it in again and connect. It starts the old program or the new one, whole.',
    },
    'no-answer': {
      title: 'The board stopped answering',
      advice: 'Press its reset button, connect again, and try once more.',
    },
    'refused-write': {
      title: 'The board refused to write a file',
      advice:
        'Its file system may be read-only, as it is while a computer shows it as a drive. Eject the drive or reset the board, then try again.',
    },
    'not-installed': {
      title: 'Tidemark was not installed on this board from here',
      advice: 'Its main.py is somebody else’s and was left alone.',
    },
    'no-hello': {
      title: 'Everything is written, but the board has not said hello',
      advice: 'Press its reset button. What it says instead is in the console.',
    },
    'no-firmware': {
      title: 'The firmware’s files could not be loaded',
      advice: 'Load the page again; it needs the network for that if it was not used before.',
    },
  },
  pt: {
    'no-prompt': {
      title: 'A placa não mostrou o prompt do MicroPython',
      advice:
        'O Ctrl-C foi enviado por 20 s. Pressione o botão de reset da placa e tente de novo em seguida. Se ela não executa MicroPython, instale-o nela primeiro.',
    },
    'no-space': {
      title: 'Não há espaço suficiente na placa',
      advice:
        'Remova dela os arquivos desnecessários. Para uma atualização, desinstale antes o Tidemark mais antigo: os dois não cabem lado a lado.',
    },
    'hash-differs': {
      title: 'Um arquivo chegou danificado, duas vezes',
      advice: 'Tente outro cabo ou outro conector USB, e instale de novo.',
    },
    vanished: {
      title: 'A placa sumiu',
      advice:
        'Conecte o cabo e abra a conexão de novo. Ela inicia o programa antigo ou o novo, inteiro.',
    },
    'no-answer': {
      title: 'A placa parou de responder',
      advice: 'Pressione o botão de reset dela, conecte de novo e tente mais uma vez.',
    },
    'refused-write': {
      title: 'A placa se recusou a escrever um arquivo',
      advice:
        'O sistema de arquivos dela pode ser só de leitura, como fica enquanto um computador a mostra como unidade. Ejete a unidade ou reinicie a placa, e tente de novo.',
    },
    'not-installed': {
      title: 'O Tidemark não foi instalado nesta placa a partir daqui',
      advice: 'O main.py dela é de outra pessoa e não foi tocado.',
    },
    'no-hello': {
      title: 'Tudo foi escrito, mas a placa ainda não se apresentou',
      advice: 'Pressione o botão de reset dela. O que ela diz em vez disso está no console.',
    },
    'no-firmware': {
      title: 'Não foi possível carregar os arquivos do firmware',
      advice: 'Recarregue a página; ela precisa da rede para isso, se não foi usada antes.',
    },
  },
});
