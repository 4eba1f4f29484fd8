import type { NodeId, Plan, PlanName, PlanVariable } from './plan';

/** Longest text that stands in place of a name. */
const MOST_INLINE = 64;
/** Most names that are explained. */
const MOST_DEFINITIONS = 24;

/** The name of a value, or words that say the same. */
interface NamedText {
  readonly text: string;
  readonly isName: boolean;
}

/** What names need of a phrase book: words in full, and words that may be names themselves. */
interface Words {
  number(id: NodeId): string;
  truth(id: NodeId): string;
  numberOf(id: NodeId): string;
  truthOf(id: NodeId): string;
  scalar(id: NodeId): number | null;
}

/** Ops that many values may share: they are never called by one name. */
const SHARED: ReadonlySet<string> = new Set([
  'constant',
  'param',
  'price',
  'clock',
  'account',
  'indicator',
  'cross',
]);

/** Which values are called by their names in the script, and what those names mean. */
export class NamedValues {
  readonly #plan: Plan;
  readonly #words: Words;
  readonly #variables = new Map<NodeId, PlanVariable>();
  readonly #constants = new Map<NodeId, PlanName>();
  /** What stands for a constant: its name, or its words where they are short. */
  readonly #texts = new Map<NodeId, NamedText>();
  /** In order of their first use. */
  readonly #used = new Set<PlanName | PlanVariable>();

  constructor(plan: Plan, words: Words) {
    this.#plan = plan;
    this.#words = words;
    for (const variable of plan.names.variables) this.#addVariable(variable);
    for (const constant of plan.names.constants) {
      const isOwn = !this.#variables.has(constant.node) && !this.#constants.has(constant.node);
      if (isOwn) this.#constants.set(constant.node, constant);
    }
  }

  /** What stands for a value that has a name; null for one without. */
  textOf(id: NodeId): NamedText | null {
    const variable = this.#variables.get(id);
    if (variable) {
      this.#used.add(variable);
      return { text: variable.name, isName: true };
    }
    const constant = this.#constants.get(id);
    if (!constant) return null;
    const known = this.#texts.get(id) ?? this.#constantText(constant);
    if (known.isName) this.#used.add(constant);
    this.#texts.set(id, known);
    return known;
  }

  /** A sentence for each name that was used, and for those that these use. */
  definitions(): readonly string[] {
    const sentences: string[] = [];
    for (const named of this.#used) {
      if (sentences.length >= MOST_DEFINITIONS) break;
      sentences.push('changes' in named ? this.#variableSentence(named) : this.#constantSentence(named));
    }
    return sentences;
  }

  #addVariable(variable: PlanVariable): void {
    const values = [
      ...(variable.state === null ? [] : [variable.node]),
      ...variable.changes.map((c) => c.result),
    ];
    for (const id of values) {
      const isOwn = id === variable.node || !SHARED.has(this.#plan.nodes[id]?.op ?? '');
      if (isOwn && this.#words.scalar(id) === null && !this.#variables.has(id))
        this.#variables.set(id, variable);
    }
  }

  #constantText(constant: PlanName): NamedText {
    const text = this.#inFull(constant);
    return text.length > MOST_INLINE ? { text: constant.name, isName: true } : { text, isName: false };
  }

  #inFull({ node, kind }: PlanName): string {
    return kind === 'bool' ? this.#words.truth(node) : this.#words.number(node);
  }

  #constantSentence(constant: PlanName): string {
    const is = constant.kind === 'bool' ? 'is true when' : 'is';
    return `${subject(constant)} ${is} ${this.#inFull(constant)}.`;
  }

  #variableSentence(variable: PlanVariable): string {
    const { kind, node, state, changes } = variable;
    const first = state === null ? node : this.#plan.states[state]!.initial;
    const begins =
      state === null
        ? `begins each bar as ${this.#value(first, kind)}`
        : `is kept from bar to bar and begins as ${this.#value(first, kind)}`;
    const becomes = changes.map(({ made, conditions }) => {
      const when = conditions.map((id) => this.#words.truthOf(id)).join(' and ');
      return `${this.#value(made, kind)}${when === '' ? ' on every bar' : ` when ${when}`}`;
    });
    const story = becomes.length === 0 ? begins : `${begins}; it becomes ${becomes.join(', then ')}`;
    return `${subject(variable)} ${story}.`;
  }

  #value(id: NodeId, kind: PlanName['kind']): string {
    const known = this.#words.scalar(id);
    if (known !== null && Number.isNaN(known)) return 'empty';
    if (kind === 'number') return this.#words.numberOf(id);
    if (known !== null) return known === 1 ? 'true' : 'false';
    return `true or false by whether ${this.#words.truthOf(id)}`;
  }
}

const subject = ({ name, kind }: PlanName): string =>
  `The ${kind === 'bool' ? 'condition' : 'value'} ${name}`;
