import { encode } from 'uqr';

/** Most bytes that a QR code holds (version 40, error correction L; ISO/IEC 18004). */
export const QR_BYTES = 2953;

/** Light modules around the code, as the standard asks for. */
const QUIET = 4;

/** A QR code as modules, dark ones true, with its quiet zone. */
export interface QrCode {
  /** Modules a side. */
  readonly size: number;
  readonly dark: readonly (readonly boolean[])[];
}

/** @param text  at most `QR_BYTES` characters of ASCII */
export function qrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'L', boostEcc: true, border: QUIET });
  return { size, dark: data };
}

/** The dark modules as the path of an SVG whose unit is one module: a stroke for each run of a row. */
export function qrPath({ dark }: QrCode): string {
  const runs: string[] = [];
  for (const [y, row] of dark.entries()) {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      runs.push(`M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`);
    }
  }
  return runs.join('');
}

/** The code as a picture of whole pixels a module, black on white. */
export async function qrPicture(code: QrCode, pixels: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(code.size * pixels, code.size * pixels);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  for (const [y, row] of code.dark.entries())
    for (const [x, isDark] of row.entries())
      if (isDark) context.fillRect(x * pixels, y * pixels, pixels, pixels);
  return canvas.convertToBlob({ type: 'image/png' });
}
