/** Draws an archive, discards it, and prints the time and memory used, as JSON. Usage: draw-many.ts samples size */
import { generateArchive } from "../src/index.ts";

const [samples, size] = process.argv.slice(2).map(Number);
const archive = generateArchive(
  {
    datasetId: "measured",
    model: { id: "measured", slug: "chest-xray-v2", name: "Chest X-ray v2" },
    args: { prompt: "Bilateral pneumonia and cardiomegaly", seed: 1 },
    numSamples: samples ?? 1,
    createdAt: "2026-11-24T12:00:00Z",
  },
  { imageSize: size },
);

let bytes = 0;
const before = performance.now();
for (const chunk of archive) bytes += chunk.length;
const seconds = (performance.now() - before) / 1000;
const { maxRSS, userCPUTime } = process.resourceUsage();
console.log(
  JSON.stringify({ bytes, seconds, cpuSeconds: userCPUTime / 1e6, peakMiB: maxRSS / 1024 }),
);
