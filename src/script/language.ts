import type { SyntaxNode } from '@lezer/common';
import { styleTags, tags } from '@lezer/highlight';
import { findIndicator } from '../indicators/catalogue';
import { LANGUAGE_NAMES, languageName, POSITION_MEMBERS, PRICES, type LanguageName } from './names';
import { nameDoc, optionsOf, symbolDoc, type NameDoc } from './name-doc';
import { parser as plainParser } from './strategy.grammar';
import { symbolAt, symbolsOf, visibleAt, type ScriptSymbol, type Symbols } from './symbols';

/** Parser of the strategy language with highlighting, for editors. */
export const parser = plainParser.configure({
  props: [
    styleTags({
      'DeclarationKeyword/...': tags.definitionKeyword,
      'if else return': tags.controlKeyword,
      function: tags.definitionKeyword,
      'Boolean/...': tags.bool,
      Number: tags.number,
      'String UnterminatedString': tags.string,
      LineComment: tags.lineComment,
      BlockComment: tags.blockComment,
      'VariableName/Name': tags.variableName,
      'VariableDefinition/Name': tags.definition(tags.variableName),
      'Parameter/Name': tags.definition(tags.variableName),
      'FunctionName/Name': tags.function(tags.definition(tags.variableName)),
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
  readonly kind: LanguageName['kind'] | ScriptSymbol['kind'] | 'option' | 'output';
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

/**
 * What may stand at a position: options inside the braces of a call, outputs after a dot, else
 * the names of the language and those that the script has declared there. null inside texts, comments and numbers.
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
  const own = visibleAt(symbolsOf(tree, source), from).map((symbol) => ownProposal(symbol, source));
  return { from, options: [...own, ...LANGUAGE_NAMES.map(proposal)] };
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
  if (owner === 'data') return PRICES.map((column) => output(column, owner));
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

const optionProposals = (callee: string): readonly Completion[] =>
  optionsOf(callee).map(({ name, example, summary }) => ({
    label: name,
    kind: 'option',
    signature: `${name}: ${example}`,
    summary,
    insert: `${name}: ${example}`,
  }));

function ownProposal(symbol: ScriptSymbol, source: string): Completion {
  const { name, kind, value } = symbol;
  const { signature, summary } = symbolDoc(symbol, source);
  const shown = value ? source.slice(value.from, value.to).replace(/\s+/g, ' ') : signature;
  return { label: name, kind, signature: shown, summary, insert: kind === 'function' ? `${name}(¦)` : name };
}

/**
 * What is known of the name at a position: what the script declares comes before the language's own.
 *
 * @param symbols  of the same text
 * @returns        null where no name is known
 */
export function docAt(source: string, symbols: Symbols, position: number): NameDoc | null {
  const own = symbolAt(symbols, position);
  if (own) return symbolDoc(own, source);
  const free = symbols.free.find(({ from, to }) => from <= position && position <= to);
  if (free) return nameDoc(free.name);
  const keyword = /[a-z]+$/.exec(source.slice(0, position))?.[0] ?? '';
  const rest = /^[a-z]*/.exec(source.slice(position))?.[0] ?? '';
  const doc = nameDoc(keyword + rest);
  return doc?.kind === 'keyword' ? doc : null;
}
