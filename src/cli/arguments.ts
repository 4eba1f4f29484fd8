import { readParamText } from '../script/param-text';
import type { PlanParam } from '../script/plan';
import { parseArgs } from 'node:util';
import { BacktabError } from '../core/errors';

/** Options of a command: `value` ones take the next word, `many` ones may be repeated. */
export type OptionKinds = Readonly<Record<string, 'flag' | 'value' | 'many'>>;

/** A command line, split. */
export interface CommandLine {
  readonly words: readonly string[];
  flag(name: string): boolean;
  value(name: string): string | undefined;
  many(name: string): readonly string[];
}

/**
 * Splits the words behind a command's name.
 *
 * @throws BacktabError `usage` for an unknown option or a missing value
 */
export function readArguments(args: readonly string[], kinds: OptionKinds): CommandLine {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: kind === 'many' },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    return {
      words: positionals,
      flag: (name) => values[name] === true,
      value: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
      many: (name) => (Array.isArray(values[name]) ? values[name].map(String) : []),
    };
  } catch (e) {
    throw new BacktabError('usage', { reason: e instanceof Error ? e.message : String(e) }, { cause: e });
  }
}

/**
 * `k=v` words as texts by name.
 *
 * @throws BacktabError `usage`
 */
export function readTexts(option: string, words: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    words.map((word) => {
      const [, name, text] = /^([^=]+)=(.*)$/.exec(word) ?? [];
      if (name === undefined || text === undefined) {
        throw new BacktabError('usage', { reason: `--${option} takes name=value, was '${word}'.` });
      }
      return [name, text];
    }),
  );
}

/**
 * `k=v` words as values of parameters by name: numbers, `true` and `false`, words of a choice.
 *
 * @param params  those of the script
 * @throws BacktabError `usage`
 */
export function readAssignments(
  option: string,
  words: readonly string[],
  params: readonly PlanParam[],
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(readTexts(option, words)).map(([name, text]) => {
      const param = params.find((known) => known.name === name) ?? NUMBER;
      const value = readParamText(param, text);
      if (value !== null) return [name, value];
      const expected = { boolean: 'true or false', choice: param.choices.join(' or ') };
      const wanted = param.kind === 'boolean' || param.kind === 'choice' ? expected[param.kind] : 'number';
      throw new BacktabError('usage', { reason: `--${option} takes name=${wanted}, was '${name}=${text}'.` });
    }),
  );
}

/** How a value is read whose parameter the script does not have; the run then says so. */
const NUMBER = { kind: 'number', choices: [] } as const;
