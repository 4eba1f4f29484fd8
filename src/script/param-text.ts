import type { PlanParam } from './plan';

type Kind = Pick<PlanParam, 'kind' | 'choices'>;

/** A value as it is shown and typed: `true`, `ema`, `20`. */
export function paramText({ kind, choices }: Kind, value: number): string {
  if (kind === 'boolean') return value === 1 ? 'true' : 'false';
  return kind === 'choice' ? (choices[value] ?? String(value)) : String(value);
}

/** A value as it stands in the script: `true`, `'ema'`, `20`. */
export function paramLiteral(param: Kind, value: number): string {
  const text = paramText(param, value);
  return param.kind === 'choice' ? `'${text}'` : text;
}

/** The value that a typed text means, null when it means none; a number stands for itself whatever the kind. */
export function readParamText({ kind, choices }: Kind, text: string): number | null {
  const word = text.trim();
  if (kind === 'choice' && choices.includes(word)) return choices.indexOf(word);
  if (kind === 'boolean' && (word === 'true' || word === 'false')) return word === 'true' ? 1 : 0;
  const value = Number(word.replaceAll('_', ''));
  if (word === '' || !Number.isFinite(value)) return null;
  const isNumber = kind === 'number' || kind === 'integer';
  const most = kind === 'boolean' ? 1 : choices.length - 1;
  return isNumber || (Number.isInteger(value) && value >= 0 && value <= most) ? value : null;
}
