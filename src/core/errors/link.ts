import type { Entry } from './entry';

/** Failures of share links. */
export interface LinkErrors {
  link_too_long: { length: number; limit: number };
  link_damaged: { reason: string };
  link_newer: { version: number; supported: number };
  link_refused: { reason: string };
}

export const LINK_ERRORS: { readonly [C in keyof LinkErrors]: Entry<LinkErrors[C]> } = {
  link_too_long: {
    message: (p) => `The link has ${p.length} characters; the limit is ${p.limit}.`,
    remedy: () => 'Ask the sender for a shorter script.',
  },
  link_damaged: {
    message: (p) => `The link is damaged: ${p.reason}.`,
    remedy: () => 'Copy it again, whole, from where it was sent.',
  },
  link_newer: {
    message: (p) => `The link has version ${p.version}; this page reads up to ${p.supported}.`,
    remedy: () => 'Reload to get the newest Backtab, then open the link again.',
  },
  link_refused: {
    message: (p) => `The link was refused: ${p.reason}.`,
    remedy: () => 'Nothing was run or stored. Ask the sender for a link made by Backtab.',
  },
};
