import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GENERATOR_VERSION, generateArchive, UnsupportedPromptError } from "../src/index.ts";
import { open, order, unzip } from "./open-archive.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const bytesOf = (...args: Parameters<typeof generateArchive>): Buffer =>
  Buffer.concat([...generateArchive(...args)]);

const small = { imageSize: 32 };

describe("an archive", () => {
  test("holds the model card, images, masks and metadata, in this order", async () => {
    const { files } = await open(
      order({ prompt: "Cardiomegaly, bilateral effusion" }, { numSamples: 2 }),
      small,
    );
    const names = (sample: string) => [
      `images/${sample}.png`,
      ...[
        "heart",
        "right-lung",
        "left-lung",
        "1-cardiomegaly",
        "2-right-effusion",
        "2-left-effusion",
      ].map((what) => `masks/${sample}-${what}.png`),
    ];
    expect([...files.keys()]).toEqual([
      "MODEL_CARD.md",
      ...names("00001"),
      ...names("00002"),
      "metadata.json",
    ]);
    expect(files.get("MODEL_CARD.md")?.toString()).toMatch(
      /procedural phantom[\s\S]+Not for clinical use/,
    );
  });

  test("has each image's SHA-256, prompt, seed and sample", async () => {
    const prompt = "Mild left pneumonia";
    const { files, metadata, read } = await open(
      order({ prompt, seed: 12 }, { numSamples: 3 }),
      small,
    );
    expect(metadata).toMatchObject({
      generator: { name: "@sinkove/generator", version: GENERATOR_VERSION },
      args: { prompt, seed: 12 },
      createdAt: "2026-11-24T12:00:00Z",
      imageSize: { width: 32, height: 32 },
      seed: 12,
      seedSource: "args",
    });
    expect(metadata.images).toHaveLength(3);
    for (const [index, image] of metadata.images.entries()) {
      expect(image).toMatchObject({ prompt, seed: 12, sample: index + 1 });
      expect(image.sha256).toBe(sha256(files.get(image.file) ?? Buffer.of()));
      expect(read(image.file).size).toBe(32);
    }
  });

  test("has boxes and pixel counts that match its masks", async () => {
    const what = order({ prompt: "Right effusion and left upper pneumonia, cardiomegaly" });
    const { metadata, read } = await open(what, { imageSize: 96 });
    const [image] = metadata.images;
    const regions = [
      ...Object.values(image?.anatomy ?? {}),
      ...(image?.findings.flatMap((finding) => finding.regions) ?? []),
    ];
    expect(regions).toHaveLength(6);
    for (const { box, pixels, mask } of regions) {
      const white = whitePixels(read(mask));
      expect(white).toHaveLength(pixels);
      expect(box).toEqual(boxAround(white));
    }
  });

  test("lists the unknown words and the denied findings", async () => {
    const { metadata } = await open(
      order({ prompt: "Эффузия, shiny effusion without pneumonia" }),
      small,
    );
    expect(metadata.prompt).toMatchObject({
      notUnderstood: ["эффузия", "shiny"],
      absent: ["pneumonia"],
    });
    expect(metadata.images[0]?.findings.map(({ kind }) => kind)).toEqual(["effusion"]);
  });

  test("has films without findings if no word of the prompt is known, and says so", async () => {
    const { metadata } = await open(order({ prompt: "両側性肺炎" }), small);
    expect(metadata.prompt.notUnderstood).toEqual(["両側性肺炎"]);
    expect(metadata.images[0]?.findings).toEqual([]);
  });

  test("derives the seed from the dataset's id if none is given", async () => {
    const one = await open(order({ prompt: "Normal" }, { datasetId: "a" }), small);
    const other = await open(order({ prompt: "Normal" }, { datasetId: "b" }), small);
    expect(one.metadata).toMatchObject({ seed: 0xca978112, seedSource: "datasetId" });
    expect(other.metadata.seed).not.toBe(one.metadata.seed);
    expect(other.metadata.images[0]?.sha256).not.toBe(one.metadata.images[0]?.sha256);
  });

  test("has a CRC-32 for each file, which detects damage", async () => {
    const { bytes } = await open(order({ prompt: "Edema" }, { numSamples: 2 }), small);
    const damaged = Buffer.from(bytes);
    damaged[200] = (damaged[200] ?? 0) ^ 1;
    await expect(unzip(damaged)).rejects.toThrow("CRC-32 of MODEL_CARD.md");
  });
});

describe("generateArchive", () => {
  test("gives the same bytes for the same order, at each iteration", () => {
    const archive = generateArchive(order({ prompt: "Mass", seed: 1 }, { numSamples: 2 }), small);
    expect(sha256(Buffer.concat([...archive]))).toBe(sha256(Buffer.concat([...archive])));
  });

  test("gives other images for another seed and another sample", async () => {
    const hashes = async (seed: number) => {
      const { metadata } = await open(order({ prompt: "Normal", seed }, { numSamples: 4 }), small);
      return metadata.images.map(({ sha256: hash }) => hash);
    };
    const all = [...(await hashes(1)), ...(await hashes(2))];
    expect(new Set(all).size).toBe(8);
  });

  test("draws a sample the same regardless of the number of samples", async () => {
    const hashes = async (numSamples: number) => {
      const { metadata } = await open(order({ prompt: "Nodule", seed: 1 }, { numSamples }), small);
      return metadata.images.map(({ sha256: hash }) => hash);
    };
    expect((await hashes(5)).slice(0, 2)).toEqual(await hashes(2));
  });

  test("draws a sample only when its chunk is requested, and reports when it is finished", () => {
    const done: number[] = [];
    const onSample = (count: number) => void done.push(count);
    const chunks = generateArchive(order({ prompt: "Normal" }, { numSamples: 3000 }), {
      ...small,
      onSample,
    });
    expect(done).toEqual([]);
    const reader = chunks[Symbol.iterator]();
    // Each sample has an image and three masks. The third image is drawn after the second sample is finished.
    for (let chunk = 0; chunk < 9; chunk++) reader.next();
    expect(done).toEqual([1, 2]);
  });

  test("throws at the call if the prompt cannot be drawn", () => {
    expect(() => generateArchive(order({ prompt: "Brain MRI" }))).toThrow(UnsupportedPromptError);
  });

  test.each([
    [{ imageSize: 8 }, {}],
    [{ imageSize: 4096 }, {}],
    [{ imageSize: 64.5 }, {}],
    [{}, { numSamples: 0 }],
    [{}, { numSamples: 3001 }],
    [{ imageSize: 2048 }, { numSamples: 3000 }],
  ])("refuses %j with %j", (options, change) => {
    expect(() => generateArchive(order({ prompt: "Normal" }, change), options)).toThrow(RangeError);
  });

  test("makes an archive of any prompt that the schema lets through, or refuses it", () => {
    const prompts = fc
      .oneof(
        fc.string({ unit: "binary", minLength: 1, maxLength: 1000 }),
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 400 }),
      )
      .filter((prompt) => /\S/u.test(prompt) && [...prompt].length <= 1000);
    fc.assert(
      fc.property(prompts, (prompt) => {
        try {
          expect(bytesOf(order({ prompt, seed: 3 }), { imageSize: 16 }).length).toBeGreaterThan(
            1000,
          );
        } catch (error) {
          expect(error).toBeInstanceOf(UnsupportedPromptError);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("has this package's version", () => {
    const { version } = JSON.parse(
      readFileSync(new URL("../package.json", import.meta.url), "utf8"),
    );
    expect(GENERATOR_VERSION).toBe(version);
  });
});

function whitePixels(image: {
  size: number;
  at: (column: number, row: number) => number;
}): [number, number][] {
  const places = Array.from({ length: image.size ** 2 }, (_, at): [number, number] => [
    at % image.size,
    Math.floor(at / image.size),
  ]);
  return places.filter(([column, row]) => image.at(column, row) === 255);
}

function boxAround(pixels: readonly [number, number][]): object {
  const columns = pixels.map(([column]) => column);
  const rows = pixels.map(([, row]) => row);
  const x = Math.min(...columns);
  const y = Math.min(...rows);
  return { x, y, width: Math.max(...columns) - x + 1, height: Math.max(...rows) - y + 1 };
}
