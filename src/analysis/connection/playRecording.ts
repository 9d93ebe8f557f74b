/** A recording as if its board were there: a conversation in which nobody can be asked anything. */
import type { SampleSink } from '../../protocol/sampleSink.ts';
import type { Conversation, ConversationListener } from './conversation.ts';
import type { OpenedLink } from './links.ts';
import { readToEnd } from './readToEnd.ts';
import { createRecordedLines } from './recordedLines.ts';

/** Reads a link that brings a recording. `nowMs` is the wall clock: its samples come now. */
export function playRecording(
  opened: OpenedLink,
  sink: SampleSink,
  listener: ConversationListener,
  nowMs: () => number,
): Conversation {
  const lines = createRecordedLines(sink, listener);
  let dropped = false;
  let newestMs: number | null = null;

  async function read(): Promise<void> {
    const end = await readToEnd(opened.link, (bytes) => {
      if (!dropped) listener.received(bytes, nowMs());
      lines.push(bytes);
      const isNews = lines.lastSampleMs() !== newestMs;
      newestMs = lines.lastSampleMs();
      if (isNews && !dropped) listener.sampled(nowMs());
    });
    if (!dropped) listener.ended(end);
  }

  void read();

  return {
    opened,
    ask: (_operation, _changes, answered) => answered(null),
    sendLine: (text) => listener.sent(text),
    restartProgram: () => undefined,
    hint: () => null,
    hasMain: () => null,
    sketch: lines.sketch,
    sketchPeriodMs: () => null,
    forgetChannels: () => undefined,
    programEnd: () => null,
    tick: () => undefined,
    drop() {
      dropped = true;
      lines.stop();
      return opened.link.close();
    },
  };
}
