/** A report before it is a file: headings, sentences, tables and drawings. */

export interface Report {
  readonly title: string;
  /** Under the title. */
  readonly lines: readonly string[];
  readonly sections: readonly ReportSection[];
}

export interface ReportSection {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly table?: ReportTable;
  /** An SVG element, written by us. */
  readonly drawing?: string;
}

export interface ReportTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
