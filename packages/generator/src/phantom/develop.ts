import type { Random } from "../random.ts";
import { unionThickness } from "./ellipsoid.ts";
import { clamp, exponential } from "./exact-math.ts";
import type { Fields } from "./fields.ts";
import type { Patient } from "./patient.ts";

/** Attenuation of water and of lung, per centimetre, for the hard rays that chest films are made with. */
const WATER = 0.2;
const LUNG_DENSITY = 0.26;
const MIDDLE = 2.95;

const LEVELS = 2048;
const HIGHEST = 9;

/** Turns what the rays met into grey values: Beer–Lambert, noise of the quanta, and the film's curve. */
export function develop(fields: Fields, patient: Patient, random: Random): Uint8Array {
  const { body, lungs, organs, gas, vessels, filling, bones } = fields;
  const [behind, inFront, girdle] = bones;
  const pixels = new Uint8Array(body.length);
  const curve = filmCurve(patient);
  const grain = quantumNoise(patient.noise);
  let state = (random.next() * 0xfffffffe + 1) | 0;
  for (let at = 0; at < pixels.length; at++) {
    const full = lungs[at] ?? 0;
    const organ = unionThickness(organs[at] ?? 0);
    const air = full > organ ? full - organ : 0;
    const aerated = air * (1 - (filling[at] ?? 0));
    const tissue = (body[at] ?? 0) - aerated * (1 - LUNG_DENSITY) - (gas[at] ?? 0);
    const bone = (behind[at] ?? 0) + (inFront[at] ?? 0) + (girdle[at] ?? 0);
    const vessel = full > 0 ? (vessels[at] ?? 0) * (aerated / full) : 0;
    const exponent = (tissue > 0 ? tissue * WATER : 0) + bone + vessel;
    const level = clamp((exponent * LEVELS) / HIGHEST, 0, LEVELS - 1) | 0;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const bell =
      (state & 255) + ((state >>> 8) & 255) + ((state >>> 16) & 255) + (state >>> 24) - 510;
    const noisy = level + bell * (grain[level] ?? 0);
    pixels[at] = curve[clamp(noisy, 0, LEVELS - 1) | 0] ?? 0;
  }
  return pixels;
}

/** Grey values by level: a logistic curve of the exponent, as Hurter and Driffield drew it. */
function filmCurve({ exposure, contrast }: Patient): Uint8Array {
  return Uint8Array.from({ length: LEVELS }, (_, level) => {
    const exponent = (level * HIGHEST) / LEVELS;
    const share = 1 / (1 + exponential(-contrast * (exponent - MIDDLE - exposure)));
    return Math.floor(4 + 244 * share);
  });
}

/** Levels for each step of the bell: fewer quanta arrive behind thick parts, so they are grainier. */
function quantumNoise(noise: number): Float64Array {
  const oneStep = LEVELS / HIGHEST / 148;
  return Float64Array.from({ length: LEVELS }, (_, level) => {
    const passed = exponential(-(level * HIGHEST) / LEVELS) + 0.004;
    return (noise * 0.0062 * oneStep) / Math.sqrt(passed);
  });
}
