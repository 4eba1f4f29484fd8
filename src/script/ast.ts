import type { BinaryOperator, UnaryOperator } from './plan';
import type { Span } from './reporter';

/** An expression of the script with its range. Parentheses leave no trace. */
export type Expression = Span &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'string'; readonly text: string }
    | { readonly kind: 'bool'; readonly value: boolean }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'unary'; readonly operator: UnaryOperator | 'plus'; readonly of: Expression }
    | {
        readonly kind: 'binary';
        readonly operator: BinaryOperator;
        readonly symbol: string;
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: 'conditional';
        readonly test: Expression;
        readonly yes: Expression;
        readonly no: Expression;
      }
    | Call
    | { readonly kind: 'member'; readonly of: Expression; readonly name: Identifier }
    | { readonly kind: 'history'; readonly of: Expression; readonly index: Expression }
    /** A part that could not be read; a diagnostic tells why. */
    | { readonly kind: 'missing' }
  );

/** A word with its range. */
export interface Identifier extends Span {
  readonly name: string;
}

/** A call: arguments in order, then named options. */
export interface Call extends Span {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Expression[];
  readonly options: Options | null;
  /** Position of the closing parenthesis, or of the end where it is missing. */
  readonly close: number;
}

/** `{ name: value, … }` of a call. */
export interface Options extends Span {
  readonly entries: readonly { readonly name: Identifier; readonly value: Expression }[];
}

/** `function name(a, b) { … return value }`. */
export interface FunctionStatement extends Span {
  readonly kind: 'function';
  readonly name: Identifier;
  readonly parameters: readonly Identifier[];
  readonly body: readonly Statement[];
}

/** A statement of the script with its range. */
export type Statement = Span &
  (
    | {
        readonly kind: 'declare';
        readonly keyword: Identifier;
        readonly name: Identifier;
        readonly value: Expression;
      }
    | FunctionStatement
    | { readonly kind: 'return'; readonly value: Expression }
    | {
        readonly kind: 'if';
        readonly test: Expression;
        readonly yes: Statement;
        readonly no: Statement | null;
      }
    | { readonly kind: 'block'; readonly body: readonly Statement[] }
    | {
        readonly kind: 'assign';
        readonly target: Expression;
        /** What is done with the value before: null for a new one. */
        readonly operator: BinaryOperator | null;
        readonly value: Expression;
      }
    | { readonly kind: 'expression'; readonly value: Expression }
    | { readonly kind: 'nothing' }
  );
