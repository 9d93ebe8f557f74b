/**
 * MathML in few letters. Screen readers read it, browsers draw it; nothing is loaded for it.
 * https://www.w3.org/TR/mathml-core/
 */
import { createElement, type ReactNode } from 'react';

/** A part of an equation: a letter or word, a number, or something built. */
export type MathPart = ReactNode;

const OPERATORS = /^[=+−·()≤≥>,<≈→]$|^(ln|exp|max|min)$/;

/** Strings become numbers, operators or identifiers by what they look like. */
function token(part: MathPart): ReactNode {
  if (typeof part === 'number') return createElement('mn', null, part);
  if (typeof part !== 'string') return part;
  if (OPERATORS.test(part)) return createElement('mo', null, part);
  return createElement('mi', null, part);
}

export function row(...parts: readonly MathPart[]): ReactNode {
  return createElement('mrow', null, ...parts.map(token));
}

export function fraction(above: MathPart, below: MathPart): ReactNode {
  return createElement('mfrac', null, token(above), token(below));
}

export function power(base: MathPart, exponent: MathPart): ReactNode {
  return createElement('msup', null, token(base), token(exponent));
}

export function index(base: MathPart, below: MathPart): ReactNode {
  return createElement('msub', null, token(base), token(below));
}

export function words(text: string): ReactNode {
  return createElement('mtext', null, text);
}

export function equation(...parts: readonly MathPart[]): ReactNode {
  return createElement('math', { display: 'block' }, row(...parts));
}
