import { visibleText } from '../shared/visible-controls';

/** The name, or the name with the least number behind it that nobody has yet, as `Golden cross 2`. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name} ${number}`)) number++;
  return `${name} ${number}`;
}

/**
 * What a strategy is called after its text was edited: as the text calls it, with every character seen. A number that
 * keeps it apart from another of that name stays.
 *
 * @param own   its name so far
 * @param text  the name in its text; empty or undefined where there is none
 */
export function nameAfter(own: string, text: string | undefined): string {
  const name = visibleText(text ?? '');
  if (name === '' || (own.startsWith(`${name} `) && /^\d+$/.test(own.slice(name.length + 1)))) return own;
  return name;
}
