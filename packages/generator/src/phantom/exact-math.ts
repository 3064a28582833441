/**
 * The phantom only uses operations that IEEE 754 and ECMAScript define exactly: + − × ÷, square roots and rounding.
 * Math.exp, Math.sin and similar functions may differ between engines, so the functions in this file replace them.
 */

export function clamp(value: number, from: number, to: number): number {
  return value < from ? from : value > to ? to : value;
}

/** Returns 0 below `from`, 1 above `to`, and a smooth transition in between. */
export function smoothstep(from: number, to: number, value: number): number {
  const share = clamp((value - from) / (to - from), 0, 1);
  return share * share * (3 - 2 * share);
}

export function mixOf(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** Returns e^x with a relative error below 10⁻⁵ for |x| < 20. */
export function exponential(x: number): number {
  const part = x / 1024;
  let power = 1 + part * (1 + part * (0.5 + part / 6));
  for (let squaring = 0; squaring < 10; squaring++) power *= power;
  return power;
}

/** Returns the sine of an angle in radians, with an error below 2 × 10⁻⁴. */
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
