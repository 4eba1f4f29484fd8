import type { SyntaxNode } from '@lezer/common';
import { styleTags, tags } from '@lezer/highlight';
import { findIndicator } from '../indicators/catalogue';
import { LANGUAGE_NAMES, languageName, POSITION_MEMBERS, type LanguageName } from './names';
import { ORDER_VERBS, type CallOption } from './order-options';
import { STRATEGY_OPTIONS } from './setting-options';
import { parser as plainParser } from './strategy.grammar';
import { usefulOptions } from './variant-options';

export { languageName, type LanguageName } from './names';

/** Parser of the strategy language with highlighting, for editors. */
export const parser = plainParser.configure({
  props: [
    styleTags({
      'DeclarationKeyword/...': tags.definitionKeyword,
      'if else': tags.controlKeyword,
      'Boolean/...': tags.bool,
      Number: tags.number,
      'String UnterminatedString': tags.string,
      LineComment: tags.lineComment,
      BlockComment: tags.blockComment,
      'VariableName/Name': tags.variableName,
      'VariableDefinition/Name': tags.definition(tags.variableName),
      'Call/VariableName/Name': tags.function(tags.variableName),
      'PropertyName/Name': tags.propertyName,
      'Plus/... Times/...': tags.arithmeticOperator,
      'Compare/... Equal/...': tags.compareOperator,
      'And/... Or/...': tags.logicOperator,
      '( )': tags.paren,
      '[ ]': tags.squareBracket,
      '{ }': tags.brace,
      ', ;': tags.separator,
    }),
  ],
});

/** One proposal of the editor. */
export interface Completion {
  readonly label: string;
  readonly kind: LanguageName['kind'] | 'const' | 'option' | 'output';
  /** As `sma(real, timePeriod = 30)`. */
  readonly signature: string;
  /** One sentence. */
  readonly summary: string;
  /** What is inserted; `¦` marks where the caret goes. */
  readonly insert: string;
}

/** Proposals for a position, replacing the text from `from`. */
export interface Completions {
  readonly from: number;
  readonly options: readonly Completion[];
}

/** Options of calls that take them. */
const CALL_OPTIONS: ReadonlyMap<string, readonly CallOption[]> = new Map([
  ['strategy', STRATEGY_OPTIONS],
  [
    'param',
    [
      { name: 'min', example: '1', summary: 'Lowest value of slider and sweep.' },
      { name: 'max', example: '100', summary: 'Highest value of slider and sweep.' },
      { name: 'step', example: '1', summary: 'Distance of two values.' },
    ],
  ],
  ...ORDER_VERBS.map(({ name, options }) => [name, options] as const),
]);

/**
 * What may stand at a position: options inside the braces of a call, outputs after a dot, else
 * the names of the language and the constants declared before. null inside texts, comments and numbers.
 *
 * @param source    the whole script
 * @param position  UTF-16 offset of the caret
 */
export function completions(source: string, position: number): Completions | null {
  const tree = plainParser.parse(source);
  const node = tree.resolveInner(position, -1);
  if (/^(?:LineComment|BlockComment|String|UnterminatedString|Number)$/.test(node.name)) return null;
  const word = /[A-Za-z_$][\w$]*$/.exec(source.slice(Math.max(0, position - 60), position))?.[0] ?? '';
  const from = position - word.length;
  if (source[from - 1] === '.') return { from, options: outputs(source, tree.topNode, from - 1) };
  const callee = optionOwner(node, source, from);
  if (callee !== null) return { from, options: optionProposals(callee) };
  return { from, options: [...declaredConsts(source, tree.topNode, from), ...LANGUAGE_NAMES.map(proposal)] };
}

function proposal({ name, kind, signature, summary }: LanguageName): Completion {
  const isCall = kind === 'function' || kind === 'order' || kind === 'indicator';
  const takesOptionsOnly = signature.startsWith(`${name}({`);
  const insert = takesOptionsOnly ? `${name}({ ¦ })` : isCall ? `${name}(¦)` : name;
  return { label: name, kind, signature, summary, insert };
}

/** Members after a dot: of `position`, of an indicator call, of a const that holds one. */
function outputs(source: string, top: SyntaxNode, dot: number): readonly Completion[] {
  const owner =
    /([A-Za-z_$][\w$]*)(?:\([^()]*\))?$/.exec(source.slice(Math.max(0, dot - 200), dot))?.[1] ?? '';
  const output = (label: string, of: string): Completion => ({
    label,
    kind: 'output',
    signature: `${of}.${label}`,
    summary: languageName(of)?.summary ?? `A value of ${of}.`,
    insert: label,
  });
  if (owner === 'position') return POSITION_MEMBERS.map((member) => output(member, owner));
  const direct = findIndicator(owner);
  const held = direct ? null : initialiser(source, top, owner);
  const indicator = direct ?? (held === null ? undefined : findIndicator(/^\w+/.exec(held)?.[0] ?? ''));
  if (!indicator || indicator.outputs.length < 2) return [];
  return indicator.outputs.map(({ name }) => output(name, owner));
}

/** Text of the value that a name was declared with. */
function initialiser(source: string, top: SyntaxNode, name: string): string | null {
  for (const declaration of top.getChildren('Declaration')) {
    const defined = declaration.getChild('VariableDefinition');
    const value = declaration.getChild('Expression');
    if (defined && value && source.slice(defined.from, defined.to) === name)
      return source.slice(value.from, value.to);
  }
  return null;
}

/** Name of the call whose options the position stands in, where an option's name is due. */
function optionOwner(node: SyntaxNode, source: string, from: number): string | null {
  const before = source.slice(0, from).trimEnd();
  if (!before.endsWith('{') && !before.endsWith(',')) return null;
  for (let at: SyntaxNode | null = node; at; at = at.parent) {
    if (at.name === 'Arguments' && !before.endsWith('{')) return null;
    if (at.name !== 'Options') continue;
    const callee = at.parent?.parent?.getChild('Expression');
    return callee ? source.slice(callee.from, callee.to) : null;
  }
  return null;
}

function optionProposals(callee: string): readonly Completion[] {
  const indicator = findIndicator(callee);
  const known: readonly CallOption[] = indicator
    ? [
        ...indicator.params.map((p) => ({
          name: p.name,
          example: String(p.default),
          summary: `From ${p.min} to ${p.max}.`,
        })),
        ...usefulOptions(indicator),
      ]
    : (CALL_OPTIONS.get(callee) ?? []);
  return known.map(({ name, example, summary }) => ({
    label: name,
    kind: 'option',
    signature: `${name}: ${example}`,
    summary,
    insert: `${name}: ${example}`,
  }));
}

function declaredConsts(source: string, top: SyntaxNode, before: number): readonly Completion[] {
  const found: Completion[] = [];
  for (const declaration of top.getChildren('Declaration')) {
    const name = declaration.getChild('VariableDefinition');
    const value = declaration.getChild('Expression');
    if (!name || !value || declaration.to > before) continue;
    const label = source.slice(name.from, name.to);
    const signature = source.slice(value.from, value.to).replace(/\s+/g, ' ');
    found.push({ label, kind: 'const', signature, summary: 'Declared in this script.', insert: label });
  }
  return found;
}
