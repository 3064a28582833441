/**
 * Draws a sheet with nine films for each prompt, for visual checks. Usage, from the repository:
 * npm run contact-sheets -w packages/generator [-- [--out folder] [prompt…]]
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createPngEncoder } from "../src/image/png.ts";
import { drawFilm } from "../src/phantom/draw-film.ts";
import { createFields } from "../src/phantom/fields.ts";
import { planArchive } from "../src/plan.ts";

const ACROSS = 3;
const TILE = 256;
const SEED = 1;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string", default: fileURLToPath(new URL("../contact-sheets", import.meta.url)) },
  },
});
const usual = ["Severe cardiomegaly", "Bilateral pneumonia", "Normal chest X-ray"];

mkdirSync(values.out, { recursive: true });
for (const prompt of positionals.length > 0 ? positionals : usual) {
  const name = `${prompt.toLowerCase().replaceAll(/[^a-z]+/g, "-")}.png`;
  const png = createPngEncoder(TILE * ACROSS).grey(drawSheet(prompt));
  writeFileSync(join(values.out, name), png);
  console.log(`${join(values.out, name)}: ${Math.ceil(png.length / 1024)} KiB`);
}

function drawSheet(prompt: string): Uint8Array {
  const { request } = planArchive({
    datasetId: "",
    model: { id: "", slug: "", name: "" },
    args: { prompt },
    numSamples: 1,
    createdAt: "",
  });
  const fields = createFields(TILE);
  const sheet = new Uint8Array((TILE * ACROSS) ** 2);
  for (let sample = 0; sample < ACROSS * ACROSS; sample++) {
    const { pixels } = drawFilm(request, { seed: SEED, sample, size: TILE, fields });
    const corner = Math.floor(sample / ACROSS) * TILE * TILE * ACROSS + (sample % ACROSS) * TILE;
    for (let row = 0; row < TILE; row++) {
      sheet.set(pixels.subarray(row * TILE, (row + 1) * TILE), corner + row * TILE * ACROSS);
    }
  }
  return sheet;
}
