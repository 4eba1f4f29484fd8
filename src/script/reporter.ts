import type { Diagnostic, QuickFix } from './diagnostic';
import { SCRIPT_LIMITS } from './limits';
import { DIAGNOSTICS, type DiagnosticCode, type DiagnosticParams } from './messages';

/** A range of the text, in UTF-16 units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Collects the diagnostics of one text. */
export class Reporter {
  readonly #source: string;
  readonly #lineStarts: readonly number[];
  readonly #found: Diagnostic[] = [];
  /** Codes with their places: a function that is called twice has its mistakes once. */
  readonly #told = new Set<string>();
  #hasErrors = false;
  /** Lines whose syntax is broken: what follows from that is not reported again. */
  readonly #brokenLines = new Set<number>();

  constructor(source: string) {
    this.#source = source;
    this.#lineStarts = lineStarts(source);
  }

  /** Another one that has told the same so far. */
  fork(): Reporter {
    const other = new Reporter(this.#source);
    other.#found.push(...this.#found);
    for (const place of this.#told) other.#told.add(place);
    for (const line of this.#brokenLines) other.#brokenLines.add(line);
    other.#hasErrors = this.#hasErrors;
    return other;
  }

  /** Line of a position, from 1. */
  lineOf(position: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lineStarts[middle]! <= position) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** Text of a range, on one line and at most 40 characters long. */
  textOf(span: Span): string {
    const text = this.#source.slice(span.from, span.to).replace(/\s+/g, ' ').trim();
    return text.length > 40 ? `${text.slice(0, 39)}…` : text;
  }

  /** Reports a mistake at a range, which is clipped to the text. */
  report<C extends DiagnosticCode>(
    code: C,
    span: Span,
    params: DiagnosticParams[C],
    fix: QuickFix | null = null,
  ): void {
    const { severity, message, remedy } = DIAGNOSTICS[code];
    const from = Math.min(span.from, this.#source.length);
    const to = Math.min(Math.max(span.to, from), this.#source.length);
    const line = this.lineOf(from);
    if (this.#brokenLines.has(line)) return;
    if (severity === 'error') this.#hasErrors = true;
    const place = `${code} ${from} ${to}`;
    if (this.#told.has(place)) return;
    this.#told.add(place);
    if (!this.#hasRoom(severity)) return;
    const words = { message: message(params), remedy: remedy(params) };
    this.#found.push({ code, severity, from, to, line, ...words, fix });
  }

  /** Reports a mistake of syntax: the first of its line only, and nothing else on that line. */
  reportSyntax<C extends DiagnosticCode>(
    code: C,
    span: Span,
    params: DiagnosticParams[C],
    fix: QuickFix | null = null,
  ): void {
    this.report(code, span, params, fix);
    this.#brokenLines.add(this.lineOf(Math.min(span.from, this.#source.length)));
  }

  /** Whether an error was reported, not only warnings. */
  get hasErrors(): boolean {
    return this.#hasErrors;
  }

  /** Whether one more can be kept: an error takes the place of a warning. */
  #hasRoom(severity: Diagnostic['severity']): boolean {
    if (this.#found.length < SCRIPT_LIMITS.diagnostics) return true;
    const warning = severity === 'error' ? this.#found.findLastIndex((d) => d.severity === 'warning') : -1;
    if (warning >= 0) this.#found.splice(warning, 1);
    return warning >= 0;
  }

  /** Diagnostics in order of the text. */
  finish(): readonly Diagnostic[] {
    return this.#found.toSorted((a, b) => a.from - b.from || a.to - b.to);
  }
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let end = source.indexOf('\n'); end >= 0; end = source.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}
