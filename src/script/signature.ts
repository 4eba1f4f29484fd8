import { callAt } from './call-at';
import { nameDoc, optionsOf, symbolDoc, type NameDoc } from './name-doc';
import { parser } from './strategy.grammar';
import { symbolsOf, visibleAt } from './symbols';

/** A piece of a signature; active where the caret types. */
export interface SignaturePart {
  readonly text: string;
  readonly isActive: boolean;
}

/** How a call is written, and what the argument at the caret may be. */
export interface Signature {
  /** Position of the opening parenthesis. */
  readonly open: number;
  /** Joined they are the signature. */
  readonly parts: readonly SignaturePart[];
  /** Of the argument at the caret; empty where there is nothing to say. */
  readonly note: string;
}

/** The signature of the call around a position; null outside calls that are known. */
export function signatureAt(source: string, position: number): Signature | null {
  const call = callAt(source, position);
  if (!call) return null;
  const doc = ownDoc(source, call.name, position) ?? nameDoc(call.name);
  if (!doc) return null;
  const pieces = piecesOf(doc);
  const active = call.inOptions
    ? indexOfOption(pieces, call.option)
    : Math.min(call.argument, lastArgument(pieces));
  const named = call.option ?? pieces[active]?.name ?? '';
  return { open: call.open, parts: partsOf(doc.name, pieces, active), note: noteOf(doc, named) };
}

function ownDoc(source: string, name: string, position: number): NameDoc | null {
  const own = visibleAt(symbolsOf(parser.parse(source), source), position);
  const symbol = own.find((candidate) => candidate.name === name && candidate.kind === 'function');
  return symbol ? symbolDoc(symbol, source) : null;
}

interface Piece {
  readonly text: string;
  /** The name in it: of `timePeriod = 30` the first word. */
  readonly name: string;
  readonly inBraces: boolean;
}

/** What stands between the parentheses of a signature, cut at its commas. */
function piecesOf({ name, signature }: NameDoc): readonly Piece[] {
  const start = signature.indexOf(`${name}(`);
  if (start < 0) return [];
  const inside = signature.slice(start + name.length + 1, closing(signature, start + name.length));
  let inBraces = false;
  return inside
    .split(',')
    .filter((text) => text.trim() !== '')
    .map((text) => {
      if (text.includes('{')) inBraces = true;
      return { text, name: /[\p{ID_Start}_$][\w$]*/u.exec(text)?.[0] ?? '', inBraces };
    });
}

/** Position of the parenthesis that closes the one at `open`. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '(') depth++;
    if (text[i] === ')' && --depth === 0) return i;
  }
  return text.length;
}

/** Arguments beyond the last are of its kind, as in `min(a, b, …)`. */
function lastArgument(pieces: readonly Piece[]): number {
  const braces = pieces.findIndex(({ inBraces }) => inBraces);
  return braces < 0 ? pieces.length - 1 : braces;
}

/** An option that the signature leaves out stands behind its `…`. */
function indexOfOption(pieces: readonly Piece[], option: string | null): number {
  if (option === null) return -1;
  const own = pieces.findIndex(({ name }) => name === option);
  return own < 0 ? pieces.findIndex(({ text, inBraces }) => inBraces && text.includes('…')) : own;
}

function partsOf(name: string, pieces: readonly Piece[], active: number): readonly SignaturePart[] {
  const parts: SignaturePart[] = [{ text: `${name}(`, isActive: false }];
  pieces.forEach((piece, i) => {
    const [, before = '', core = '', after = ''] = /^([\s{]*)(.*?)([\s}]*)$/.exec(piece.text) ?? [];
    parts.push({ text: (i > 0 ? ',' : '') + before, isActive: false });
    parts.push({ text: core, isActive: i === active });
    parts.push({ text: after, isActive: false });
  });
  return [...parts, { text: ')', isActive: false }].filter(({ text }) => text !== '');
}

function noteOf(doc: NameDoc, named: string): string {
  const argument = doc.arguments.find(({ name }) => name === named);
  if (argument && argument.words !== '') return `${named}: ${argument.words}`;
  const option = optionsOf(doc.name).find(({ name }) => name === named);
  return option ? `${named}: ${option.summary}` : doc.summary;
}
