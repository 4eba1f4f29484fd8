import type { Column } from '../core/column';
import { annotationNodes } from './account-record';
import type { NodeId, Plan, PlanAnnotation, Tone } from './plan';

/** What a script shows or tells at a bar. */
export type Annotation = { readonly line: number } & (
  | (AtBar & { readonly kind: 'mark'; readonly text: string; readonly position: 'above' | 'below' })
  /** Rows `from` to `to`, both included. */
  | { readonly kind: 'background'; readonly from: number; readonly to: number; readonly tone: Tone }
  | (AtBar & { readonly kind: 'alert' | 'log'; readonly text: string })
);

interface AtBar {
  readonly row: number;
  /** Open of the bar, Unix milliseconds. */
  readonly time: number;
}

/** Most annotations of one statement that are kept: the last ones. */
export const MOST_ANNOTATIONS = 10_000;

/**
 * What the statements of a plan show and tell, in order of the script.
 *
 * @param time    opens of the bars
 * @param column  values of a node, one per row
 */
export function annotationsOf(
  plan: Plan,
  time: Column,
  column: (id: NodeId) => Column,
): readonly Annotation[] {
  return plan.annotations.flatMap((annotation) => {
    const columns = new Map(annotationNodes(annotation).map((id) => [id, column(id)]));
    const when = columns.get(annotation.when)!;
    const found =
      annotation.kind === 'background'
        ? spans(annotation, when, time.length)
        : rowsOf(when, time.length).map((row) => atRow(annotation, { row, time: time[row]! }, columns));
    return found.slice(-MOST_ANNOTATIONS);
  });
}

function rowsOf(when: Column, rows: number): number[] {
  const found: number[] = [];
  for (let row = 0; row < rows; row++) if (when[row] === 1) found.push(row);
  return found.slice(-MOST_ANNOTATIONS);
}

function atRow(
  annotation: Exclude<PlanAnnotation, { kind: 'background' }>,
  at: AtBar,
  columns: ReadonlyMap<NodeId, Column>,
): Annotation {
  const { line } = annotation;
  if (annotation.kind === 'mark') {
    const { kind, text, position } = annotation;
    return { kind, line, ...at, text, position };
  }
  const words = annotation.parts.map((part) =>
    'text' in part ? part.text : valueText(columns.get(part.node)![at.row]!, part.kind),
  );
  return { kind: annotation.kind, line, ...at, text: words.join(' ') };
}

/** At most eight meaningful digits. */
function valueText(value: number, kind: 'number' | 'bool'): string {
  if (kind === 'bool') return value === 1 ? 'true' : 'false';
  return Number.isNaN(value) ? 'n/a' : String(Number(value.toPrecision(8))).replace('-', '\u2212');
}

function spans(
  { line, tone }: Extract<PlanAnnotation, { kind: 'background' }>,
  when: Column,
  rows: number,
): Annotation[] {
  const found: Annotation[] = [];
  let from = -1;
  for (let row = 0; row <= rows; row++) {
    const holds = row < rows && when[row] === 1;
    if (holds && from < 0) from = row;
    if (holds || from < 0) continue;
    found.push({ kind: 'background', line, from, to: row - 1, tone });
    from = -1;
  }
  return found;
}
