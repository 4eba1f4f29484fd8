/** Bounds of a script. Beyond them it is refused with a diagnostic, so a hostile text costs nothing. */
export const SCRIPT_LIMITS = {
  /** UTF-16 units of the text. */
  characters: 16_384,
  /** Expressions and blocks inside one another. */
  depth: 64,
  /** Expressions and statements that are read while functions are put in place of their calls. */
  steps: 200_000,
  /** Functions that call one another. */
  calls: 32,
  /** Statements that mark, colour or tell. */
  annotations: 64,
  /** Values of the plan. */
  nodes: 5_000,
  params: 16,
  /** Bars that `x[n]` may look back. */
  history: 10_000,
  /** Rows that values computed bar by bar keep for `x[n]`, all together. */
  keptHistory: 1_000_000,
  /** Values kept from bar to bar. */
  states: 256,
  /** Kinds of bars: the run's own, longer ones, those of other datasets. */
  frames: 32,
  /** Bytes of a run's columns. */
  runBytes: 4_294_967_296,
  /** Diagnostics shown of one text. */
  diagnostics: 100,
} as const;
