import { smoothstep } from "./exact-math.ts";
import type { Fields } from "./fields.ts";
import { boxOf, type Grid } from "./grid.ts";
import { type Lung, wallAt } from "./lung.ts";
import type { Patient } from "./patient.ts";
import { bend, HOLLOW_BONE, type Knot, ROD, stroke } from "./stroke.ts";

export interface SkeletonOptions {
  readonly patient: Patient;
  readonly lungs: readonly Lung[];
  readonly grid: Grid;
  readonly fields: Fields;
}

const RIBS = 10;
const BEHIND = 0.3;
const IN_FRONT = 0.22;

/** Returns the number of segments of a curve, depending on the image size. */
function piecesFor({ size }: Grid): number {
  return size < 128 ? 5 : 18;
}

export function paintSkeleton(options: SkeletonOptions): void {
  paintSpine(options);
  for (const lung of options.lungs) {
    for (let rib = 0; rib < RIBS; rib++) paintRib(rib, lung, options);
    paintGirdle(lung, options);
  }
}

function paintRib(rib: number, lung: Lung, { patient, grid, fields }: SkeletonOptions): void {
  const { sign } = lung;
  const stretch = 1 + 0.04 * patient.inspiration;
  const start = 0.088 + 0.0655 * rib * stretch;
  const fall = 0.032 + 0.0095 * rib;
  const turning = start + fall;
  const wide = (rib === 0 ? 0.75 : rib === 1 ? 0.92 : 1) * (wallAt(lung, turning) + 0.006);
  const back = -patient.turn;
  const front = patient.turn;
  const knot = (x: number, y: number, weight: number, radius = 0.0108): Knot => ({
    x: x * sign,
    y,
    radius,
    weight,
  });
  const pieces = piecesFor(grid);
  const shifted = (knots: Knot[], by: number) => knots.map((each) => ({ ...each, x: each.x + by }));
  const behind = bend(
    [
      knot(0.03, start, BEHIND * 0.8, 0.009),
      knot(0.03 + wide * 0.42, start - 0.03, BEHIND),
      knot(wide * 0.97, turning - 0.075, BEHIND, 0.012),
      knot(wide, turning, BEHIND * 1.1, 0.0105),
    ],
    pieces,
  );
  stroke(shifted(behind, back), { grid, field: fields.bones[0], section: HOLLOW_BONE });
  if (rib > 7) return;
  const end = 0.1 + 0.016 * rib;
  const inFront = bend(
    [
      knot(wide, turning, IN_FRONT * 1.3, 0.0105),
      knot(wide * 1.01, turning + 0.07, IN_FRONT * 1.1, 0.0115),
      knot(wide * 0.72, turning + 0.1 + 0.004 * rib, IN_FRONT, 0.0135),
      knot(end, turning + 0.105 + 0.012 * rib, 0.02, 0.0145),
    ],
    pieces,
  );
  stroke(shifted(inFront, front), { grid, field: fields.bones[1], section: HOLLOW_BONE });
}

function paintGirdle({ sign }: Lung, { patient, grid, fields }: SkeletonOptions): void {
  const raise = -patient.shoulders;
  const inwards = patient.view === "ap" ? 0.035 : 0;
  const front = patient.turn * 2;
  const field = fields.bones[2];
  const knot = (x: number, y: number, weight: number, radius: number): Knot => ({
    x: x * sign + front,
    y: y + raise,
    radius,
    weight,
  });
  const pieces = piecesFor(grid);
  const clavicle = bend(
    [
      knot(0.03, 0.2, 0.4, 0.0175),
      knot(0.11, 0.2, 0.36, 0.0105),
      knot(0.2, 0.175, 0.38, 0.0105),
      knot(0.375, 0.118, 0.42, 0.015),
    ],
    pieces,
  );
  stroke(clavicle, { grid, field, section: HOLLOW_BONE });
  const blade = bend(
    [
      knot(0.37 - inwards, 0.13, 0.1, 0.035),
      knot(0.375 - inwards, 0.22, 0.13, 0.06),
      knot(0.39 - inwards, 0.3, 0.12, 0.045),
      knot(0.395 - inwards, 0.4, 0.1, 0.015),
    ],
    4,
  );
  stroke(blade, { grid, field, section: ROD });
  const ridge = [
    knot(0.3 - inwards, 0.165, 0.14, 0.007),
    knot(0.36, 0.125, 0.22, 0.01),
    knot(0.425, 0.1, 0.3, 0.016),
  ];
  stroke(ridge, { grid, field, section: ROD });
  const humerus = [
    knot(0.45, 0.16, 0.5, 0.045),
    knot(0.455, 0.17, 0.5, 0.045),
    knot(0.5, 0.28, 0.45, 0.03),
    knot(0.53, 0.4, 0.45, 0.027),
  ];
  stroke(humerus, { grid, field, section: ROD });
}

/** Paints the vertebral bodies with discs between them, the roots of the arches as rings, and the spinous processes. */
function paintSpine({ patient, grid, fields }: SkeletonOptions): void {
  const reach = 0.045;
  const box = boxOf(grid, {
    left: -reach - patient.turn,
    right: reach - patient.turn,
    top: -0.1,
    bottom: 1.1,
  });
  for (let row = box.top; row < box.bottom; row++) {
    for (let column = box.left; column < box.right; column++) {
      const x = grid.x0 + column * grid.along - row * grid.across + patient.turn;
      const y = grid.y0 + column * grid.across + row * grid.along;
      fields.bones[0][row * grid.size + column] = spineAt(x, y);
    }
  }
}

function spineAt(x: number, y: number): number {
  const height = 0.05 + 0.016 * y;
  const place = y / height - Math.floor(y / height) - 0.5;
  const waist = 0.034 + 0.006 * y - 0.003 * (1 - 4 * place * place);
  const across = x / waist;
  const square = 1 - across * across * across * across;
  const gap = smoothstep(0.38, 0.47, Math.abs(place));
  const body = square > 0 ? (0.3 - 0.13 * gap) * Math.sqrt(square) : 0;
  const process = Math.max(0, 1 - (across * across) / 0.02 - (place * place) / 0.05);
  const root = (Math.abs(across) - 0.62) / 0.16;
  const roots = Math.max(0, 1 - root * root - ((place + 0.15) * (place + 0.15)) / 0.035);
  return body + 0.13 * process + 0.12 * roots;
}
