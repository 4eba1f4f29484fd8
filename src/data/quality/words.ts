/** `1,760`. */
export const count = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `1 row`, `1,760 rows`. */
export const counted = (n: number, noun: string): string => `${count(n)} ${noun}${n === 1 ? '' : 's'}`;

/** `−12.0 %` with minus sign and narrow no-break space; a plus on rises. */
export function signedPercent(fraction: number): string {
  const text = (Math.abs(fraction) * 100).toFixed(1);
  const sign = Number(text) === 0 ? '' : fraction < 0 ? '\u2212' : '+';
  return `${sign}${text}\u202f%`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`;
}

/** Years, ascending, three neighbours or more joined: `2000 to 2005, 2011 and 2020`. */
export function yearsInWords(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of years) {
    const last = runs.at(-1);
    if (last !== undefined && year === last[1] + 1) last[1] = year;
    else runs.push([year, year]);
  }
  return listed(
    runs.flatMap(([from, to]) =>
      to - from > 1 ? [`${from} to ${to}`] : [...new Set([from, to])].map(String),
    ),
  );
}
