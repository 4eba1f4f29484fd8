import { findIndicator } from '../../src/indicators/catalogue';
import type { AccountField, ClockField } from '../../src/script/plan';
import type { BarColumn } from '../../src/core/bars';

/** An expression of a program of the tests: a tree that is written as text and read by a plain interpreter. */
export type Tree =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'price'; readonly column: BarColumn }
  | { readonly kind: 'clock'; readonly field: ClockField }
  | { readonly kind: 'account'; readonly field: AccountField }
  | { readonly kind: 'position'; readonly test: 'isLong' | 'isShort' | 'isFlat' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'unary'; readonly sign: '-' | '!'; readonly of: Tree }
  | { readonly kind: 'binary'; readonly sign: string; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'choice'; readonly test: Tree; readonly yes: Tree; readonly no: Tree }
  | { readonly kind: 'history'; readonly of: Tree; readonly bars: number; readonly isTruth: boolean }
  /** A function of the language: helpers, crossings, extremes; counts of bars are numbers in `bars`. */
  | {
      readonly kind: 'helper';
      readonly name: string;
      readonly args: readonly Tree[];
      readonly bars: readonly number[];
    }
  | {
      readonly kind: 'indicator';
      readonly name: string;
      readonly output: number;
      readonly inputs: readonly Tree[];
      readonly params: readonly number[];
    }
  | {
      readonly kind: 'frame';
      readonly data: string | null;
      readonly interval: string | null;
      readonly of: Tree;
      readonly isTruth: boolean;
    }
  | { readonly kind: 'session'; readonly from: number; readonly to: number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Tree[] };

/** An option of an order, with its number where it has one. */
export interface OrderOption {
  readonly name: string;
  /** What stands around the number, as `percent(` and `)`; the whole text where there is none. */
  readonly before: string;
  readonly value: Tree | null;
  readonly after: string;
}

export type Line =
  | {
      readonly kind: 'declare';
      readonly keyword: 'const' | 'let' | 'state';
      readonly name: string;
      readonly value: Tree;
    }
  | { readonly kind: 'param'; readonly name: string; readonly value: number | boolean }
  | {
      readonly kind: 'assign';
      readonly name: string;
      readonly sign: '=' | '+=' | '-=' | '*=';
      readonly value: Tree;
    }
  | {
      readonly kind: 'if';
      readonly test: Tree;
      readonly yes: readonly Line[];
      readonly no: readonly Line[] | null;
    }
  | {
      readonly kind: 'order';
      readonly verb: string;
      readonly first: string;
      readonly options: readonly OrderOption[];
    }
  | { readonly kind: 'rebalance'; readonly weight: Tree }
  | { readonly kind: 'plot'; readonly value: Tree }
  | { readonly kind: 'background'; readonly value: Tree }
  | { readonly kind: 'log'; readonly value: Tree }
  | {
      readonly kind: 'function';
      readonly name: string;
      readonly parameters: readonly string[];
      readonly body: readonly Line[];
      readonly result: Tree;
    };

export type Program = readonly Line[];

const ACCOUNT_TEXT: Readonly<Record<AccountField, string>> = {
  equity: 'equity',
  cash: 'cash',
  positionSize: 'position.size',
  entryPrice: 'position.entryPrice',
  barsHeld: 'position.bars',
};

/** A program as a script. */
export const scriptOf = (program: Program): string =>
  `strategy('Random', { fee: percent(0.1) })\n${program.map(lineText).join('\n')}\n`;

function lineText(line: Line): string {
  switch (line.kind) {
    case 'declare':
      return line.keyword === 'state'
        ? `let ${line.name} = state(${treeText(line.value)})`
        : `${line.keyword} ${line.name} = ${treeText(line.value)}`;
    case 'param':
      return typeof line.value === 'boolean'
        ? `const ${line.name} = param('${line.name}', ${line.value})`
        : `const ${line.name} = param('${line.name}', ${line.value}, { min: 1, max: 50 })`;
    case 'assign':
      return `${line.name} ${line.sign} ${treeText(line.value)}`;
    case 'if': {
      const otherwise = line.no === null ? '' : ` else ${blockText(line.no)}`;
      return `if (${treeText(line.test)}) ${blockText(line.yes)}${otherwise}`;
    }
    case 'order': {
      const options = line.options.map(
        ({ name, before, value, after }) => `${name}: ${before}${value ? treeText(value) : ''}${after}`,
      );
      const parts = [line.first, options.length > 0 ? `{ ${options.join(', ')} }` : ''].filter(
        (part) => part !== '',
      );
      return `${line.verb}(${parts.join(', ')})`;
    }
    case 'rebalance':
      return `rebalance(${treeText(line.weight)})`;
    case 'plot':
      return `plot(${treeText(line.value)})`;
    case 'background':
      return `background(${treeText(line.value)}, 'up')`;
    case 'log':
      return `log('seen', ${treeText(line.value)})`;
    case 'function': {
      const body = [...line.body.map(lineText), `return ${treeText(line.result)}`];
      return `function ${line.name}(${line.parameters.join(', ')}) {\n${body.join('\n')}\n}`;
    }
  }
}

const blockText = (lines: readonly Line[]): string => `{\n${lines.map(lineText).join('\n')}\n}`;

function treeText(tree: Tree): string {
  switch (tree.kind) {
    case 'number':
      return String(tree.value);
    case 'truth':
      return String(tree.value);
    case 'price':
      return tree.column;
    case 'clock':
      return tree.field;
    case 'account':
      return ACCOUNT_TEXT[tree.field];
    case 'position':
      return `position.${tree.test}`;
    case 'name':
      return tree.name;
    case 'unary':
      return `${tree.sign}(${treeText(tree.of)})`;
    case 'binary':
      return `(${treeText(tree.left)} ${tree.sign} ${treeText(tree.right)})`;
    case 'choice':
      return `(${treeText(tree.test)} ? ${treeText(tree.yes)} : ${treeText(tree.no)})`;
    case 'history':
      return `(${treeText(tree.of)})[${tree.bars}]`;
    case 'helper':
      return `${tree.name}(${[...tree.args.map(treeText), ...tree.bars].join(', ')})`;
    case 'indicator': {
      const { name, output, inputs, params } = tree;
      const call = `${name}(${[...inputs.map(treeText), ...params].join(', ')})`;
      return outputNames(name).length > 1 ? `${call}.${outputNames(name)[output]}` : call;
    }
    case 'frame': {
      const inner =
        tree.interval === null ? treeText(tree.of) : `timeframe('${tree.interval}', ${treeText(tree.of)})`;
      return tree.data === null ? inner : `data('${tree.data}', ${inner})`;
    }
    case 'session':
      return `inSession('${clockText(tree.from)}-${clockText(tree.to)}')`;
    case 'call':
      return `${tree.name}(${tree.args.map(treeText).join(', ')})`;
  }
}

const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const outputNames = (name: string): readonly string[] =>
  findIndicator(name)!.outputs.map((output) => output.name);
