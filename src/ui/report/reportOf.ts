/** What a report says: what stood on the screen, in words and tables. */
import { FIRST_MACHINE, FIRST_SEED } from '../../board/virtualMachines.ts';
import { VERSION } from '../../version.ts';
import { formatMillisecond, formatRate, formatSecond, formatZone } from '../format.ts';
import { sourceName } from '../sourceName.ts';
import { boardShown, MACHINE_WORDS } from '../virtualMachineWords.ts';
import { anomalySection, notesSection, scoresSection } from './eventSections.ts';
import { fitSection, ownSection, parameterSection } from './judgingSections.ts';
import type { Report, ReportSection } from './report.ts';
import type { ReportState } from './reportState.ts';
import { REPORT_WORDS } from './words.ts';

export function reportOf(state: ReportState): Report {
  const { board, range, nowMs, drawings } = state;
  const { headings, notShown } = REPORT_WORDS;
  const own = ownSection(state);
  return {
    title: REPORT_WORDS.titleOf(sourceName(board)),
    lines: [
      // With its day, also today: paper is read later.
      REPORT_WORDS.range(stamp(range.fromMs), stamp(range.toMs), formatZone(range.fromMs)),
      REPORT_WORDS.madeAt(formatSecond(nowMs, 0), VERSION),
    ],
    sections: [
      drawn(headings.signal, drawings.signal, notShown.signal),
      anomalySection(state),
      drawn(headings.fit, drawings.fit, notShown.fit),
      fitSection(state),
      parameterSection(state),
      ...(own ? [own] : []),
      scoresSection(state),
      notesSection(state),
      hardwareSection(state),
    ],
  };
}

const stamp = (timeMs: number): string => formatMillisecond(timeMs, 0);

function drawn(heading: string, drawing: string | null, missing: string): ReportSection {
  return drawing === null ? { heading, lines: [missing] } : { heading, lines: [], drawing };
}

function hardwareSection({ board }: ReportState): ReportSection {
  const words = REPORT_WORDS.board;
  const { connection, channels, health } = board;
  const { identity, kind } = connection;
  const ours =
    identity && !isFile(identity)
      ? [
          [words.board, boardShown(identity.board) || words.notKnown],
          [words.id, identity.id || words.notKnown],
          [words.sensor, identity.sensor || words.notKnown],
        ]
      : [];
  const firmware = isFile(identity)
    ? words.file
    : identity
      ? words.firmwareOf(identity.version, identity.rules, identity.floatBits)
      : kind === 'foreign'
        ? words.sketch
        : words.notKnown;
  return {
    heading: REPORT_WORDS.headings.board,
    lines: [],
    table: {
      head: words.head,
      rows: [
        [words.source, sourceWords(board.source)],
        ...ours,
        [words.firmware, firmware],
        [words.channels, channels.map(({ name }) => name).join(', ')],
        ...(health
          ? [
              [
                words.samples,
                words.samplesOf(health.samples, formatRate(health.rateHz), health.lost),
              ],
            ]
          : []),
      ],
    },
  };
}

/** A file of numbers says what it is in the words of a board: that it has no version. */
const isFile = (identity: ReportState['board']['connection']['identity']): boolean =>
  identity?.version === '0';

function sourceWords(source: ReportState['board']['source']): string {
  const words = REPORT_WORDS.board;
  switch (source?.kind) {
    case 'virtual': {
      const { machine = FIRST_MACHINE, seed = FIRST_SEED } = source;
      return words.virtual(MACHINE_WORDS[machine].name, seed);
    }
    case 'replay':
      return words.recording(source.title);
    case 'serial':
    case 'streams':
      return words.port;
    case undefined:
      return words.notKnown;
    default:
      return source satisfies never;
  }
}
