/**
 * The phantom computes with what IEEE 754 and ECMAScript define to the last bit: + − × ÷, square roots,
 * rounding. Math.exp, Math.sin and their like may differ between engines, so these stand in for them.
 */

export function clamp(value: number, from: number, to: number): number {
  return value < from ? from : value > to ? to : value;
}

/** 0 up to `from`, 1 from `to` on, smooth between. */
export function smoothstep(from: number, to: number, value: number): number {
  const share = clamp((value - from) / (to - from), 0, 1);
  return share * share * (3 - 2 * share);
}

export function mixOf(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** e^x, within 10⁻⁵ of itself for |x| < 20. */
export function exponential(x: number): number {
  const part = x / 1024;
  let power = 1 + part * (1 + part * (0.5 + part / 6));
  for (let squaring = 0; squaring < 10; squaring++) power *= power;
  return power;
}

/** The sine of an angle in radians, within 10⁻⁴. */
export function sine(angle: number): number {
  const turns = angle / (2 * Math.PI);
  const x = (turns - Math.floor(turns + 0.5)) * 2 * Math.PI;
  const folded = x > Math.PI / 2 ? Math.PI - x : x < -Math.PI / 2 ? -Math.PI - x : x;
  const square = folded * folded;
  return folded * (1 - (square / 6) * (1 - (square / 20) * (1 - square / 42)));
}

export function cosine(angle: number): number {
  return sine(angle + Math.PI / 2);
}
