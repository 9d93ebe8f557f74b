/** What is said of opening the page anew, and of files that it is opened with. */
import { spoken } from '../language/spoken.ts';

export const LAUNCH_WORDS = spoken({
  en: {
    recordingFirst:
      'A session is being recorded, here or in another tab: end it, then load the newer version.',
    notLaunched: 'The file could not be read: it is gone, or may not be opened.',
    notLoaded:
      'This part of the page could not be loaded: check the connection and load the page again.',
  },
  pt: {
    recordingFirst:
      'Uma sessão está sendo gravada, aqui ou em outra aba do navegador: encerre-a e depois carregue a versão mais nova.',
    notLaunched: 'Não foi possível ler o arquivo: ele não existe mais, ou não pode ser aberto.',
    notLoaded:
      'Não foi possível carregar esta parte da página: confira a conexão e recarregue a página.',
  },
});
