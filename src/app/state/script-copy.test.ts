import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../strategies/built-in';
import { compile } from '../../script/compile';
import { copyOfScript } from './script-copy';

describe('copyOfScript', () => {
  it.each(BUILT_IN)('$id keeps its name where it is free', ({ name, source }) => {
    expect(copyOfScript(name, source, ['Another'])).toEqual({ name, source });
  });

  it.each(BUILT_IN)(
    '$id takes the first free number, in its text too, and stays the same program',
    (example) => {
      const { name, source } = copyOfScript(example.name, example.source, [
        example.name,
        `${example.name} 2`,
      ]);
      expect(name).toBe(`${example.name} 3`);
      expect(compile(source).name).toBe(name);
      expect(compile(source).plan?.hash).toBe(compile(example.source).plan?.hash);
    },
  );
});
