import type { SyntaxNode, Tree } from '@lezer/common';

/** A range of the text, in UTF-16 units. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** A name that the script declares, with every place that means it. */
export interface ScriptSymbol {
  readonly name: string;
  readonly kind: 'const' | 'let' | 'function' | 'argument';
  /** Where it is declared. */
  readonly definition: Range;
  /** Every place in order of the text, the definition among them. */
  readonly places: readonly Range[];
  /** Where the name can be read. */
  readonly scope: Range;
  /** The whole declaration: statement or argument. */
  readonly declaration: Range;
  /** Value of a const or let; null for functions and arguments. */
  readonly value: Range | null;
  /** Names of a function's arguments; empty for others. */
  readonly arguments: readonly string[];
}

/** A name that is read but not declared: a name of the language, or a mistake. */
export interface FreeName extends Range {
  readonly name: string;
}

/** What the names of a script mean. */
export interface Symbols {
  /** In order of their definitions. */
  readonly declared: readonly ScriptSymbol[];
  readonly free: readonly FreeName[];
}

interface Entry extends Omit<ScriptSymbol, 'places'> {
  readonly places: Range[];
}

interface Scope extends Range {
  readonly names: Map<string, Entry>;
}

/** Node types that open a scope of their own. */
const SCOPES: ReadonlySet<string> = new Set(['Block', 'Body', 'FunctionDeclaration']);

/** Node types under which names are declared or read; other nodes only hold them. */
const NAME_NODES: ReadonlySet<string> = new Set(['VariableDefinition', 'FunctionName', 'Parameter']);

/**
 * Finds what each name of a script means, by the scopes of the language: a name holds from its
 * declaration to the end of the block around it, a function's name in the whole block, its
 * arguments in its body. Broken parts are passed over, so it serves while somebody types.
 *
 * @param tree    of the script's parser
 * @param source  the text that was parsed
 */
export function symbolsOf(tree: Tree, source: string): Symbols {
  const finder = new Finder(source);
  finder.walk(tree.topNode);
  return finder.finish();
}

/** The symbol that has a place touching a position, null when there is none. */
export function symbolAt({ declared }: Symbols, position: number): ScriptSymbol | null {
  return declared.find(({ places }) => places.some((place) => touches(place, position))) ?? null;
}

/** Symbols that can be read at a position, the innermost of each name. */
export function visibleAt({ declared }: Symbols, position: number): readonly ScriptSymbol[] {
  const found = new Map<string, ScriptSymbol>();
  for (const symbol of declared) {
    const { scope, kind, declaration } = symbol;
    const isThere = kind === 'function' || kind === 'argument' || declaration.to <= position;
    if (isThere && scope.from <= position && position <= scope.to) found.set(symbol.name, symbol);
  }
  return [...found.values()];
}

/** Places of the name at a position: of a declared one by its scope, of a name of the language everywhere. */
export function placesAt(symbols: Symbols, position: number): readonly Range[] {
  const declared = symbolAt(symbols, position);
  if (declared) return declared.places;
  const free = symbols.free.find((name) => touches(name, position));
  return free ? symbols.free.filter(({ name }) => name === free.name) : [];
}

const touches = ({ from, to }: Range, position: number): boolean => from <= position && position <= to;

/** Deeper nodes are left out, as the checker refuses them. */
const DEEPEST = 400;

class Finder {
  readonly #source: string;
  readonly #scopes: Scope[] = [];
  readonly #declared: Entry[] = [];
  readonly #free: FreeName[] = [];
  #depth = 0;

  constructor(source: string) {
    this.#source = source;
    this.#scopes.push({ from: 0, to: source.length, names: new Map() });
  }

  finish(): Symbols {
    for (const { places } of this.#declared) places.sort(byPosition);
    const declared = this.#declared.toSorted((a, b) => byPosition(a.definition, b.definition));
    return { declared, free: this.#free };
  }

  walk(node: SyntaxNode): void {
    if (this.#depth >= DEEPEST) return;
    this.#depth++;
    if (SCOPES.has(node.name)) this.#inside(node, () => this.#walkScope(node));
    else this.#walkNode(node);
    this.#depth--;
  }

  #inside(node: SyntaxNode, walk: () => void): void {
    this.#scopes.push({ from: node.from, to: node.to, names: new Map() });
    walk();
    this.#scopes.pop();
  }

  #walkScope(node: SyntaxNode): void {
    if (node.name === 'FunctionDeclaration') this.#declareArguments(node);
    this.#walkChildren(node);
  }

  #walkNode(node: SyntaxNode): void {
    if (node.name === 'VariableName') return this.#read(node);
    if (node.name === 'Declaration') return this.#declare(node);
    if (!NAME_NODES.has(node.name)) this.#walkChildren(node);
  }

  /** Functions are known to their whole block, so they are declared before anything in it is read. */
  #walkChildren(node: SyntaxNode): void {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === 'FunctionDeclaration') this.#declareFunction(child);
    }
    for (let child = node.firstChild; child; child = child.nextSibling) this.walk(child);
  }

  /** The value is read before the name holds: `const a = a` reads an outer `a`. */
  #declare(node: SyntaxNode): void {
    const value = node.getChild('Expression');
    if (value) this.walk(value);
    const definition = node.getChild('VariableDefinition');
    if (!definition) return;
    const keyword = this.#textOf(node.getChild('DeclarationKeyword') ?? definition);
    this.#add(node, definition, keyword === 'const' ? 'const' : 'let', value);
  }

  #declareFunction(node: SyntaxNode): void {
    const name = node.getChild('FunctionName');
    const names = parameterNodes(node).map((parameter) => this.#textOf(parameter));
    if (name) this.#add(node, name, 'function', null, names);
  }

  #declareArguments(node: SyntaxNode): void {
    for (const parameter of parameterNodes(node)) this.#add(parameter, parameter, 'argument', null);
  }

  #add(
    declaration: SyntaxNode,
    name: SyntaxNode,
    kind: ScriptSymbol['kind'],
    value: SyntaxNode | null,
    names: readonly string[] = [],
  ): void {
    const definition = rangeOf(name);
    const text = this.#textOf(name);
    const { from, to, names: known } = this.#scopes.at(-1)!;
    if (text === '' || known.has(text)) return;
    const entry: Entry = {
      name: text,
      kind,
      definition,
      places: [definition],
      scope: { from, to },
      declaration: rangeOf(declaration),
      value: value && rangeOf(value),
      arguments: names,
    };
    known.set(text, entry);
    this.#declared.push(entry);
  }

  #read(node: SyntaxNode): void {
    const name = this.#textOf(node);
    const entry = this.#scopes.findLast(({ names }) => names.has(name))?.names.get(name);
    if (entry) entry.places.push(rangeOf(node));
    else if (name !== '') this.#free.push({ name, ...rangeOf(node) });
  }

  #textOf({ from, to }: Range): string {
    return this.#source.slice(from, to);
  }
}

const byPosition = (a: Range, b: Range): number => a.from - b.from;

const parameterNodes = (node: SyntaxNode): readonly SyntaxNode[] =>
  node.getChild('Parameters')?.getChildren('Parameter') ?? [];

const rangeOf = ({ from, to }: Range): Range => ({ from, to });
