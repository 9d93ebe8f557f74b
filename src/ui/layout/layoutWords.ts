/** Words of the handles between the panels. */
import { spoken } from '../../language/spoken.ts';

export const LAYOUT_WORDS = spoken({
  en: {
    signalAndAnomalies: 'Between Signal and Anomalies',
    signalAndDetector: 'Between Signal and Detector',
    detectorAndFit: 'Between Detector and Weibull fit',
    handle: 'Drag to share the room; double click or Enter: as it was built',
  },
  pt: {
    signalAndAnomalies: 'Entre Sinal e Anomalias',
    signalAndDetector: 'Entre Sinal e Detector',
    detectorAndFit: 'Entre Detector e Ajuste de Weibull',
    handle: 'Arraste para repartir o espaço; clique duplo ou Enter: como era no início',
  },
});
