import type { Entry } from './entry';

/** A strategy that cannot run. Each mistake in the text is a diagnostic with a code of its own. */
export interface ScriptErrors {
  script_invalid: { count: number; line: number; first: string; fix: string };
}

export const SCRIPT_ERRORS: { readonly [C in keyof ScriptErrors]: Entry<ScriptErrors[C]> } = {
  script_invalid: {
    message: (p) => `Line ${p.line}: ${p.first}`,
    remedy: (p) => p.fix,
  },
};
