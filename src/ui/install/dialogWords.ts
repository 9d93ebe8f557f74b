/** Words of the dialog that installs the firmware, and of the menu that opens it. */
import { spoken } from '../../language/spoken.ts';
import { counted, formatCount } from '../format.ts';

export const BOARD_MENU_WORDS = spoken({
  en: {
    board: 'Board ▾',
    install: 'Install Tidemark on this board…',
    update: (version: string) => `Update Tidemark to ${version}…`,
    again: 'Install Tidemark again…',
    uninstall: 'Uninstall Tidemark…',
  },
  pt: {
    board: 'Placa ▾',
    install: 'Instalar o Tidemark nesta placa…',
    update: (version) => `Atualizar o Tidemark para ${version}…`,
    again: 'Instalar o Tidemark de novo…',
    uninstall: 'Desinstalar o Tidemark…',
  },
});

export const INSTALL_DIALOG_WORDS = spoken({
  en: {
    installTitle: 'Install Tidemark on this board',
    uninstallTitle: 'Uninstall Tidemark',
    running:
      'A program may be running on this board. To look at the board it has to be stopped, as Ctrl-C does. Nothing is written yet; if you cancel afterwards, the program starts again.',
    leave: 'Leave it running',
    stop: 'Stop the program and look',
    cancel: 'Cancel',
    install: 'Install',
    uninstall: 'Uninstall',
    removing: 'Removing what was written…',
    tooLate: 'It cannot be cancelled any more: nearly done.',
    said: (detail: string) => `It said: ${detail}`,
    close: 'Close',
    progress: 'Progress',
  },
  pt: {
    installTitle: 'Instalar o Tidemark nesta placa',
    uninstallTitle: 'Desinstalar o Tidemark',
    running:
      'Pode haver um programa em execução nesta placa. Para examinar a placa é preciso pará-lo, como faz o Ctrl-C. Nada é escrito ainda; se você cancelar depois, o programa começa de novo.',
    leave: 'Deixar como está',
    stop: 'Parar o programa e examinar',
    cancel: 'Cancelar',
    install: 'Instalar',
    uninstall: 'Desinstalar',
    removing: 'Removendo o que foi escrito…',
    tooLate: 'Não dá mais para cancelar: está quase pronto.',
    said: (detail) => `Ela disse: ${detail}`,
    close: 'Fechar',
    progress: 'Progresso',
  },
});

export const PLAN_WORDS = spoken({
  en: {
    board: 'Board',
    free: 'Free space',
    filesToWrite: 'Files to be written',
    files: (count: number) => `${count} files on the board`,
    bytes: (count: number) => `${formatCount(count)} bytes`,
    cannotTell: 'it cannot tell',
    removed: (version: string) => `${version} will be removed`,
    stopped: 'The program that was running has been stopped.',
    mainRemoved: 'main.py is removed; the board will wait at its prompt.',
    mainRestored: (file: string) => `${file} becomes main.py again.`,
    parametersRemoved: 'The parameters saved on the board are removed, too.',
    mainKept: (file: string) => `Your main.py is kept as ${file}.`,
    beside:
      'Files are written beside what is there, checked, and taken into use in one last step. Until then the board stays as it is.',
    minified: 'The board is small: comments are left out of the files.',
    starts: 'The board then starts Tidemark, now and whenever it gets power.',
  },
  pt: {
    board: 'Placa',
    free: 'Espaço livre',
    filesToWrite: 'Arquivos a escrever',
    files: (count) => `${counted(count, 'arquivo')} na placa`,
    bytes: (count) => `${formatCount(count)} bytes`,
    cannotTell: 'ela não sabe dizer',
    removed: (version) => `${version} será removido`,
    stopped: 'O programa que estava em execução foi parado.',
    mainRemoved: 'O main.py é removido; a placa vai esperar no prompt.',
    mainRestored: (file) => `${file} volta a ser o main.py.`,
    parametersRemoved: 'Os parâmetros salvos na placa também são removidos.',
    mainKept: (file) => `O seu main.py fica guardado como ${file}.`,
    beside:
      'Os arquivos são escritos ao lado dos que já existem, conferidos, e só entram em uso no último passo. Até lá a placa fica como está.',
    minified: 'A placa é pequena: os comentários ficam fora dos arquivos.',
    starts: 'Depois a placa inicia o Tidemark, agora e sempre que for ligada.',
  },
});
