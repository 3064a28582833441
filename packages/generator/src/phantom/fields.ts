/**
 * What the rays of one film pass through, pixel by pixel: lengths in centimetres of soft tissue, or
 * attenuation (the exponent of Beer–Lambert) where bone is meant. Kept from film to film.
 */
export interface Fields {
  /** The whole body, as if it were solid. */
  readonly body: Float32Array;
  /** Both lungs, as if nothing lay between them. */
  readonly lungs: Float32Array;
  /** Heart and great vessels: see `paintEllipsoid`. */
  readonly organs: Float32Array;
  /** Windpipe, bronchi, the stomach's bubble: gas. */
  readonly gas: Float32Array;
  /** Attenuation of bone: behind, in front, and of the shoulder girdle. */
  readonly bones: readonly [Float32Array, Float32Array, Float32Array];
  /** The lungs' vessels. */
  readonly vessels: Float32Array;
  /** The share of the lung's air that is replaced by fluid or tissue; below 0, air instead of lung. */
  readonly filling: Float32Array;
  /** 1 in the right lung, 2 in the left, as they are seen (without what the heart hides). */
  readonly lungMask: Uint8Array;
  readonly heartMask: Uint8Array;
}

export function createFields(size: number): Fields {
  const field = () => new Float32Array(size * size);
  return {
    body: field(),
    lungs: field(),
    organs: field(),
    gas: field(),
    bones: [field(), field(), field()],
    vessels: field(),
    filling: field(),
    lungMask: new Uint8Array(size * size),
    heartMask: new Uint8Array(size * size),
  };
}

export function clearFields({ bones, ...fields }: Fields): void {
  for (const field of [...bones, ...Object.values(fields)]) field.fill(0);
}
