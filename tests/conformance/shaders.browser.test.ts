import { describe, expect, it } from 'vitest';

const shaders = import.meta.glob<string>('/shaders/**/*.wgsl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** Code that a file says it needs. */
const neededBy = (file: string): string => {
  const [, needed] = /^\/\/ needs\s+(\S+)/m.exec(shaders[file]!) ?? [];
  return needed === undefined ? '' : `${shaders[`/${needed}`]}\n`;
};
const adapter = (await navigator.gpu?.requestAdapter()) ?? null;

describe.skipIf(!adapter)(`shaders${adapter ? '' : ': skipped, no adapter'}`, () => {
  it.each(Object.keys(shaders))('%s compiles without a message', async (file) => {
    const device = await (await navigator.gpu.requestAdapter())!.requestDevice();
    const { messages } = await device
      .createShaderModule({ code: `${neededBy(file)}${shaders[file]}` })
      .getCompilationInfo();
    expect(messages.map(({ lineNum, message }) => `${lineNum}: ${message}`)).toEqual([]);
    device.destroy();
  });
});
