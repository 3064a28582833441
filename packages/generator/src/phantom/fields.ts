/**
 * The buffers of a film, with a value for each pixel: thicknesses of soft tissue in centimetres, attenuation of bone
 * and vessels (the exponent of Beer–Lambert), masks and grey values. They are reused for the next film.
 */
export interface Fields {
  /** The thickness of the whole body, as if it were solid. */
  readonly body: Float32Array;
  /** The thickness of both lungs, as if there were nothing between them. */
  readonly lungs: Float32Array;
  /** The thickness of the heart and the great vessels: see `paintEllipsoid`. */
  readonly organs: Float32Array;
  /** The thickness of gas in the windpipe, the bronchi and the stomach. */
  readonly gas: Float32Array;
  /** The attenuation of the bones behind the lungs, of those in front, and of the shoulder girdle. */
  readonly bones: readonly [Float32Array, Float32Array, Float32Array];
  /** The attenuation of the lungs' vessels. */
  readonly vessels: Float32Array;
  /** The share of the lung's air that fluid or tissue replaces. Below 0, air replaces lung. */
  readonly filling: Float32Array;
  /** 1 in the right lung and 2 in the left, including the parts that the heart hides. */
  readonly lungMask: Uint8Array;
  readonly heartMask: Uint8Array;
  /** 1 in the visible part of the right lung, without the parts that the heart hides. */
  readonly rightLung: Uint8Array;
  readonly leftLung: Uint8Array;
  /** 1 where a finding is. There are as many masks as were needed so far. */
  readonly findingMasks: Uint8Array[];
  /** The grey values of the film. */
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

/** Returns the mask of a finding. It is empty after `clearFields`. */
export function findingMask({ findingMasks, pixels }: Fields, index: number): Uint8Array {
  const mask = findingMasks[index] ?? new Uint8Array(pixels.length);
  findingMasks[index] = mask;
  return mask;
}
