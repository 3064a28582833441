import type { Severity, Sex, View } from "../prompt/finding.ts";
import type { Random } from "../random.ts";
import { mixOf } from "./exact-math.ts";
import type { Pose } from "./grid.ts";

/** The properties of a patient and a film, which are listed in `metadata.json`. */
export interface Patient {
  readonly view: View;
  readonly sex: Sex;
  /** The width of the chest relative to the average. */
  readonly build: number;
  /** The depth of the chest in centimetres. */
  readonly depth: number;
  /** The depth of the breath, from −1 (shallow) to 1 (full). */
  readonly inspiration: number;
  /** The heart's width divided by the chest's inner width. */
  readonly cardiothoracicRatio: number;
  /** The size of the aortic arch relative to the average. It grows with age. */
  readonly aorta: number;
  /** How far the shoulders are raised, in film sides. */
  readonly shoulders: number;
  /** The shift between front and back of a rotated patient, in film sides. */
  readonly turn: number;
  readonly pose: Pose;
  /** The darkness of the film, in units of the exponent. Above 0 is darker. */
  readonly exposure: number;
  /** The steepness of the film curve. */
  readonly contrast: number;
  /** The noise relative to an ordinary film. */
  readonly noise: number;
}

/** The range of the cardiothoracic ratio for each severity. On PA films, a heart above 0.5 is considered enlarged. */
const RATIOS: Readonly<Record<Severity | "normal", readonly [number, number]>> = {
  normal: [0.4, 0.475],
  mild: [0.52, 0.56],
  moderate: [0.585, 0.635],
  severe: [0.67, 0.76],
};

export interface PatientOptions {
  readonly random: Random;
  readonly view: View;
  readonly sex: Sex | undefined;
  readonly noise: number | undefined;
  readonly heart: Severity | "normal";
}

/** Draws a random patient. The given properties do not change the numbers that the others are drawn from. */
export function drawPatient({ random, view, sex, noise, heart }: PatientOptions): Patient {
  const drawnSex = random.chance(0.5) ? "female" : "male";
  const isBedside = view === "ap";
  const chosen = sex ?? drawnSex;
  const [least, most] = RATIOS[heart];
  const shrink = chosen === "female" ? 0.97 : 1;
  return {
    view,
    sex: chosen,
    build: random.between(0.92, 1.05) * shrink,
    depth: random.between(19.5, 23.5) * shrink,
    inspiration: random.between(-0.6, 1) - (isBedside ? 0.7 : 0),
    // In AP films, the heart is closer to the source and casts a larger shadow.
    cardiothoracicRatio: mixOf(least, most, random.next()) + (isBedside ? 0.02 : 0),
    aorta: random.between(0.8, 1.25),
    shoulders: random.between(-0.016, 0.014) + (isBedside ? 0.02 : 0),
    turn: random.between(-0.009, 0.009) * (isBedside ? 2 : 1),
    pose: drawPose(random, isBedside ? 2 : 1),
    exposure: random.between(-0.18, 0.2),
    contrast: random.between(1.12, 1.32) * (isBedside ? 0.9 : 1),
    noise: (noise ?? 1) * random.between(0.8, 1.25) * (isBedside ? 1.3 : 1),
  };
}

function drawPose(random: Random, carelessness: number): Pose {
  return {
    tilt: random.between(-0.022, 0.022) * carelessness,
    zoom: random.between(0.96, 1.05),
    shiftX: random.between(-0.012, 0.012) * carelessness,
    shiftY: random.between(-0.018, 0.012),
  };
}
