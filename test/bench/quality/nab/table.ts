/** What the detector scores on the Numenta Anomaly Benchmark, beside what is published of others. */
import { ALARM, createDetector } from '../../../../src/detector/detector.ts';
import { judge } from '../../../../src/detector/judge.ts';
import { DEFAULT_PARAMETERS } from '../../../../src/detector/parameters.ts';
import { tedaScore } from '../peers.ts';
import { rules2 } from '../rules2.ts';
import { suggestedSeason } from '../tidemark.ts';
import { type NabFile, publishedScores, readCorpus } from './corpus.ts';
import { probationRows, type ScoredFile, scoreAt, sweptScore } from './score.ts';

/** Scores every value of a file. */
type Scorer = (values: ArrayLike<number>) => (x: number) => number;

function detector(says: 'score' | 'alarm', seasonal: boolean): Scorer {
  return (values) => {
    // What the file's first rows, from which anybody may learn, suggest.
    const season = seasonal ? suggestedSeason(values, probationRows(values.length)) : 0;
    const its = createDetector({ ...DEFAULT_PARAMETERS, season });
    let timeMs = 0;
    return (x) => {
      timeMs += DEFAULT_PARAMETERS.period;
      const bits = judge(its, timeMs, x);
      return says === 'score' ? its.score : bits & ALARM ? 1 : 0;
    };
  };
}

const flags =
  (newFlagger: () => (x: number) => boolean): Scorer =>
  () => {
    const flag = newFlagger();
    return (x) => (flag(x) ? 1 : 0);
  };

/** Reads NAB's `data`, `labels` and `results` from a folder; throws when they are not there. */
export function nabTable(directory: string): string {
  const corpus = readCorpus(directory);
  const published = publishedScores(directory, corpus, 'windowedGaussian');
  const swept = (scorer: Scorer) => sweptScore(scored(corpus, scorer));
  const own = (scorer: Scorer) => scoreAt(scored(corpus, scorer), 1);
  const rows = [
    ['rules 3, swept', swept(detector('score', false)), '60.2'],
    ['rules 3, own alarms', own(detector('alarm', false)), '60.2'],
    ['rules 3, season suggested, swept', swept(detector('score', true)), '63.1'],
    ['rules 3, season suggested, own alarms', own(detector('alarm', true)), '62.8'],
    ['rules 2, own alarms', own(flags(() => rules2('alarm'))), '50.9'],
    ['TEDA, swept', swept(() => tedaScore()), '39.8'],
    // The published scores of a detector whose figure is published: they check the scorer.
    ['rolling Windowed Gaussian, swept', sweptScore(published), '39.6'],
  ] as const;
  return [
    `| NAB, standard profile, ${corpus.length} files | score | expected | hits | false alarms |`,
    '| --- | --- | --- | --- | --- |',
    ...rows.map(
      ([name, { score, hits, windows, falseAlarms }, expected]) =>
        `| ${name} | ${score.toFixed(1)} | ${expected} | ${hits} of ${windows} | ${falseAlarms} |`,
    ),
  ].join('\n');
}

function scored(corpus: readonly NabFile[], scorer: Scorer): ScoredFile[] {
  return corpus.map(({ values, windows }) => {
    const score = scorer(values);
    return { windows, scores: values.map((x) => score(x)) };
  });
}
