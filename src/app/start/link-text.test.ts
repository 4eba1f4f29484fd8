import { describe, expect, it } from 'vitest';
import { LINK_LIMITS } from '../../core/share';
import { readLink } from './link-text';

describe('readLink', () => {
  it.each([
    ['https://lab.example/#/s/AbC-_9', '#/s/AbC-_9'],
    ['  #/s/AbC ', '#/s/AbC'],
    ['AbC', '#/s/AbC'],
  ])('takes %s', (text, link) => {
    expect(readLink(text)).toEqual({ link });
  });

  it('takes a payload of the greatest length and refuses one more character', () => {
    const longest = 'a'.repeat(LINK_LIMITS.payloadCharacters);
    expect(readLink(longest)).toEqual({ link: `#/s/${longest}` });
    expect(readLink(`${longest}a`)).toEqual({
      problem: expect.stringContaining('longer than 32,768 characters') as string,
    });
  });

  it.each([
    ['', 'Paste a link first'],
    ['https://lab.example/#/s/', 'ends after #/s/'],
    ['https://lab.example/', 'not a Backtab link'],
    ['<script>alert(1)</script>', 'not a Backtab link'],
    ['#/s/ab c', 'characters that do not belong'],
    ['#/s/ab\u202ec', 'characters that do not belong'],
  ])('refuses "%s"', (text, problem) => {
    expect(readLink(text)).toEqual({ problem: expect.stringContaining(problem) as string });
  });
});
