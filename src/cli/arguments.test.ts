import { compileOrThrow } from '../script/plan-or-throw';
import { describe, expect, it } from 'vitest';
import { readArguments, readAssignments } from './arguments';
import { readSettings } from './settings';

describe('arguments', () => {
  it('splits words, flags, values and repeated values', () => {
    const line = readArguments(['a', '--json', '--param', 'x=1', '--param', 'y=2', 'b', '--data', 'f'], {
      json: 'flag',
      param: 'many',
      data: 'value',
      out: 'value',
    });
    expect(line.words).toEqual(['a', 'b']);
    expect([line.flag('json'), line.value('data'), line.value('out')]).toEqual([true, 'f', undefined]);
    expect(line.many('param')).toEqual(['x=1', 'y=2']);
  });

  it.each([[['--unknown']], [['--data']]])('refuses %j', (args) => {
    expect(() => readArguments(args, { data: 'value' })).toThrow(expect.objectContaining({ code: 'usage' }));
  });

  it('reads assignments', () => {
    expect(readAssignments('param', ['fast=20', 'level=-1.5', 'big=100_000'], [])).toEqual({
      fast: 20,
      level: -1.5,
      big: 100_000,
    });
  });

  it.each(['fast', 'fast=', '=3', 'fast=high', 'fast=1e999'])('refuses the assignment %j', (word) => {
    expect(() => readAssignments('param', [word], [])).toThrow(expect.objectContaining({ code: 'usage' }));
  });

  it('reads switches and choices by their words', () => {
    const plan = compileOrThrow(
      "strategy('T', { fee: percent(0) })\nconst on = param('on', true)\nconst kind = param('kind', 'sma', { choices: 'sma, ema' })\nif (on && kind == 'ema') exit()",
    );
    expect(readAssignments('param', ['on=false', 'kind=ema'], plan.params)).toEqual({ on: 0, kind: 1 });
    expect(() => readAssignments('param', ['kind=wma'], plan.params)).toThrow(/sma or ema/);
    expect(() => readAssignments('param', ['on=2'], plan.params)).toThrow(/true or false/);
  });

  it('knows the settings, and only those', () => {
    expect(readSettings(['capital=5000', 'feePercent=0'])).toEqual({ capital: 5000, feePercent: 0 });
    expect(readSettings(['intrabar=path', 'leverage=2'])).toEqual({ intrabar: 'path', leverage: 2 });
    expect(() => readSettings(['leverag=3'])).toThrow(
      expect.objectContaining({
        code: 'setting_unknown',
        params: expect.objectContaining({ nearest: 'leverage' }),
      }),
    );
    expect(() => readSettings(['leverage=much'])).toThrow(
      expect.objectContaining({ code: 'setting_invalid' }),
    );
  });
});
