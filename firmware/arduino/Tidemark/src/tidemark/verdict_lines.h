// What the line says of a verdict and of a fit.
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

/// A fit of which the host has not heard; mean and sigma as they were with it.
template <typename Real>
struct PendingFit {
  uint32_t seq;
  Real mean;
  Real sigma;
  bool waits;
};

template <typename Real>
void writeFit(LineOut& out, uint8_t channel, const PendingFit<Real>& pending, const Weibull<Real>& fit) {
  out.letter('f');
  out.field(pending.seq);
  out.field(channel);
  out.roundedField(fit.shape);
  out.roundedField(fit.scale);
  out.roundedField(fit.r2);
  out.roundedField(pending.mean);
  out.roundedField(pending.sigma);
  out.end();
}

}  // namespace tidemark_core
#endif
