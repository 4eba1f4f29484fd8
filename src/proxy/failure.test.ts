import { describe, expect, it } from 'vitest';
import { BacktabError } from '../core/errors';
import { failureResponse } from './failure';

describe('a failure as a response', () => {
  it('tells code, message and remedy, and is never stored', async () => {
    const response = failureResponse(new BacktabError('proxy_busy', { limit: 50 }), { 'retry-after': '60' });
    expect(response.status).toBe(503);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'retry-after': '60',
    });
    expect(await response.json()).toEqual({
      error: {
        code: 'proxy_busy',
        message: 'All 50 live streams are taken.',
        remedy: 'Close another tab with a live stream, or try again in a minute.',
      },
    });
  });

  it('keeps the text of what it does not know to itself', async () => {
    const response = failureResponse(new Error('connect with key SECRET failed'));
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain('"code":"internal"');
    expect(text).not.toContain('SECRET');
  });
});
