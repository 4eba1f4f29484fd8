/**
 * A script as a further one beside others: under its name, or with the first number that none of them has. The text
 * is given the same name, since the list follows it.
 *
 * @param taken  names of the others
 */
export function copyOfScript(
  name: string,
  source: string,
  taken: readonly string[],
): { readonly name: string; readonly source: string } {
  if (!taken.includes(name)) return { name, source };
  let number = 2;
  while (taken.includes(`${name} ${number}`)) number++;
  const copy = `${name} ${number}`;
  return { name: copy, source: source.replace(`strategy('${name}'`, () => `strategy('${copy}'`) };
}
