/** What the features of an event mean. The English is the documents', too. */
import { spoken } from '../../language/spoken.ts';
import { FEATURES, type FeatureName } from '../../naming/featureTable.ts';

const MEANINGS = spoken<Readonly<Record<FeatureName, string>>>({
  en: Object.fromEntries(FEATURES.map(({ name, meaning }) => [name, meaning])) as Record<
    FeatureName,
    string
  >,
  pt: {
    channel: 'qual canal',
    cause: 'o que deu o alarme',
    peak: 'maior desvio, com o sinal',
    size: 'maior desvio em si, fosse o que fosse o habitual',
    mean: 'desvio médio, no sentido do pico',
    last: 'desvio no fim, no sentido do pico',
    samples: 'quanto durou',
    lasted: 'quanto durou, em tempo',
    outliers: 'amostras além do limite',
    gap: 'a que distância umas das outras',
    energy: 'quanto houve ao todo',
    crest: 'quanto o pico se destaca',
    changes: 'quantas vezes mudou de lado',
    rise: 'tempo até o pico',
    shift: 'nível depois menos nível antes, no sentido do pico',
    slope: 'como subiu, no sentido do pico',
    variance: 'variância durante, em relação à de antes',
    calm: 'variância depois, em relação à de antes',
    equal: 'maior sequência de valores iguais',
    roughness:
      'quanto os vizinhos diferem: 0 para o que é suave, 4 para o que alterna a cada amostra',
    beyond: 'amostras além do limite do alarme, por mais que ele tenha crescido',
    balance: '1 quando tudo está do lado do pico, 0 quando os dois lados têm o mesmo',
    part: 'maior desvio em relação a tudo o que era habitual, o ciclo inclusive: comparável entre canais',
    spread: 'a que distância no tempo ficaram os desvios',
    tone: 'período mais forte no começo',
    low: 'parcela de períodos lentos no começo',
    middle: 'parcela de períodos médios no começo',
    high: 'parcela de períodos rápidos no começo',
    centroid: 'período médio no começo',
  },
});

/** A feature of another version keeps its own name. */
export const featureWords = (feature: string): string =>
  (MEANINGS as Readonly<Record<string, string>>)[feature] ?? feature;
