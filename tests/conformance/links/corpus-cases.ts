import type { SettingsChange } from '../../../src/core/check-setting';
import { DEFAULT_SETTINGS, SETTING_NAMES } from '../../../src/core/settings';
import type { ContractTerms } from '../../../src/core/market';
import { PRESETS, presetSettings } from '../../../src/engine/presets';
import { referencesOf } from '../../../src/script/evaluate';
import { compileOrThrow } from '../../../src/script/plan-or-throw';
import { BUILT_IN } from '../../../src/strategies/built-in';
import { RandomSource } from '../../support/random-source';
import { drawSettings } from '../../support/random-settings';
import { CORPUS_SCRIPTS } from './corpus-scripts';

/** An instrument of a case of several. */
export interface CaseMember {
  readonly alias: string;
  readonly origin: string;
  readonly currency: string;
  readonly contract: ContractTerms;
}

/** A run whose link is stored. */
export interface CorpusCase {
  /** As `golden-cross on sp500, tradingview`. */
  readonly name: string;
  readonly script: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly settings: SettingsChange;
  /** One dataset by its origin, or several. */
  readonly data: string | readonly CaseMember[];
  readonly rates: Readonly<Record<string, number>>;
}

const OWN_LENGTHS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'golden-cross': { fast: 10, slow: 60 },
  'two-averages': { fast: 15 },
};

function caseOf(
  script: string,
  data: CorpusCase['data'],
  variant: string,
  settings: SettingsChange,
  parameters: Readonly<Record<string, number>> = {},
): CorpusCase {
  const where = typeof data === 'string' ? data : data.map(({ alias }) => alias).join(' and ');
  const source = CORPUS_SCRIPTS[script] ?? '';
  return {
    name: `${script} on ${where}${variant === '' ? '' : `, ${variant}`}`,
    script: source,
    parameters,
    settings,
    data,
    rates: {},
  };
}

/** Those that run under every preset and on several data. */
const FULL = ['golden-cross', 'two-averages', 'rsi-pullback', 'bollinger-reversion'];
const builtIn = BUILT_IN.map(({ id }) => id);
const further = Object.keys(CORPUS_SCRIPTS).filter((id) => !builtIn.includes(id));

/** The other built-in strategies that read one dataset. */
const single = builtIn.filter(
  (id) => !FULL.includes(id) && referencesOf(compileOrThrow(CORPUS_SCRIPTS[id] ?? '')).length === 0,
);

/** Settings that differ from the defaults, drawn from a seed. */
function drawn(seed: number): SettingsChange {
  const settings = drawSettings(new RandomSource(seed), 0.15);
  return Object.fromEntries(
    SETTING_NAMES.filter((name) => !Object.is(settings[name], DEFAULT_SETTINGS[name])).map((name) => [
      name,
      settings[name],
    ]),
  );
}

const MEMBERS: readonly CaseMember[] = [
  { alias: 'ONE', origin: 'synthetic:1', currency: 'EUR', contract: { tickSize: 0.05, lotSize: 0.1 } },
  { alias: 'TWO', origin: 'synthetic:2', currency: 'USD', contract: { multiplier: 10 } },
];

/** Every case of the corpus: scripts x data x settings. */
export const corpusCases = (): readonly CorpusCase[] => [
  ...single.map((id) => caseOf(id, 'sp500', '', {})),
  ...FULL.flatMap((id) => [
    caseOf(id, 'sp500', '', {}),
    caseOf(id, 'sp500', 'other lengths', {}, OWN_LENGTHS[id]),
    ...PRESETS.map(({ name }) =>
      caseOf(id, 'sp500', name, presetSettings(name, compileOrThrow(CORPUS_SCRIPTS[id] ?? '').settings)),
    ),
    caseOf(id, 'synthetic:1', '', {}),
    ...[1, 2, 3].map((seed) => caseOf(id, 'sp500', `settings ${seed}`, drawn(seed))),
  ]),
  ...further.flatMap((id, k) => [
    caseOf(id, 'sp500', '', {}),
    caseOf(id, 'synthetic:3', `settings ${k + 10}`, drawn(k + 10)),
  ]),
  ...['two-averages', 'two-sides', 'rebalancing'].map((id) => ({
    ...caseOf(id, MEMBERS, '', { leverage: 2 }),
    rates: { EUR: 1.1 },
  })),
];
