import type { DatasetManifest } from '../../core/dataset';
import { BacktabError } from '../../core/errors';
import type { ContractTerms } from '../../core/market';
import type { DatasetId } from '../../core/nominal';
import { portfolioHash } from '../../core/portfolio-hash';
import {
  aliasOf,
  datasetsOf,
  MOST_MEMBERS,
  MOST_SET_BARS,
  type RunMember,
  type RunSet,
} from '../../core/run-set';
import * as data from '../../workers/data.client';
import type { RunData } from '../../workers/protocol';
import { readRunSet, writeRunSet } from '../../workers/run-set-schema';
import { priceDecimals } from '../price';
import type { DataState } from './data.svelte';
import type { ScriptState } from './script.svelte';
import type { Tray } from './tray.svelte';

const SETTING = 'run-datasets';
const FEWEST_DECIMALS = 2;

/** A member with its dataset; null where it is not on this device any more. */
export interface NamedMember extends RunMember {
  readonly manifest: DatasetManifest | null;
}

/** The datasets that runs go over together: which, what they are called, and their bars. */
export class InstrumentsState {
  /** Whether the list of data is one to choose from. */
  choosing = $state(false);
  /** Whether the dialog of what is said of them is open. */
  editing = $state(false);
  #held = $state.raw<ReadonlyMap<DatasetId, RunData>>(new Map());
  readonly #script: ScriptState;
  readonly #data: DataState;

  readonly #tray: Tray;

  constructor(script: ScriptState, dataState: DataState, tray: Tray) {
    this.#script = script;
    this.#data = dataState;
    this.#tray = tray;
  }

  /** The set in force; null where runs are over the dataset on the chart alone. */
  get set(): RunSet | null {
    return this.#script.datasets;
  }

  readonly members: readonly NamedMember[] = $derived.by(() =>
    (this.set?.members ?? []).map((member) => ({
      ...member,
      manifest: this.#data.find(member.dataset) ?? null,
    })),
  );

  /** Alias of the one on the chart; null where runs are over one dataset, or the chart shows none of theirs. */
  get shown(): string | null {
    const id = this.#data.dataset?.id;
    return (id && this.memberOf(id)?.alias) ?? null;
  }

  memberOf(id: DatasetId): NamedMember | undefined {
    return this.members.find(({ dataset }) => dataset === id);
  }

  /** What its prices are in. */
  currencyOf = ({ currency, manifest }: NamedMember): string =>
    currency ?? manifest?.instrument.currency ?? 'USD';

  /** Of the account. */
  get currency(): string {
    const first = this.members.toSorted((a, b) => (a.alias < b.alias ? -1 : 1))[0];
    return this.set?.currency ?? (first ? this.currencyOf(first) : 'USD');
  }

  /** Currencies that are not the account's, by their codes. */
  get foreign(): readonly string[] {
    const codes = new Set(this.members.map(this.currencyOf));
    codes.delete(this.currency);
    return [...codes].sort();
  }

  /** Decimals of the prices of a dataset of the last run. */
  decimalsOf(id: DatasetId): number {
    const held = this.#held.get(id);
    return held ? priceDecimals(held.bars.close) : FEWEST_DECIMALS;
  }

  /** Fingerprint of all data of the set; null where there is none or a dataset is not here. */
  readonly dataHash: string | null = $derived.by(() => {
    const { set } = this;
    if (!set) return null;
    const hashOf = (id: DatasetId): string => this.#data.find(id)?.sha256 ?? '';
    if (datasetsOf(set).some((id) => hashOf(id) === '')) return null;
    return portfolioHash(
      this.members.map((member) => ({
        name: member.alias,
        dataHash: hashOf(member.dataset),
        currency: this.currencyOf(member),
      })),
      Object.fromEntries(
        Object.entries(set.rates ?? {}).map(([code, rate]) => [
          code,
          typeof rate === 'number' ? rate : hashOf(rate),
        ]),
      ),
    );
  });

  /** The set as it would be with a dataset taken in or out; null where fewer than two are left. */
  toggled(id: DatasetId): RunSet | null {
    const alone = this.#data.dataset;
    const set = this.set ?? (alone ? { members: [this.#newMember(alone, [])] } : null);
    if (!set) return null;
    const manifest = this.#data.find(id);
    const others = set.members.filter(({ dataset }) => dataset !== id);
    const isIn = others.length < set.members.length;
    const added = isIn || !manifest ? [] : [this.#newMember(manifest, others)];
    const members = [...others, ...added];
    return members.length < 2 ? null : { ...set, members };
  }

  /** Why a dataset cannot be taken in, or null. */
  reasonAgainst(id: DatasetId): string | null {
    if (this.memberOf(id)) return null;
    if (this.#data.damage.has(id)) return 'It is damaged';
    return this.members.length >= MOST_MEMBERS ? `A run takes ${MOST_MEMBERS} datasets at most` : null;
  }

  /** The set with something else said of a member. */
  withMember(alias: string, change: Partial<Pick<RunMember, 'alias' | 'contract'>>): RunSet | null {
    const { set } = this;
    return set && { ...set, members: set.members.map((m) => (m.alias === alias ? { ...m, ...change } : m)) };
  }

  /** The set with a term of a contract; null goes back to the settings of the run. */
  withTerm(alias: string, term: keyof ContractTerms, value: number | null): RunSet | null {
    const { [term]: _, ...rest } = this.set?.members.find((m) => m.alias === alias)?.contract ?? {};
    return this.withMember(alias, { contract: value === null ? rest : { ...rest, [term]: value } });
  }

  /** The set with another currency of a member's prices; null goes back to that of its dataset. */
  withCurrency(alias: string, currency: string | null): RunSet | null {
    const { set } = this;
    const changed = (member: RunMember): RunMember => {
      const { currency: _, ...rest } = member;
      return currency === null ? rest : { ...rest, currency };
    };
    return set && { ...set, members: set.members.map((m) => (m.alias === alias ? changed(m) : m)) };
  }

  /** The set with another currency of the account; null goes back to that of the first member by alias. */
  withAccountCurrency(currency: string | null): RunSet | null {
    if (!this.set) return null;
    const { currency: _, ...rest } = this.set;
    return currency === null ? rest : { ...rest, currency };
  }

  /** The set with an exchange rate; null takes it away. */
  withRate(code: string, rate: number | DatasetId | null): RunSet | null {
    const { set } = this;
    if (!set) return null;
    const { [code]: _, ...rest } = set.rates ?? {};
    return { ...set, rates: rate === null ? rest : { ...rest, [code]: rate } };
  }

  /**
   * Reads all that a run over the set needs; what was read before is not read again.
   *
   * @throws BacktabError `dataset_missing` | `dataset_damaged` | `set_too_large`
   */
  async load(set: RunSet): Promise<readonly RunData[]> {
    const wanted = datasetsOf(set);
    const manifests = wanted.map((id) => this.#manifestOf(set, id));
    const rows = manifests.reduce((sum, manifest) => sum + manifest.rows, 0);
    if (rows > MOST_SET_BARS) throw new BacktabError('set_too_large', { rows, limit: MOST_SET_BARS });
    const held = new Map<DatasetId, RunData>();
    for (const manifest of manifests) held.set(manifest.id, await this.#read(manifest));
    this.#held = held;
    return [...held.values()];
  }

  /** What was loaded last. */
  get held(): readonly RunData[] {
    return [...this.#held.values()];
  }

  /** A dataset as it was loaded last. */
  heldOf(id: DatasetId): RunData | undefined {
    return this.#held.get(id);
  }

  /** Lets go of the bars of sets. */
  release(): void {
    if (this.#held.size > 0) this.#held = new Map();
  }

  /** Brings back the set of the last visit; from then on it is kept. */
  async start(): Promise<void> {
    this.#script.datasets = readRunSet(await data.loadSetting(SETTING));
    $effect.root(() => {
      $effect(() => {
        const kept = writeRunSet(this.set);
        data.saveSetting(SETTING, kept).catch((e: unknown) => this.#tray.fail(e));
      });
    });
  }

  #newMember({ id, instrument }: DatasetManifest, others: readonly RunMember[]): RunMember {
    const taken = others.map(({ alias }) => alias);
    return { alias: aliasOf(instrument.name, taken), dataset: id };
  }

  #manifestOf({ members }: RunSet, id: DatasetId): DatasetManifest {
    const manifest = this.#data.find(id);
    if (manifest) return manifest;
    const alias = members.find(({ dataset }) => dataset === id)?.alias;
    throw new BacktabError('dataset_missing', { dataset: alias ?? id });
  }

  async #read(manifest: DatasetManifest): Promise<RunData> {
    const known = this.#held.get(manifest.id);
    if (known?.manifest.sha256 === manifest.sha256) return known;
    const { dataset, bars } = this.#data;
    if (dataset?.id === manifest.id && dataset.sha256 === manifest.sha256 && bars) return { manifest, bars };
    return { manifest, bars: await data.readDataset(manifest.id) };
  }
}
