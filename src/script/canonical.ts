import { utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256Hex } from '../core/hash';
import { DEFAULT_SETTINGS, SETTING_NAMES, type RunSettings, type SettingName } from '../core/settings';
import type { IndicatorVariant } from '../indicators/variant';
import type {
  Frame,
  MessagePart,
  NodeId,
  Plan,
  PlanAction,
  PlanAnnotation,
  PlanNode,
  PlanParam,
  PlanState,
  PlanTerms,
  PlanTrail,
} from './plan';
import { sizeNodes } from './sizing';
import { trailNodes } from './trail';

/** The parts of a plan that its canonical text is made of. */
type Body = Pick<Plan, 'settings' | 'params' | 'nodes' | 'frames' | 'states' | 'actions' | 'annotations'> & {
  readonly plots: readonly Pick<Plan['plots'][number], 'name' | 'pane' | 'kind' | 'node'>[];
};

/**
 * Canonical text of a plan: settings, parameters, the values that orders and plots need (numbered
 * in order of first need), orders, plots. Independent of formatting, comments, the order of
 * declarations, the strategy's name and, plots apart, of the names of constants.
 */
export function canonicalText(body: Body): string {
  const { settings, params, actions, plots, annotations } = body;
  const values = new ValueLines(body);
  const orders = actions.map((action) => orderLine(action, values));
  const drawn = plots.map(
    (plot) => `plot ${quote(plot.name)} ${plot.pane} ${plot.kind} ${values.ref(plot.node)}`,
  );
  const told = annotations.map((annotation) => annotationLine(annotation, values));
  values.finish();
  return [
    'backtab-plan 1',
    `capital ${settings.capital}`,
    `fee-percent ${settings.feePercent}`,
    `slippage-bps ${settings.slippageBps}`,
    `intrabar ${settings.intrabar}`,
    `lot ${settings.lotSize}`,
    ...settingLines(settings),
    ...params.map(paramLine),
    ...values.lines,
    ...orders,
    ...drawn,
    ...told,
    '',
  ].join('\n');
}

/** SHA-256 (hex) of a canonical text. */
export function planHash(text: string): string {
  return sha256Hex(utf8ToBytes(text));
}

function paramLine({ name, kind, choices, default: value, min, max, step }: PlanParam): string {
  const line = `param ${quote(name)} ${value} ${min} ${max} ${step}`;
  if (kind === 'boolean') return `${line} boolean`;
  return kind === 'choice' ? `${line} choice ${JSON.stringify(choices)}` : line;
}

function annotationLine(annotation: PlanAnnotation, values: ValueLines): string {
  const when = `when ${values.ref(annotation.when)}`;
  switch (annotation.kind) {
    case 'mark':
      return `mark ${when} ${annotation.position} ${quote(annotation.text)}`;
    case 'background':
      return `background ${when} ${annotation.tone}`;
    case 'alert':
    case 'log': {
      const part = (message: MessagePart): string =>
        'text' in message ? quote(message.text) : `${values.ref(message.node)} ${message.kind}`;
      return [annotation.kind, when, ...annotation.parts.map(part)].join(' ');
    }
  }
}

const quote = (text: string): string => JSON.stringify(text);

/** Settings that have a line of their own above, whatever their value. */
const ALWAYS: ReadonlySet<SettingName> = new Set([
  'capital',
  'feePercent',
  'slippageBps',
  'intrabar',
  'lotSize',
] as const);

/** The other settings where they differ from their defaults, by name. */
const settingLines = (settings: RunSettings): readonly string[] =>
  SETTING_NAMES.filter((name) => !ALWAYS.has(name) && !Object.is(settings[name], DEFAULT_SETTINGS[name]))
    .toSorted()
    .map((name) => `setting ${name} ${JSON.stringify(settings[name])}`);

function orderLine(action: PlanAction, values: ValueLines): string {
  const when = `when ${values.ref(action.when)}`;
  const level = (id: NodeId | null): string => (id === null ? 'none' : values.ref(id));
  switch (action.kind) {
    case 'enter': {
      const { side, sizing, stop, target, trailing, tag } = action;
      const size = [words(sizing.kind), ...sizeNodes(sizing).map((id) => values.ref(id))].join(' ');
      const bracket = `stop ${level(stop)} target ${level(target)}`;
      const trail = trailing ? ` trailing ${trailText(trailing, values)}` : '';
      return `enter ${side} ${when} ${size} ${bracket} tag ${quote(tag)}${trail}${termsText(action.terms, values)}`;
    }
    case 'exit': {
      const { position, fraction, tag } = action;
      const side = position === null ? '' : ` position ${position}`;
      const share = fraction === null ? '' : ` fraction ${values.ref(fraction)}`;
      return `exit ${when} tag ${quote(tag)}${side}${share}${termsText(action.terms, values)}`;
    }
    case 'order': {
      const { side, units, reduceOnly, tag } = action;
      const reduces = reduceOnly ? ' reduce-only' : '';
      return `order ${side} ${when} units ${values.ref(units)} tag ${quote(tag)}${reduces}${termsText(action.terms, values)}`;
    }
    case 'target':
      return `rebalance ${when} weight ${values.ref(action.weight)} tag ${quote(action.tag)}${termsText(action.terms, values)}`;
    case 'cancel':
      return `cancel ${when} ${action.tag === null ? 'all' : `tag ${quote(action.tag)}`}${
        action.market === null ? '' : ` market ${quote(action.market)}`
      }`;
  }
}

const words = (kind: string): string => kind.replaceAll('_', '-');

const trailText = (trail: PlanTrail, values: ValueLines): string =>
  [words(trail.kind), ...trailNodes(trail).map((id) => values.ref(id))].join(' ');

/** What an order carries beside its size, in fixed order; nothing for a plain one. */
function termsText(terms: PlanTerms, values: ValueLines): string {
  const parts: string[] = [];
  for (const name of ['limit', 'trigger', 'touch'] as const) {
    const node = terms[name];
    if (node !== undefined) parts.push(`${name} ${values.ref(node)}`);
  }
  if (terms.trail) parts.push(`trail ${trailText(terms.trail, values)}`);
  if (terms.auction) parts.push(`auction ${terms.auction}`);
  if (terms.timeInForce) parts.push(`time-in-force ${terms.timeInForce}`);
  if (terms.expires !== undefined) parts.push(`expires ${terms.expires}`);
  if (terms.postOnly) parts.push('post-only');
  if (terms.group) parts.push(`group ${quote(terms.group)}`);
  if (terms.market) parts.push(`market ${quote(terms.market)}`);
  return parts.map((part) => ` ${part}`).join('');
}

/** Lines of the values that were asked for, each after those it refers to. */
class ValueLines {
  readonly lines: string[] = [];
  readonly #nodes: readonly PlanNode[];
  readonly #frames: readonly Frame[];
  readonly #states: readonly PlanState[];
  readonly #numbers = new Map<NodeId, number>();
  /** States in order of first need. */
  readonly #needed: number[] = [];

  constructor({ nodes, frames, states }: Pick<Body, 'nodes' | 'frames' | 'states'>) {
    this.#nodes = nodes;
    this.#frames = frames;
    this.#states = states;
  }

  /** Writes what the states that were needed begin with and become. */
  finish(): void {
    // More states may be needed on the way.
    for (let k = 0; k < this.#needed.length; k++) {
      const { initial, next } = this.#states[this.#needed[k]!]!;
      const [begins, becomes] = [this.ref(initial), this.ref(next)];
      this.lines.push(`state ${k} initial ${begins} next ${becomes}`);
    }
  }

  /** `%3`: the value's number; its line is written on first need. Iterative: plans may be deep. */
  ref(root: NodeId): string {
    const open: NodeId[] = [root];
    while (open.length > 0) {
      const id = open.at(-1)!;
      const isWritten = this.#numbers.has(id);
      const before = open.length;
      if (!isWritten) this.#pushWaiting(open, childrenOf(this.#nodes[id]!));
      if (open.length > before) continue;
      open.pop();
      if (!isWritten) this.#write(id, this.#nodes[id]!);
    }
    return `%${this.#numbers.get(root)}`;
  }

  /** Puts the children that are not written yet on the stack, the first of them on top. */
  #pushWaiting(open: NodeId[], children: readonly NodeId[]): void {
    for (let k = children.length - 1; k >= 0; k--) {
      const child = children[k]!;
      if (!this.#numbers.has(child)) open.push(child);
    }
  }

  #write(id: NodeId, node: PlanNode): void {
    const refs = (ids: readonly NodeId[]): string =>
      ids.map((child) => `%${this.#numbers.get(child)}`).join(' ');
    if (node.op === 'state') this.#needed.push(node.state);
    const text =
      node.op === 'state'
        ? `state ${this.#needed.length - 1}`
        : nodeText(node, refs, (row) => this.#frame(row));
    this.lines.push(`%${this.#numbers.size} ${text}`);
    this.#numbers.set(id, this.#numbers.size);
  }

  /** Nothing for the run's own bars. */
  #frame(row: number | undefined): string {
    const { data, interval } = this.#frames[row ?? 0]!;
    return `${data === null ? '' : ` data ${quote(data)}`}${interval === null ? '' : ` interval ${interval}`}`;
  }
}

function nodeText(
  node: Exclude<PlanNode, { op: 'state' }>,
  refs: (ids: readonly NodeId[]) => string,
  frame: (row: number | undefined) => string,
): string {
  switch (node.op) {
    case 'constant':
      return `constant ${Object.is(node.value, -0) ? '-0' : node.value}`;
    case 'param':
      return `param ${quote(node.name)}`;
    case 'price':
      return `price ${node.column}${frame(node.frame)}`;
    case 'clock':
      return `clock ${node.field}${frame(node.frame)}`;
    case 'align':
      return `align ${refs([node.of])}${frame(node.frame)}`;
    case 'indicator':
      return `indicator ${node.name} ${node.output} (${refs(node.inputs)}) (${refs(node.params)})${variantText(node.variant)}`;
    case 'history':
      return `history ${node.bars} ${refs([node.of])}`;
    case 'unary':
      return `${node.operator} ${refs([node.of])}`;
    case 'binary':
      return `${node.operator} ${refs([node.left, node.right])}`;
    case 'conditional':
      return `conditional ${refs([node.test, node.yes, node.no])}`;
    case 'cross':
      return `cross-${node.direction} ${refs([node.left, node.right])}`;
    case 'account':
      return `account ${node.field}${node.market === undefined ? '' : ` market ${quote(node.market)}`}`;
  }
}

/** Nothing for the indicator as it stands in the catalogue. */
export const variantText = (variant: IndicatorVariant | undefined): string =>
  variant === undefined ? '' : ` ${JSON.stringify(variant)}`;

/** Nodes that a node refers to, in order. */
export function childrenOf(node: PlanNode): readonly NodeId[] {
  switch (node.op) {
    case 'indicator':
      return [...node.inputs, ...node.params];
    case 'history':
    case 'unary':
    case 'align':
      return [node.of];
    case 'binary':
    case 'cross':
      return [node.left, node.right];
    case 'conditional':
      return [node.test, node.yes, node.no];
    default:
      return [];
  }
}
