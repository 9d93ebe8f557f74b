/** Words of playing a recording back. */
import { spoken } from '../../language/spoken.ts';

export const REPLAY_WORDS = spoken({
  en: {
    region: 'Replay',
    recording: 'Recording:',
    again: 'Play again',
    play: 'Play',
    pause: 'Pause replay',
    step: 'Step',
    stepHint: 'Pause, and play one sample more',
    ended: 'The recording has ended',
    pace: 'Pace of the replay',
    atOnce: 'At once',
    position: 'Position in the recording',
    time: (at: string, of: string) => `${at} of ${of}`,
    recordedWith: (values: string) => `Recorded with ${values}`,
    useThose: 'Use what it was recorded with',
  },
  pt: {
    region: 'Reprodução',
    recording: 'Gravação:',
    again: 'Reproduzir de novo',
    play: 'Reproduzir',
    pause: 'Pausar reprodução',
    step: 'Avançar',
    stepHint: 'Pausar, e reproduzir mais uma amostra',
    ended: 'A gravação terminou',
    pace: 'Velocidade da reprodução',
    atOnce: 'De uma vez',
    position: 'Posição na gravação',
    time: (at, of) => `${at} de ${of}`,
    recordedWith: (values) => `Gravada com ${values}`,
    useThose: 'Usar os parâmetros da gravação',
  },
});
