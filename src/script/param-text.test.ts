import { describe, expect, it } from 'vitest';
import { compile } from './compile';
import { paramLiteral, paramText, readParamText } from './param-text';
import { writeParam } from './write-param';

const NUMBER = { kind: 'number', choices: [] } as const;
const SWITCH = { kind: 'boolean', choices: [] } as const;
const CHOICE = { kind: 'choice', choices: ['sma', 'ema'] } as const;

describe('texts of parameters', () => {
  it.each([
    [NUMBER, '1_000', 1000, '1000', '1000'],
    [SWITCH, 'true', 1, 'true', 'true'],
    [SWITCH, '0', 0, 'false', 'false'],
    [CHOICE, 'ema', 1, 'ema', "'ema'"],
    [CHOICE, '0', 0, 'sma', "'sma'"],
  ] as const)('%j %s', (param, typed, value, shown, literal) => {
    expect(readParamText(param, typed)).toBe(value);
    expect(paramText(param, value)).toBe(shown);
    expect(paramLiteral(param, value)).toBe(literal);
  });

  it.each([
    [NUMBER, 'ema'],
    [NUMBER, ''],
    [SWITCH, 'yes'],
    [SWITCH, '2'],
    [CHOICE, 'wma'],
    [CHOICE, '0.5'],
    [CHOICE, 'constructor'],
  ] as const)('%j is not %j', (param, typed) => {
    expect(readParamText(param, typed)).toBeNull();
  });

  it('go into the script over the default', () => {
    const source =
      "strategy('T', { fee: percent(0) })\nconst on = param('on', true)\nconst kind = param('kind', 'sma', { choices: 'sma, ema' })\nif (on && kind == 'ema') exit()";
    const [, kind] = compile(source).params;
    const written = writeParam(source, kind!, 1);
    expect(written).toContain("param('kind', 'ema', {");
    const [on] = compile(written).params;
    expect(writeParam(written, on!, 0)).toContain("param('on', false)");
  });
});
