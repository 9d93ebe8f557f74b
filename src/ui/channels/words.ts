import { spoken } from '../../language/spoken.ts';
import { counted } from '../format.ts';

export const CHANNEL_WORDS = spoken({
  en: {
    channels: 'Channels',
    kept: 'Kept for this board, in this browser. Exports of samples keep the board’s names.',
    inOrder: 'Channels in their order',
    reset: 'All as the board says',
    show: (name: string) => `Show ${name}`,
    hide: (name: string) => `Hide ${name}`,
    nameOf: (name: string) => `Name of ${name}`,
    unitOf: (name: string) => `Unit of ${name}`,
    unit: 'unit',
    colourOf: (name: string) => `Colour of ${name}`,
    colour: (number: number) => `Colour ${number}`,
    moveUp: (name: string) => `Move ${name} up`,
    moveDown: (name: string) => `Move ${name} down`,
    isFirst: 'It is the first.',
    isLast: 'It is the last.',
    parameters: 'Parameters',
    parametersOf: (name: string, own: number) =>
      `Parameters of ${name}${own > 0 ? `, ${own} of its own` : ''}`,
    parametersHint: 'Edit what this channel is judged by, in the Detector panel',
    ownParameters: (count: number) => `${counted(count, 'parameter')} ≠`,
  },
  pt: {
    channels: 'Canais',
    kept: 'Guardado para esta placa, neste navegador. As amostras exportadas mantêm os nomes da placa.',
    inOrder: 'Canais, na ordem',
    reset: 'Tudo como a placa diz',
    show: (name: string) => `Mostrar ${name}`,
    hide: (name: string) => `Ocultar ${name}`,
    nameOf: (name: string) => `Nome de ${name}`,
    unitOf: (name: string) => `Unidade de ${name}`,
    unit: 'unidade',
    colourOf: (name: string) => `Cor de ${name}`,
    colour: (number: number) => `Cor ${number}`,
    moveUp: (name: string) => `Mover ${name} para cima`,
    moveDown: (name: string) => `Mover ${name} para baixo`,
    isFirst: 'É o primeiro.',
    isLast: 'É o último.',
    parameters: 'Parâmetros',
    parametersOf: (name: string, own: number) =>
      `Parâmetros de ${name}${own > 0 ? `, ${counted(own, 'próprio')}` : ''}`,
    parametersHint: 'Editar os parâmetros pelos quais este canal é julgado, no painel Detector',
    ownParameters: (count: number) => `${counted(count, 'parâmetro')} ≠`,
  },
});
