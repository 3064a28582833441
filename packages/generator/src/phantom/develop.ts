import type { Random } from "../random.ts";
import { clamp, exponential } from "./exact-math.ts";
import type { Fields } from "./fields.ts";
import type { Patient } from "./patient.ts";

/** The attenuation of water per centimetre, at the energy of chest films, and the density of lung relative to water. */
const WATER = 0.2;
const LUNG_DENSITY = 0.26;
const MIDDLE = 2.88;

const LEVELS = 1024;
const HIGHEST = 9;

/** Computes the grey values of a film: attenuation (Beer–Lambert), quantum noise, and the film's curve. */
export function develop(fields: Fields, patient: Patient, random: Random): void {
  const { pixels } = fields;
  const curve = filmCurve(patient);
  const grain = grainOf(patient.noise);
  let state = (random.next() * 0xfffffffe + 1) | 0;
  for (let at = 0; at < pixels.length; at++) {
    const level = Math.min(LEVELS - 1, (attenuationAt(fields, at) * LEVELS) / HIGHEST) | 0;
    // Marsaglia's xorshift. The sum of its four bytes is approximately normally distributed.
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const bell =
      (state & 255) + ((state >>> 8) & 255) + ((state >>> 16) & 255) + (state >>> 24) - 510;
    pixels[at] = curve[clamp(level + bell * (grain[level] ?? 0), 0, LEVELS - 1) | 0] ?? 0;
  }
}

/** Returns the exponent of the Beer–Lambert law at a pixel. */
function attenuationAt(fields: Fields, at: number): number {
  const [behind, inFront, girdle] = fields.bones;
  const full = fields.lungs[at] ?? 0;
  const air = Math.max(0, full - (fields.organs[at] ?? 0)) * (1 - (fields.filling[at] ?? 0));
  const solid = (fields.body[at] ?? 0) - air * (1 - LUNG_DENSITY) - (fields.gas[at] ?? 0);
  const bone = (behind[at] ?? 0) + (inFront[at] ?? 0) + (girdle[at] ?? 0);
  const vessel = full > 0 ? ((fields.vessels[at] ?? 0) * air) / full : 0;
  return Math.max(0, solid) * WATER + bone + vessel;
}

/** Returns the grey value of each level: a logistic function of the exponent (a Hurter–Driffield curve). */
function filmCurve({ exposure, contrast }: Patient): Uint8Array {
  const curve = new Uint8Array(LEVELS);
  const step = exponential((-contrast * HIGHEST) / LEVELS);
  let power = exponential(contrast * (MIDDLE + exposure));
  for (let level = 0; level < LEVELS; level++) {
    curve[level] = Math.floor(4 + 244 / (1 + power));
    power *= step;
  }
  return curve;
}

/** Returns the strength of the noise by level. Fewer quanta pass through thick parts, so these are grainier. */
function grainOf(noise: number): Float64Array {
  const grain = new Float64Array(LEVELS);
  const oneStep = (noise * 0.0062 * LEVELS) / HIGHEST / 148;
  const step = exponential(-HIGHEST / LEVELS);
  let passed = 1;
  for (let level = 0; level < LEVELS; level++) {
    grain[level] = oneStep / Math.sqrt(passed + 0.004);
    passed *= step;
  }
  return grain;
}
