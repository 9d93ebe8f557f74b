/** A QR code as the path of an SVG, one unit a module. Made here: no address leaves the page. */
import { correction, generate } from 'lean-qr';

export interface QrPath {
  /** Modules a side, without the quiet zone. */
  readonly size: number;
  readonly d: string;
}

/** Null when the text is too long for one. */
export function qrPath(text: string): QrPath | null {
  let code: ReturnType<typeof generate>;
  try {
    // A camera at the back of a room needs large modules more than repair of damage.
    code = generate(text, { minCorrectionLevel: correction.L, maxCorrectionLevel: correction.M });
  } catch {
    return null;
  }
  const { size } = code;
  let d = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (code.get(x, y)) d += `M${x} ${y}h1v1h-1z`;
    }
  }
  return { size, d };
}
