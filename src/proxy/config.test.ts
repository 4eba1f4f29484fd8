import { describe, expect, it } from 'vitest';
import { alpacaKeys, allowedHosts, listenAddress } from './config';

const invalid = (name: string) =>
  expect.objectContaining({ code: 'setting_invalid', params: expect.objectContaining({ name }) });

describe('the settings of the proxy', () => {
  it('listens on this machine at 4173 unless told otherwise', () => {
    expect(listenAddress({})).toEqual({ host: '127.0.0.1', port: 4173 });
    expect(listenAddress({ HOST: '::', PORT: '80' })).toEqual({ host: '::', port: 80 });
    expect(listenAddress({ HOST: '', PORT: '' })).toEqual({ host: '127.0.0.1', port: 4173 });
  });

  it.each(['-1', '65536', '4173.5', '0x50', 'http', ' 80', '1e3'])('refuses port %j', (PORT) => {
    expect(() => listenAddress({ PORT })).toThrow(invalid('PORT'));
  });

  it.each(['http://x', 'a b', '1.2.3.4:80', '../x', 'x\r\ny'])('refuses host %j', (HOST) => {
    expect(() => listenAddress({ HOST })).toThrow(invalid('HOST'));
  });

  it('has keys only when both are set', () => {
    expect(alpacaKeys({})).toBeNull();
    expect(alpacaKeys({ ALPACA_KEY_ID: 'a' })).toBeNull();
    expect(alpacaKeys({ ALPACA_SECRET_KEY: 'b' })).toBeNull();
    expect(alpacaKeys({ ALPACA_KEY_ID: 'a', ALPACA_SECRET_KEY: 'b' })).toEqual({
      keyId: 'a',
      secretKey: 'b',
    });
  });

  it('never repeats a key that is malformed', () => {
    const read = () => alpacaKeys({ ALPACA_KEY_ID: 'id', ALPACA_SECRET_KEY: 'hidden\r\nX: y' });
    expect(read).toThrow(invalid('ALPACA_SECRET_KEY'));
    expect(read).toThrow(expect.objectContaining({ message: expect.not.stringContaining('hidden') }));
  });

  it('answers to the names of the loopback there, and to any elsewhere', () => {
    expect(allowedHosts({}, '127.0.0.1')).toEqual(['127.0.0.1', 'localhost', '[::1]']);
    expect(allowedHosts({}, '0.0.0.0')).toBeNull();
    expect(allowedHosts({}, null)).toBeNull();
    expect(allowedHosts({ ALLOWED_HOSTS: 'Lab.example' }, '0.0.0.0')).toEqual(['lab.example']);
    expect(allowedHosts({ ALLOWED_HOSTS: 'lab.example' }, '::1')).toContain('localhost');
    expect(() => allowedHosts({ ALLOWED_HOSTS: 'a b' }, '::1')).toThrow(invalid('ALLOWED_HOSTS'));
  });
});
