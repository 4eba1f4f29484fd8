import { expect, it } from 'vitest';
import { markup, raw, type Part } from './markup';

it('escapes values and keeps markup', () => {
  const inner = markup`<b title="${'"x"'}">${"<i> & 'j'"}</b>`;
  expect(inner.text).toBe('<b title="&quot;x&quot;">&lt;i&gt; &amp; &#39;j&#39;</b>');
  expect(markup`<p>${inner}${raw('<hr />')}</p>`.text).toBe(`<p>${inner.text}<hr /></p>`);
});

it('joins lists, writes numbers and leaves out what is not there', () => {
  expect(markup`${[1, '<', [markup`<br />`]]}${null}${false}`.text).toBe('1&lt;<br />');
});

it('takes no object that only looks like markup', () => {
  expect(() => markup`${{ text: '<script>' } as unknown as Part}`).toThrow(TypeError);
  expect(() => markup`${undefined as unknown as Part}`).toThrow(TypeError);
});

it('shows marks for characters that turn text around or are none', () => {
  expect(markup`${'a\u202eb\u2066c\u0007d\te\nf'}`.text).toBe('a\ufffdb\ufffdc\ufffdd\te\nf');
});
