/** Draws a sheet of films for some prompts, to be looked at: `npm run contact-sheets -w packages/generator`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { encodeGreyPng } from "../src/image/png.ts";
import { drawFilm } from "../src/phantom/draw-film.ts";
import { createFields } from "../src/phantom/fields.ts";
import { parsePrompt } from "../src/prompt/parse-prompt.ts";

const args = process.argv.slice(2);
const folder = new URL("../contact-sheets/", import.meta.url);
const PROMPTS =
  args.length > 0 ? args : ["Severe cardiomegaly", "Bilateral pneumonia", "Normal chest X-ray"];
const ACROSS = 3;
const TILE = Number(process.env.TILE ?? 256);
const OUT = process.env.OUT;

mkdirSync(folder, { recursive: true });
for (const prompt of PROMPTS) {
  const fields = createFields(TILE);
  const sheet = new Uint8Array((TILE * ACROSS) ** 2);
  const parsed = parsePrompt(prompt);
  for (let sample = 0; sample < ACROSS * ACROSS; sample++) {
    const request = {
      findings: parsed.findings,
      view: parsed.view ?? "pa",
      sex: parsed.sex ?? undefined,
      noise: undefined,
    } as const;
    const { pixels } = drawFilm(request, { seed: 1, sample, size: TILE, fields });
    const left = (sample % ACROSS) * TILE;
    const top = Math.floor(sample / ACROSS) * TILE;
    for (let row = 0; row < TILE; row++) {
      sheet.set(pixels.subarray(row * TILE, (row + 1) * TILE), (top + row) * TILE * ACROSS + left);
    }
  }
  const name = `${prompt.toLowerCase().replace(/[^a-z]+/g, "-")}.png`;
  const png = encodeGreyPng(sheet, TILE * ACROSS);
  writeFileSync(OUT ? `${OUT}/${name}` : new URL(name, folder), png);
  console.log(`${name}: ${Math.ceil(png.length / 1024)} KiB`);
}
