/** Puts values in the place of what a list holds, however many they are. */
export function refill<T>(list: T[], values: Iterable<T>): void {
  list.length = 0;
  for (const value of values) list.push(value);
}
