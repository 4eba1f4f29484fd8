/** A replacement that mends a mistake. */
export interface QuickFix {
  /** As `Use atr`. */
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A mistake or a doubt in a script: a code, a range of the text, what is wrong, what mends it. */
export interface Diagnostic {
  /** Stable, snake_case; `docs/script-errors.md` has a section for each. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Range in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  /** From 1. */
  readonly line: number;
  /** What is wrong; begins in lower case, as it follows `Line 9:`. */
  readonly message: string;
  readonly remedy: string;
  readonly fix: QuickFix | null;
}
