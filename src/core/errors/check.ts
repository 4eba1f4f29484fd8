import type { Entry } from './entry';

/** Failures of arguments, wherever they are checked. */
export interface CheckErrors {
  parameter_out_of_range: { name: string; value: number; min: number; max: number };
  parameter_unknown: { name: string; known: string; nearest?: string | null };
  length_mismatch: { name: string; expected: number; actual: number };
  indicator_unknown: { name: string; nearest: string };
  input_missing: { input: string; columns: string };
  column_unknown: { name: string; columns: string };
  setting_unknown: { name: string; nearest: string | null; known: string };
  setting_invalid: { name: string; value: string; expected: string };
  rate_missing: { currency: string; account: string };
  bars_unordered: { market: string; row: number };
  market_repeated: { name: string };
  snapshot_invalid: { made: string; engine: string };
  ticks_out_of_order: { name: string; row: number };
  usage: { reason: string };
}

export const CHECK_ERRORS: { readonly [C in keyof CheckErrors]: Entry<CheckErrors[C]> } = {
  parameter_out_of_range: {
    message: (p) => `'${p.name}' must be within [${p.min}, ${p.max}], was ${p.value}.`,
    remedy: (p) => `Choose a value from ${p.min} to ${p.max}.`,
  },
  parameter_unknown: {
    message: (p) => `There is no parameter '${p.name}'.`,
    remedy: (p) => `${p.nearest ? `The nearest name is ${p.nearest}. ` : ''}Known parameters: ${p.known}.`,
  },
  length_mismatch: {
    message: (p) => `'${p.name}' must have ${p.expected} rows, had ${p.actual}.`,
    remedy: () => 'Give columns of one length.',
  },
  indicator_unknown: {
    message: (p) => `There is no indicator called ${p.name}.`,
    remedy: (p) => `The nearest name is ${p.nearest}. Run backtab indicators for the list.`,
  },
  input_missing: {
    message: (p) => `The input '${p.input}' is not given, and the data have no column of that name.`,
    remedy: (p) => `Name a column for it. The columns are ${p.columns}.`,
  },
  column_unknown: {
    message: (p) => `The data have no column '${p.name}'.`,
    remedy: (p) => `The columns are ${p.columns}.`,
  },
  setting_unknown: {
    message: (p) => `There is no setting '${p.name}' here.`,
    remedy: (p) => `${p.nearest === null ? '' : `The nearest is ${p.nearest}. `}Known settings: ${p.known}.`,
  },
  setting_invalid: {
    message: (p) => `'${p.name}' cannot be '${p.value}'.`,
    remedy: (p) => `Use ${p.expected}.`,
  },
  rate_missing: {
    message: (p) => `There is no exchange rate for ${p.currency} in ${p.account}.`,
    remedy: (p) => `Give one: a number, or bars of ${p.currency} in ${p.account}.`,
  },
  snapshot_invalid: {
    message: (p) =>
      `The saved state of engine ${p.made} does not fit this run of engine ${p.engine} and its instruments.`,
    remedy: () => 'Run from the beginning, or with the setup and the version that it was saved with.',
  },
  bars_unordered: {
    message: (p) =>
      `The bars${p.market === '' ? '' : ` of ${p.market}`} are not in order of time: see row ${p.row}.`,
    remedy: () => 'Sort them, and keep one bar for each time; importing the file does both.',
  },
  market_repeated: {
    message: (p) => `Two instruments of the run are called '${p.name}'.`,
    remedy: () => 'Give each a name of its own.',
  },
  ticks_out_of_order: {
    message: (p) => `Tick ${p.row} of '${p.name}' has no time, or one before the tick above it.`,
    remedy: () => 'Sort the ticks by the time at which they happened.',
  },
  usage: {
    message: (p) => p.reason,
    remedy: () => 'Run backtab --help to see the commands.',
  },
};
