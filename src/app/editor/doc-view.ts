import type { DocEntry, NameDoc } from '../../script/name-doc';
import type { Signature } from '../../script/signature';
import type { NameValue } from './name-values';

/** The meaning of a name as completion, pointer and keyboard show it. */
export function docElement(doc: NameDoc, values: readonly NameValue[] = []): HTMLElement {
  const root = element('div', 'bt-doc');
  root.append(element('code', '', doc.signature));
  for (const value of values) root.append(valueElement(value));
  const summary = element('p', '', doc.summary);
  if (doc.title !== '') summary.prepend(element('strong', '', `${doc.title}. `));
  root.append(summary);
  root.append(...entryLists(doc));
  for (const note of doc.notes) root.append(element('p', 'bt-note', note));
  return root;
}

/** The same as one text, for a screen reader. */
export function docText(doc: NameDoc, values: readonly NameValue[]): string {
  const lists = [...doc.arguments, ...doc.outputs].map(({ name, words }) => `${name}, ${words}`);
  const shown = values.map(({ name, text, when }) => `${name} ${text} ${when}`);
  return [doc.signature, ...shown, doc.title, doc.summary, ...lists, ...doc.notes].filter(Boolean).join('. ');
}

/** A completion that is no name of the language: its signature and its sentence. */
export function plainDocElement(signature: string, summary: string): HTMLElement {
  const root = element('div', 'bt-doc');
  root.append(element('code', '', signature), element('p', '', summary));
  return root;
}

/** How a call is written, the argument at the caret in bold, and what it may be. */
export function signatureElement({ parts, note }: Signature): HTMLElement {
  const root = element('div', 'bt-doc bt-signature');
  const code = element('code');
  for (const { text, isActive } of parts) code.append(isActive ? element('strong', '', text) : text);
  root.append(code, element('p', '', note));
  return root;
}

function entryLists({ arguments: given, options, outputs }: NameDoc): HTMLElement[] {
  return [
    ...entryList(
      '',
      given.filter(({ words }) => words !== ''),
    ),
    ...entryList('In braces', options),
    ...entryList('Gives', outputs),
  ];
}

function entryList(heading: string, entries: readonly DocEntry[]): HTMLElement[] {
  if (entries.length === 0) return [];
  const list = element('dl');
  for (const { name, words } of entries) list.append(element('dt', '', name), element('dd', '', words));
  return heading === '' ? [list] : [element('p', 'bt-heading', heading), list];
}

function valueElement({ name, text, series, when }: NameValue): HTMLElement {
  const line = element('p', 'bt-value');
  if (series !== null) {
    const swatch = element('span', 'bt-swatch');
    swatch.dataset['series'] = String(series);
    line.append(swatch);
  }
  line.append(name === '' ? '' : `${name} `, element('strong', '', text), ` ${when}`);
  return line;
}

function element(tag: string, className = '', text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
