import { bytes } from './bytes';
import type { Entry } from './entry';

/** A strategy that cannot run. Each mistake in the text is a diagnostic with a code of its own. */
export interface ScriptErrors {
  reference_missing: { name: string; known: string };
  references_only: { known: string };
  script_too_costly: { bytes: number; bars: number; limit: number };
  script_invalid: { count: number; line: number; first: string; fix: string };
  timeframe_too_short: { interval: string; seconds: number };
}

export const SCRIPT_ERRORS: { readonly [C in keyof ScriptErrors]: Entry<ScriptErrors[C]> } = {
  reference_missing: {
    message: (p) => `The script reads the dataset '${p.name}', which this run does not have.`,
    remedy: (p) => `Add it under that name, as in --data ${p.name}=FILE. The run has ${p.known}.`,
  },
  references_only: {
    message: (p) =>
      `The script names every dataset of the run (${p.known}), so that its rules have none to run on.`,
    remedy: () => 'Add the dataset that the rules run on, under a name that the script does not mention.',
  },
  script_too_costly: {
    message: (p) =>
      `On ${p.bars} bars the script takes ${bytes(p.bytes)} of memory; the limit is ${bytes(p.limit)}.`,
    remedy: () => 'Use fewer values, or data with fewer bars.',
  },
  script_invalid: {
    message: (p) => `Line ${p.line}: ${p.first}`,
    remedy: (p) => p.fix,
  },
  timeframe_too_short: {
    message: (p) => `Bars of ${p.interval} cannot be made of bars of ${p.seconds} seconds.`,
    remedy: () => 'Choose an interval that is at least as long as that of the data.',
  },
};
