/** A file of `--data`, with the name of the instrument where one is given. */
export interface NamedPath {
  readonly alias: string | null;
  readonly path: string;
}

/** `alias=FILE` or `FILE`. A path that looks like the former is given with its folder, as `./a=b.csv`. */
export function readNamedPath(word: string): NamedPath {
  const [, alias, path] = /^([A-Za-z][\w.-]{0,39})=(.+)$/.exec(word) ?? [];
  return alias === undefined || path === undefined ? { alias: null, path: word } : { alias, path };
}

/** Whether `--data` means several instruments of one account rather than one file. */
export const isPortfolio = (paths: readonly NamedPath[]): boolean =>
  paths.length > 1 || paths.some(({ alias }) => alias !== null);
