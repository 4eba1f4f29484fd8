import type { Entry } from './entry';

/** Failures of share links and `.backtab` files. */
export interface LinkErrors {
  link_too_long: { length: number; limit: number };
  link_damaged: { reason: string };
  link_newer: { version: number; supported: number };
  link_refused: { reason: string };
  link_cannot_hold: { reason: string };
  file_damaged: { file: string; reason: string };
  file_newer: { file: string; version: number; supported: number };
  file_refused: { file: string; reason: string };
}

export const LINK_ERRORS: { readonly [C in keyof LinkErrors]: Entry<LinkErrors[C]> } = {
  link_too_long: {
    message: (p) => `The link has ${p.length} characters; the limit is ${p.limit}.`,
    remedy: () => 'Ask the sender for a .backtab file, which holds more than a link.',
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
  link_cannot_hold: {
    message: (p) => `A link cannot hold this run: ${p.reason}.`,
    remedy: () => 'Save it as a .backtab file, which holds more.',
  },
  file_damaged: {
    message: (p) => `${p.file} is damaged: ${p.reason}.`,
    remedy: () => 'Get it again, whole, from where it was sent.',
  },
  file_newer: {
    message: (p) => `${p.file} has version ${p.version}; this Backtab reads up to ${p.supported}.`,
    remedy: () => 'Get the newest Backtab, then open the file again.',
  },
  file_refused: {
    message: (p) => `${p.file} was refused: ${p.reason}.`,
    remedy: () => 'Nothing was run or stored. Ask the sender for a file saved by Backtab.',
  },
};
