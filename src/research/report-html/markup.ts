/** HTML or SVG that is safe to write as it stands. Only `markup` and `raw` make it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: texts and numbers are escaped, nothing for null and false. */
export type Part = Markup | string | number | null | false | readonly Part[];

/**
 * HTML from a template. Every value in it is escaped for text and for attributes in quotes, unless it is markup made by
 * another template; lists are joined.
 *
 * @throws TypeError for a value of another kind
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const rest = parts.map((part, i) => textOf(part) + (strings[i + 1] ?? ''));
  return new Markup((strings[0] ?? '') + rest.join(''));
}

/** Text of this code, as a style sheet; never text of a user. */
export const raw = (text: string): Markup => new Markup(text);

function textOf(part: Part): string {
  if (part === null || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  if (Array.isArray(part)) return (part as readonly Part[]).map(textOf).join('');
  throw new TypeError(`no markup from ${typeof part}`);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that turn the direction of text around, so that it reads as something else; they are shown as a mark. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;
/** No character of XML; a browser would end up with another text than was written. */
const CONTROL = /[^\P{Cc}\t\n\r]/gu;

const escapeText = (text: string): string =>
  text
    .replace(DIRECTION, '\ufffd')
    .replace(CONTROL, '\ufffd')
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
