import type { RandomSource } from '../support/random-source';

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'script',
  'parameters',
  'settings',
  'data',
  'sets',
  'result',
  'tradeMarks',
  'hash',
  'rates',
  'created',
  'fast',
  '',
  '0',
  '\u202e',
] as const;

const TEXTS = [
  '',
  'NaN',
  '1e309',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '\u202e\u200b\ufeff',
  '\ud800',
  '{{constructor.constructor("alert(1)")()}}',
  'ab'.repeat(32),
  '2026-02-30',
  'sp500',
  'synthetic:99999999999999999999',
  '../../etc/passwd',
] as const;

const NUMBERS = [
  '0',
  '-0',
  '1e309',
  '-1e309',
  '1e-400',
  '9007199254740993',
  '123456789012345678901234567890',
  '0.1',
  '-1',
];

/** JSON text that no honest sender writes: keys of prototypes, keys twice, huge numbers, wrong types, deep nesting. */
export function hostileJson(random: RandomSource, depth = 0): string {
  const kind = random.whole(0, depth > 5 ? 3 : 6);
  switch (kind) {
    case 0:
      return random.pick(NUMBERS);
    case 1:
      return JSON.stringify(random.pick(TEXTS));
    case 2:
      return random.pick(['null', 'true', 'false']);
    case 3:
      return random.chance(0.05) ? `${'['.repeat(random.whole(1, 60))}0` : '[]';
    case 4:
      return `[${listOf(random, () => hostileJson(random, depth + 1)).join(',')}]`;
    default:
      return `{${listOf(random, () => `${JSON.stringify(random.pick(KEYS))}:${hostileJson(random, depth + 1)}`).join(',')}}`;
  }
}

const listOf = <T>(random: RandomSource, make: () => T): T[] =>
  Array.from({ length: random.whole(0, 5) }, make);

/** The text with one of its values, somewhere inside, replaced by a hostile one, or a hostile member put in. */
export function poisoned(random: RandomSource, value: unknown): string {
  const places: string[] = [];
  const marked = (inner: unknown, path: string): void => {
    places.push(path);
    if (typeof inner === 'object' && inner !== null)
      for (const [key, member] of Object.entries(inner)) marked(member, `${path}/${key}`);
  };
  marked(value, '');
  const target = random.pick(places);
  const text = hostileJson(random, 3);
  const write = (inner: unknown, path: string): string => {
    if (path === target && !random.chance(0.3)) return text;
    if (typeof inner !== 'object' || inner === null) return JSON.stringify(inner);
    if (Array.isArray(inner)) return `[${inner.map((item, k) => write(item, `${path}/${k}`)).join(',')}]`;
    const members = Object.entries(inner).map(
      ([key, member]) => `${JSON.stringify(key)}:${write(member, `${path}/${key}`)}`,
    );
    if (path === target)
      members.splice(random.whole(0, members.length), 0, `${JSON.stringify(random.pick(KEYS))}:${text}`);
    return `{${members.join(',')}}`;
  };
  return write(value, '');
}
