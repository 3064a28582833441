/** What drawing costs: memory for 50 and 1,000 samples, images a second, and PNG encoding alone. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { encodeGreyPng } from "../src/image/png.ts";
import { drawFilm } from "../src/phantom/draw-film.ts";
import { createFields } from "../src/phantom/fields.ts";

const run = promisify(execFile);
const drawMany = new URL("draw-many.ts", import.meta.url).pathname;

interface Cost {
  readonly bytes: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number;
}

/** In a process of its own, so that its peak is its own. */
async function costOf(samples: number, size: number): Promise<Cost> {
  const { stdout } = await run(process.execPath, [drawMany, String(samples), String(size)]);
  return JSON.parse(stdout);
}

const few = await costOf(50, 512);
const many = await costOf(1000, 512);
const ratio = (many.peakMiB / few.peakMiB).toFixed(2);
console.log(
  `peak for 1,000 samples over that for 50: ${ratio} (${many.peakMiB.toFixed(0)} and ${few.peakMiB.toFixed(0)} MiB)`,
);
console.log(`archive of 1,000 samples: ${(many.bytes / 1e6).toFixed(0)} MB`);
console.log(
  `images a second, one process: ${(1000 / many.seconds).toFixed(1)}, ${((many.cpuSeconds / 1000) * 1000).toFixed(1)} ms of CPU each`,
);

const before = performance.now();
await Promise.all([costOf(200, 512), costOf(200, 512)]);
console.log(
  `images a second, two processes: ${(400 / ((performance.now() - before) / 1000)).toFixed(1)}`,
);

const fields = createFields(512);
const request = { findings: [], view: "pa", sex: undefined, noise: undefined } as const;
const { pixels } = drawFilm(request, { seed: 1, sample: 0, size: 512, fields });
const encodings = 100;
const start = process.cpuUsage().user;
for (let round = 0; round < encodings; round++) encodeGreyPng(pixels, 512);
const each = (process.cpuUsage().user - start) / 1000 / encodings;
console.log(
  `PNG encoding alone: ${(1000 / each).toFixed(1)} images a second, ${each.toFixed(1)} ms of CPU each`,
);

const small = await costOf(5000, 64);
console.log(
  `images of 64 pixels: ${((small.cpuSeconds / 5000) * 1000).toFixed(2)} ms of CPU each, masks and metadata included`,
);
