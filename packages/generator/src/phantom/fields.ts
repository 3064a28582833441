/**
 * What the rays of one film pass through, pixel by pixel: lengths in centimetres of soft tissue, or
 * attenuation (the exponent of Beer–Lambert) where bone is meant; and what was drawn. It is all used
 * again for the next film.
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
  /** 1 in the right lung, 2 in the left, the heart's shadow included. */
  readonly lungMask: Uint8Array;
  readonly heartMask: Uint8Array;
  /** 1 in each lung as it is seen, without what the heart hides. */
  readonly rightLung: Uint8Array;
  readonly leftLung: Uint8Array;
  /** 1 where a finding is; as many as were needed so far. */
  readonly findingMasks: Uint8Array[];
  /** The film itself. */
  readonly pixels: Uint8Array;
}

export function createFields(size: number): Fields {
  const field = () => new Float32Array(size * size);
  const mask = () => new Uint8Array(size * size);
  return {
    body: field(),
    lungs: field(),
    organs: field(),
    gas: field(),
    bones: [field(), field(), field()],
    vessels: field(),
    filling: field(),
    lungMask: mask(),
    heartMask: mask(),
    rightLung: mask(),
    leftLung: mask(),
    findingMasks: [],
    pixels: mask(),
  };
}

export function clearFields({ bones, findingMasks, ...fields }: Fields): void {
  for (const field of [...bones, ...findingMasks, ...Object.values(fields)]) field.fill(0);
}

/** A mask that is empty after `clearFields`. */
export function findingMask({ findingMasks, pixels }: Fields, index: number): Uint8Array {
  const mask = findingMasks[index] ?? new Uint8Array(pixels.length);
  findingMasks[index] = mask;
  return mask;
}
