import { isReserved } from './names';
import { parser } from './strategy.grammar';
import { symbolAt, symbolsOf, type ScriptSymbol } from './symbols';

/** One replacement of a text. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The name at a position, as far as it can be renamed. */
export interface RenameTarget {
  readonly name: string;
  /** Every place of the name in order of the text. */
  readonly places: readonly { readonly from: number; readonly to: number }[];
  /** Whether the places are, or include, the name of a parameter, which sliders and links know. */
  readonly isParameter: boolean;
}

/** What a new name changes, or why it cannot be taken. */
export type Renaming = { readonly changes: readonly Replacement[] } | { readonly problem: string };

const NAME = /^[A-Za-z_$\u{a1}-\u{10ffff}][A-Za-z0-9_$\u{a1}-\u{10ffff}]*$/u;
const PARAMETER_NAME = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;
const PARAMETER = /\bparam\s*\(\s*(['"])([A-Za-z][A-Za-z0-9_]*)\1/g;

/**
 * What can be renamed at a position: a name that the script declares, or the name of a parameter. A
 * parameter and the const that holds it are one when they are called the same.
 *
 * @returns  null where there is neither
 */
export function renameTarget(source: string, position: number): RenameTarget | null {
  const symbols = symbolsOf(parser.parse(source), source);
  const own = symbolAt(symbols, position);
  if (own) return targetOf(own, parameterIn(source, own));
  const text = parametersOf(source).find(({ from, to }) => from <= position && position <= to);
  if (!text) return null;
  const holder = symbols.declared.find((symbol) => isAt(parameterIn(source, symbol), text.from));
  if (holder) return targetOf(holder, text);
  return { name: text.name, places: [{ from: text.from, to: text.to }], isParameter: true };
}

function targetOf(symbol: ScriptSymbol, parameter: ParameterName | null): RenameTarget {
  const own = parameter ? [{ from: parameter.from, to: parameter.to }] : [];
  const places = [...symbol.places, ...own].toSorted((a, b) => a.from - b.from);
  return { name: symbol.name, places, isParameter: parameter !== null };
}

/**
 * The changes that give a target another name, or the reason against it: no name, a word of the
 * language, or a name that is taken where one of the two is read.
 */
export function rename(source: string, target: RenameTarget, next: string): Renaming {
  const problem = wordProblem(source, target, next);
  if (problem !== null) return { problem };
  const changes = target.places.map(({ from, to }) => ({ from, to, insert: next }));
  if (next === target.name) return { changes };
  const taken = firstClash(source, apply(source, changes), changes, next);
  if (taken !== null) return { problem: `${next} means something else on line ${taken}.` };
  return { changes };
}

function wordProblem(source: string, { name, isParameter }: RenameTarget, next: string): string | null {
  if (!NAME.test(next)) return 'A name begins with a letter and holds letters, digits, _ and $.';
  if (next === name) return null;
  if (isReserved(next)) return `${next} is a word of the language.`;
  if (!isParameter) return null;
  if (!PARAMETER_NAME.test(next))
    return 'A parameter has a name of at most 40 letters, digits and _, with a letter first.';
  const isTaken = parametersOf(source).some((other) => other.name === next);
  return isTaken ? `There is a parameter called ${next}.` : null;
}

interface ParameterName {
  readonly name: string;
  /** Range within the quotes. */
  readonly from: number;
  readonly to: number;
}

function parametersOf(source: string): readonly ParameterName[] {
  return [...source.matchAll(PARAMETER)].map(({ 0: text, 2: name = '', index }) => {
    const to = index + text.length - 1;
    return { name, from: to - name.length, to };
  });
}

/** The parameter of the same name that a const holds. */
function parameterIn(source: string, { name, value }: ScriptSymbol): ParameterName | null {
  if (!value) return null;
  const inside = parametersOf(source).find(({ from }) => value.from < from && from < value.to);
  const isWhole = /^param\b/.test(source.slice(value.from, value.to));
  return inside?.name === name && isWhole ? inside : null;
}

const isAt = (parameter: ParameterName | null, from: number): boolean => parameter?.from === from;

function apply(source: string, changes: readonly Replacement[]): string {
  return changes.reduceRight(
    (text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to),
    source,
  );
}

/** First line on which a name means something else afterwards; null when all mean the same. */
function firstClash(
  before: string,
  after: string,
  changes: readonly Replacement[],
  next: string,
): number | null {
  const moved = (position: number): number =>
    changes.reduce((at, { from, to }) => (to <= position ? at + next.length - (to - from) : at), position);
  const meanings = meaningsOf(after);
  const old = [...meaningsOf(before)].toSorted(([a], [b]) => a - b);
  const clash = old.find(([place, definition]) => meanings.get(moved(place)) !== moved(definition));
  if (clash) return lineOf(before, clash[0]);
  const known = new Set(old.map(([place]) => moved(place)));
  const fresh = [...meanings.keys()].find((place) => !known.has(place));
  return fresh === undefined ? null : lineOf(after, fresh);
}

/** Definition of each place of a declared name. */
function meaningsOf(source: string): ReadonlyMap<number, number> {
  const { declared } = symbolsOf(parser.parse(source), source);
  return new Map(
    declared.flatMap(({ places, definition }) => places.map(({ from }) => [from, definition.from] as const)),
  );
}

const lineOf = (source: string, position: number): number => source.slice(0, position).split('\n').length;
