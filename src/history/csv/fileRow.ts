/** A row of a file as text: of its table, or beside it. */

/** A row as text, with the number of its first line. */
export interface NumberedRow {
  readonly number: number;
  readonly text: string;
}

/** A semicolon begins one only before words that no other parts. */
const COMMENT = /^(#|%|\/\/|;(?=\s+\p{L}[^;]*$))/u;

export const isComment = (text: string): boolean => COMMENT.test(text);

export const withoutCommentSign = (text: string): string => text.replace(COMMENT, '');
