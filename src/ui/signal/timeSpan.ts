/** Moving and zooming a stretch of time, kept within the session. */
import type { Span } from '../../analysis/messages/viewMessages.ts';

const LEAST_MS = 1;

/** Moved by a share of its length; positive = later. */
export function panned(span: Span, share: number): Span {
  const step = (span.toMs - span.fromMs) * share;
  return { fromMs: span.fromMs + step, toMs: span.toMs + step };
}

/** `factor` times as long; the moment at `share` of the span (0 = its start) keeps its place. */
export function zoomed(span: Span, factor: number, share: number): Span {
  const length = span.toMs - span.fromMs;
  const next = Math.max(LEAST_MS, length * factor);
  const still = span.fromMs + length * share;
  return { fromMs: still - next * share, toMs: still + next * (1 - share) };
}

/** As long as it was, or as the session where that is shorter, and inside of it. */
export function keptWithin(span: Span, session: Span): Span {
  const length = Math.min(span.toMs - span.fromMs, session.toMs - session.fromMs);
  const fromMs = Math.min(Math.max(span.fromMs, session.fromMs), session.toMs - length);
  return { fromMs, toMs: fromMs + length };
}

/** The moment at a share of the span. */
export function momentAt(span: Span, share: number): number {
  return span.fromMs + (span.toMs - span.fromMs) * share;
}

/** Where in the span a moment lies: 0 = its start, 1 = its end. */
export function shareOf(span: Span, timeMs: number): number {
  return (timeMs - span.fromMs) / (span.toMs - span.fromMs || 1);
}
