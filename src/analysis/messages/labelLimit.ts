/** A person clicks far fewer in a shift; a file may say anything. Of more, the oldest go. */
export const MOST_LABELS = 5000;
