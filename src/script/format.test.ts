import { describe, expect, it } from 'vitest';
import { compile } from './compile';
import { format } from './format';
import { writeParam } from './write-param';

describe('format', () => {
  it('lays a script out in the standard way', () => {
    const source =
      "strategy( 'a' ,{fee:percent(.1)} );if(close>open&&!(close<1)){buy({size:units( 1 )});exit()}else if(close==1)\nexit()//x\n\n\n\n/* y */plot(-close[ 1 ]>0?1:- -2)";
    expect(format(source)).toBe(`strategy('a', { fee: percent(.1) });
if (close > open && !(close < 1)) {
  buy({ size: units(1) });
  exit()
} else if (close == 1)
  exit() //x

/* y */
plot(-close[1] > 0 ? 1 : - -2)
`);
  });

  it('keeps line breaks inside a call, one level deeper', () => {
    const source = 'buy({\nsize: units(1),\n\n\nstop: close,\n})';
    expect(format(source)).toBe('buy({\n  size: units(1),\n  stop: close,\n})\n');
  });

  it('sets a function like a call', () => {
    expect(format('function mid (a,b){return (a+b)/2}')).toBe(
      'function mid(a, b) {\n  return (a + b) / 2\n}\n',
    );
  });

  it('leaves a text alone that it cannot read', () => {
    for (const source of ['plot(close', "plot('x)", 'x'.repeat(20_000)]) expect(format(source)).toBe(source);
  });

  it('gives nothing for nothing', () => {
    expect(format(' \n ')).toBe('');
  });
});

describe('writeParam', () => {
  const source =
    "strategy('T', { fee: percent(0) })\nbuy({ size: units(param('n', 10_000, { min: -2e3, max: 1e6 })) })";
  const [param] = compile(source).params;

  it.each([
    [25_000, '25_000'],
    [7, '7'],
    [-1_234.5, '-1234.5'],
  ])('writes %s over the default', (value, text) => {
    const written = writeParam(source, param!, value);
    expect(written).toBe(source.replace('10_000', text));
    expect(compile(written).params[0]?.default).toBe(value);
  });

  it('refuses what is not a finite number', () => {
    expect(() => writeParam(source, param!, NaN)).toThrow(
      expect.objectContaining({ code: 'parameter_out_of_range' }),
    );
  });
});
