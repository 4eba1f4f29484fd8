/** Rows that columns which grow have room for at first. */
export const FIRST_ROWS = 64;

/** A column with more room, and what was there. */
export function grown<T extends { set(values: ArrayLike<number>): void }>(
  values: ArrayLike<number>,
  bigger: T,
): T {
  bigger.set(values);
  return bigger;
}

/** Numbers that stand for names in a column. */
export const codesOf = <T extends string>(names: readonly T[]): Readonly<Record<T, number>> =>
  Object.fromEntries(names.map((name, code) => [name, code])) as Record<T, number>;
