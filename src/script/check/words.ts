import type { Expression } from '../ast';
import { nearestName } from '../nearest';
import { reportKind } from './arguments';
import type { Context } from './context';

/** One of some texts, without regard to case; null after a mistake. */
export function readWord<Word extends string>(
  context: Context,
  given: Expression,
  what: string,
  words: readonly Word[],
): Word | null {
  const value = context.evaluate(given);
  const expected = words.map((word) => `'${word}'`).join(' or ');
  if (value.kind !== 'string') {
    reportKind(context, given, what, expected, value);
    return null;
  }
  const found = words.find((word) => word.toLowerCase() === value.text.toLowerCase());
  if (found !== undefined) return found;
  const actual = `'${value.text.slice(0, 40)}'`;
  const nearest = nearestName(value.text, words);
  const fix =
    nearest === null
      ? null
      : { label: `Use '${nearest}'`, from: given.from, to: given.to, insert: `'${nearest}'` };
  const params = { what, expected, actual, hint: `Write ${expected}.` };
  context.reporter.report('kind_wrong', given, params, fix);
  return null;
}

/** A text; null after a mistake. */
export function readText(context: Context, given: Expression, what: string, example: string): string | null {
  const value = context.evaluate(given);
  if (value.kind === 'string') return value.text;
  if (value.kind === 'unknown' || given.kind === 'missing') return null;
  const hint = `Write it in quotes, as '${example}'.`;
  context.reporter.report('kind_wrong', given, { what, expected: 'a text', actual: 'something else', hint });
  return null;
}

/** A truth value that is known before the run; null after a mistake. */
export function readSwitch(context: Context, given: Expression, what: string): boolean | null {
  const value = context.evaluate(given);
  const known = value.kind === 'bool' ? context.builder.constantOf(value.node) : undefined;
  if (known !== undefined) return known === 1;
  if (value.kind === 'bool') context.reporter.report('value_varies', given, { what });
  else reportKind(context, given, what, 'true or false', value);
  return null;
}
