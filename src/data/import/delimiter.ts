import { RecordScanner } from './records';
import type { ImportLimits } from './options';

/** In order of preference where the text fits several: a comma may also be a decimal mark. */
const DELIMITERS = ['\t', '|', ';', ','] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/**
 * The delimiter that cuts most of the first records into one same number of fields, two or more.
 *
 * @param text  beginning of the file
 * @param final whether that is all of it
 */
export function sniffDelimiter(text: string, final: boolean, limits: ImportLimits): Delimiter {
  const hint = /^sep=([\t|;,])\r?\n/i.exec(text)?.[1];
  if (hint !== undefined) return hint as Delimiter;
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = evenness(text, final, delimiter, limits);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Share of the first 50 records with the most common field count, 0 when that count is 1. */
function evenness(text: string, final: boolean, delimiter: string, limits: ImportLimits): number {
  const counts = new Map<number, number>();
  let records = 0;
  const note = (fields: number): boolean => {
    counts.set(fields, (counts.get(fields) ?? 0) + 1);
    return ++records < 50;
  };
  try {
    new RecordScanner('', delimiter, limits).scan(text, final, (r) => r.end === r.start || note(r.fields));
  } catch {
    return 0; // its quotes or columns do not add up under this delimiter
  }
  const [fields, times] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return fields > 1 ? times / records : 0;
}
