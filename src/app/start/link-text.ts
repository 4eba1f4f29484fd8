import { LINK_LIMITS } from '../../core/share';

/** A pasted text as a link that can be opened, or why it is none. */
export type LinkReading = { readonly link: string } | { readonly problem: string };

const MARK = '#/s/';
const PAYLOAD = /^[\w-]+$/;

/**
 * Reads a pasted link. Only its fragment matters, so a link of any Backtab page will do; a bare
 * payload is taken too. What the payload holds is checked where it is decoded.
 */
export function readLink(text: string): LinkReading {
  const plain = text.trim();
  if (plain === '') return { problem: 'Paste a link first.' };
  const at = plain.indexOf(MARK);
  const payload = at < 0 ? plain : plain.slice(at + MARK.length);
  if (payload === '') return { problem: `The link ends after ${MARK}. Copy it again, whole.` };
  if (!PAYLOAD.test(payload)) {
    return {
      problem:
        at < 0
          ? `This is not a Backtab link: it has no ${MARK} in it.`
          : 'The link has characters that do not belong in it. Copy it again, whole.',
    };
  }
  if (payload.length > LINK_LIMITS.payloadCharacters) {
    const limit = LINK_LIMITS.payloadCharacters.toLocaleString('en-US');
    return { problem: `The link is longer than ${limit} characters. Ask the sender for a shorter script.` };
  }
  return { link: `${MARK}${payload}` };
}
