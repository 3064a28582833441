import { describe, expect, test } from "vitest";
import { type GreyImage, open, order } from "./open-archive.ts";

const SIZE = 128;
const SAMPLES = 20;

/** Draws films with one seed, so that all prompts have the same patients. */
async function filmsOf(prompt: string, args: Readonly<Record<string, unknown>> = {}) {
  const what = order({ prompt, seed: 2026, ...args }, { numSamples: SAMPLES });
  const { metadata, read } = await open(what, { imageSize: SIZE });
  return metadata.images.map((image) => ({ image, film: read(image.file), read }));
}

const normal = filmsOf("Normal chest X-ray");

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Returns the mean grey value of a part of a film, given in shares of its side from the upper left. */
function meanOf(film: GreyImage, [left, top, right, bottom]: readonly number[]): number {
  const at = (share: number | undefined) => Math.round((share ?? 0) * film.size);
  const values: number[] = [];
  for (let row = at(top); row < at(bottom); row++) {
    for (let column = at(left); column < at(right); column++) values.push(film.at(column, row));
  }
  return mean(values);
}

/** The patient's right lung is on the film's left. */
const HALVES = { right: [0.1, 0.1, 0.46, 0.85], left: [0.54, 0.1, 0.9, 0.85] } as const;

/** The bases of the lungs beside the heart, which a large effusion pushes to the other side. */
const BASES = { right: [0.1, 0.58, 0.28, 0.85], left: [0.72, 0.58, 0.9, 0.85] } as const;

/** Returns how much brighter each side is than on the same patient's normal film. */
async function brighter(
  prompt: string,
  parts: typeof HALVES | typeof BASES = HALVES,
): Promise<{ left: number; right: number }[]> {
  const films = await filmsOf(prompt);
  const normals = await normal;
  return films.map(({ film }, index) => {
    const before = normals[index]?.film ?? expect.fail("no normal film");
    const by = (side: "left" | "right") => meanOf(film, parts[side]) - meanOf(before, parts[side]);
    return { left: by("left"), right: by("right") };
  });
}

/**
 * Measures the cardiothoracic ratio like a reader, above the domes: the heart's maximum extent to both sides of the
 * midline divided by that of the lungs.
 */
function measureRatio(film: GreyImage): number {
  const floor = rightDome(film) - 2;
  const rows = Array.from(
    { length: floor - Math.round(film.size * 0.42) },
    (_, row) => floor - 1 - row,
  );
  const reach = (side: 1 | -1) => {
    const edges = rows.map((row) => edgesOf(film, row, side));
    return {
      heart: Math.max(...edges.map(({ heart }) => heart)),
      wall: Math.max(...edges.map(({ wall }) => wall)),
    };
  };
  const right = reach(-1);
  const left = reach(1);
  return (right.heart + left.heart) / (right.wall + left.wall);
}

/** Finds the diaphragm: the row with the steepest rise in a column through the right lung, beside the heart. */
function rightDome(film: GreyImage): number {
  const column = Math.round(film.size * 0.26);
  const rows = Array.from(
    { length: Math.round(film.size * 0.28) },
    (_, row) => row + Math.round(film.size * 0.55),
  );
  const rise = (row: number) => film.at(column, row + 2) - film.at(column, row - 1);
  return rows.reduce((best, row) => (rise(row) > rise(best) ? row : best));
}

/** Returns the distances of the heart's border and of the chest wall from the midline, in one row and on one side. */
function edgesOf(film: GreyImage, row: number, side: 1 | -1): { heart: number; wall: number } {
  const middle = film.size / 2;
  const grey = (distance: number) => film.at(middle + side * distance, row);
  const distances = Array.from({ length: Math.round(film.size * 0.43) }, (_, index) => index);
  const lung = distances.reduce((best, each) =>
    grey(each) < grey(best) && each < film.size * 0.38 ? each : best,
  );
  const heartLevel = grey(lung) + (grey(3) - grey(lung)) * 0.4;
  const heart = distances.findLast((each) => each < lung && grey(each) > heartLevel) ?? 0;
  const wall = distances.find((each) => each > lung && grey(each) > grey(lung) + 26) ?? lung;
  return { heart, wall };
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

describe("the cardiothoracic ratio, measured on films", () => {
  const measured = async (prompt: string) =>
    (prompt === "" ? await normal : await filmsOf(prompt)).map(({ film }) => measureRatio(film));

  test("grows with the severity in every patient", async () => {
    const none = await measured("");
    const mild = await measured("Mild cardiomegaly");
    const moderate = await measured("Moderate cardiomegaly");
    const severe = await measured("Severe cardiomegaly");
    for (const [index, ratio] of none.entries()) {
      const rising = [ratio, mild[index], moderate[index], severe[index]];
      expect(rising).toEqual(rising.toSorted((one, other) => (one ?? 0) - (other ?? 0)));
    }
    expect(medianOf(none)).toBeLessThan(0.46);
    expect(medianOf(mild)).toBeGreaterThan(0.49);
    expect(medianOf(severe)).toBeGreaterThan(0.62);
  });

  test("is the one in metadata.json", async () => {
    for (const prompt of ["", "Moderate cardiomegaly"]) {
      const films = prompt === "" ? await normal : await filmsOf(prompt);
      const off = films.map(({ film, image }) =>
        Math.abs(measureRatio(film) - image.cardiothoracicRatio),
      );
      expect(medianOf(off)).toBeLessThan(0.06);
    }
  });

  test("is below 0.5 in metadata.json for normal films, and above 0.5 with cardiomegaly", async () => {
    const toldOf = (films: Awaited<ReturnType<typeof filmsOf>>) =>
      films.map(({ image }) => image.cardiothoracicRatio);
    expect(Math.max(...toldOf(await normal))).toBeLessThan(0.5);
    expect(Math.min(...toldOf(await filmsOf("Mild cardiomegaly")))).toBeGreaterThan(0.5);
  });
});

describe("an opacity", () => {
  test.each([
    ["pneumonia", HALVES],
    ["consolidation", HALVES],
    ["mass", HALVES],
    ["effusion", BASES],
  ])(
    "of %s is on the side that the prompt names, and leaves the other as it was",
    async (kind, parts) => {
      for (const { left, right } of await brighter(`left ${kind}`, parts)) {
        expect(left).toBeGreaterThan(0.5);
        expect(Math.abs(right)).toBeLessThan(left / 4);
      }
      for (const { left, right } of await brighter(`right ${kind}`, parts)) {
        expect(right).toBeGreaterThan(0.5);
        expect(Math.abs(left)).toBeLessThan(right / 4);
      }
    },
  );

  test("of bilateral pneumonia is on both sides", async () => {
    for (const { left, right } of await brighter("Bilateral pneumonia")) {
      expect(Math.min(left, right)).toBeGreaterThan(0.5);
    }
  });

  test.each(["pneumonia", "consolidation", "effusion", "edema", "mass", "atelectasis"])(
    "of %s grows with its severity in every patient",
    async (kind) => {
      const [mild, moderate, severe] = await Promise.all(
        ["mild", "moderate", "severe"].map((severity) => brighter(`${severity} left ${kind}`)),
      );
      for (const [index, { left }] of mild?.entries() ?? []) {
        expect(moderate?.[index]?.left).toBeGreaterThan(left);
        expect(severe?.[index]?.left).toBeGreaterThan(moderate?.[index]?.left ?? 255);
      }
    },
  );

  test.each([
    ["upper", 0.12, 0.3],
    ["lower", 0.5, 0.68],
  ])("in the %s zone is there", async (zone, top, bottom) => {
    const films = await filmsOf(`severe right ${zone} lobe pneumonia`);
    const normals = await normal;
    const rise = (part: readonly number[]) =>
      mean(
        films.map(
          ({ film }, index) => meanOf(film, part) - meanOf(normals[index]?.film ?? film, part),
        ),
      );
    const there = rise([0.15, top, 0.42, bottom]);
    const elsewhere = rise(zone === "upper" ? [0.15, 0.5, 0.42, 0.68] : [0.15, 0.12, 0.42, 0.3]);
    expect(there).toBeGreaterThan(20);
    expect(elsewhere).toBeLessThan(there / 4);
  });

  test("makes the film brighter inside its mask and not outside", async () => {
    const normals = await normal;
    for (const [index, { film, image, read }] of (await filmsOf("right pneumonia")).entries()) {
      const region = image.findings[0]?.regions[0] ?? expect.fail("no region");
      const mask = read(region.mask);
      const before = normals[index]?.film ?? expect.fail("no normal film");
      const rises = { inside: [] as number[], outside: [] as number[] };
      for (let at = 0; at < SIZE * SIZE; at++) {
        const [column, row] = [at % SIZE, Math.floor(at / SIZE)];
        const rise = film.at(column, row) - before.at(column, row);
        (mask.at(column, row) > 0 ? rises.inside : rises.outside).push(rise);
      }
      expect(mean(rises.inside)).toBeGreaterThan(10);
      expect(mean(rises.outside)).toBeLessThan(1);
    }
  });
});

describe("an effusion", () => {
  test("fills the costophrenic angle, even a mild one", async () => {
    const normals = await normal;
    for (const [index, { film }] of (await filmsOf("mild right pleural effusion")).entries()) {
      const { image, film: before } = normals[index] ?? expect.fail("no normal film");
      const box = image.anatomy.rightLung.box ?? expect.fail("no lung");
      const [left, bottom] = [box.x, box.y + box.height];
      // The costophrenic angle is the lowest twelfth of the lung at its outer wall.
      const angle = [left, bottom - box.height / 12, left + box.width / 6, bottom].map(
        (edge) => edge / SIZE,
      );
      const rise = meanOf(film, angle) - meanOf(before, angle);
      expect(rise).toBeGreaterThan(10);
    }
  });

  test("that is mild leaves the other side as it was, to the last grey value", async () => {
    for (const { left } of await brighter("mild right pleural effusion")) expect(left).toBe(0);
  });
});

describe("a pneumothorax", () => {
  test("makes its outer part darker than lung, without vessels", async () => {
    const normals = await normal;
    for (const [index, { film, image, read }] of (
      await filmsOf("moderate left pneumothorax")
    ).entries()) {
      const mask = read((image.findings[0]?.regions[0] ?? expect.fail("no region")).mask);
      const before = normals[index]?.film ?? expect.fail("no normal film");
      const inside = Array.from(
        { length: SIZE * SIZE },
        (_, at) => [at % SIZE, Math.floor(at / SIZE)] as const,
      ).filter(([column, row]) => mask.at(column, row) > 0);
      expect(inside.length).toBeGreaterThan(100);
      const rise = mean(
        inside.map(([column, row]) => film.at(column, row) - before.at(column, row)),
      );
      expect(rise).toBeLessThan(-4);
    }
  });
});

describe("what an argument changes", () => {
  test("noise: the difference between neighbours below the diaphragm", async () => {
    const roughness = async (noise: number) => {
      const [{ film } = expect.fail("no film")] = await filmsOf("Normal", { noise });
      const steps = Array.from({ length: 40 }, (_, index) =>
        Math.abs(
          film.at(50 + (index % 8), 105 + Math.floor(index / 8)) -
            film.at(51 + (index % 8), 105 + Math.floor(index / 8)),
        ),
      );
      return mean(steps);
    };
    expect(await roughness(0)).toBeLessThan(await roughness(1));
    expect(await roughness(1)).toBeLessThan(await roughness(4));
  });

  test("sex: breasts lie over the lower lungs", async () => {
    const lower = async (sex: string) =>
      mean(
        (await filmsOf("Normal", { sex })).map(({ film }) => meanOf(film, [0.2, 0.5, 0.32, 0.66])),
      );
    expect(await lower("female")).toBeGreaterThan((await lower("male")) + 3);
  });

  test("view: at the bedside the heart is larger and the breath shallower", async () => {
    const films = await filmsOf("Normal", { view: "ap" });
    const normals = await normal;
    for (const [index, { image }] of films.entries()) {
      const upright = normals[index]?.image ?? expect.fail("no normal film");
      expect(image.parameters.view).toBe("ap");
      expect(image.cardiothoracicRatio).toBeGreaterThan(upright.cardiothoracicRatio);
      expect(Number(image.parameters.inspiration)).toBeLessThan(
        Number(upright.parameters.inspiration),
      );
    }
  });

  test("an argument counts more than the prompt", async () => {
    const [{ image } = expect.fail("no film")] = await filmsOf("AP film of a man", {
      view: "pa",
      sex: "female",
    });
    expect(image.parameters).toMatchObject({ view: "pa", sex: "female" });
  });
});
