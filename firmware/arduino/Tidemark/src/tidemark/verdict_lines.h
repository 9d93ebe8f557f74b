// What the line says of a verdict.
#ifndef TIDEMARK_VERDICT_LINES_H
#define TIDEMARK_VERDICT_LINES_H

#include "line_out.h"
#include "verdict.h"

namespace tidemark_core {

/// The verdict, and for a watcher's alarm what was judged against what.
template <typename Real>
void writeVerdict(LineOut& out, const Verdict<Real>& v, uint32_t seq, uint64_t t, uint8_t channel) {
  const char cause = v.flags & ALARM && v.cause != LEVEL ? (v.cause == DRIFT ? 'd' : 'r') : 0;
  out.letter('e');
  out.field(seq);
  out.timeField(t);
  out.field(channel);
  out.letter(',');
  if (v.flags & OUTLIER) out.letter('o');
  if (v.flags & ALARM) out.letter('a');
  if (v.flags & COLLECTIVE) out.letter('c');
  out.roundedField(v.probability);
  if (cause) {
    out.letter(',');
    out.letter(cause);
  }
  out.end();
  if (!cause) return;
  const Why<Real> why = v.why();
  out.letter('w');
  out.field(seq);
  out.field(channel);
  out.letter(',');
  out.letter(cause);
  out.roundedField(why.value);
  out.roundedField(why.center);
  out.roundedField(why.limit);
  out.end();
}

}  // namespace tidemark_core
#endif
