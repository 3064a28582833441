/** Measures drawing: the memory for 50 and 1,000 samples, images per second, and PNG encoding alone. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createPngEncoder } from "../src/image/png.ts";
import { drawFilm } from "../src/phantom/draw-film.ts";
import { createFields } from "../src/phantom/fields.ts";

const run = promisify(execFile);
const drawMany = fileURLToPath(new URL("draw-many.ts", import.meta.url));

interface Cost {
  readonly bytes: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number;
}

/** Measures in a separate process, so that the peak memory belongs to this measurement only. */
async function costOf(samples: number, size: number): Promise<Cost> {
  const { stdout } = await run(process.execPath, [drawMany, String(samples), String(size)]);
  return JSON.parse(stdout);
}

/** Formats CPU time, which depends less on other work on the machine than elapsed time. */
const cpu = ({ cpuSeconds }: Cost, samples: number) =>
  `${((cpuSeconds * 1000) / samples).toFixed(2)} ms of CPU each`;

const few = await costOf(50, 512);
const many = await costOf(1000, 512);
const [least, most] = [few.peakMiB.toFixed(0), many.peakMiB.toFixed(0)];
console.log(`peak memory, 50 samples: ${least} MiB; 1,000 samples: ${most} MiB`);
console.log(`ratio: ${(many.peakMiB / few.peakMiB).toFixed(2)}`);
console.log(`archive of 1,000 samples: ${(many.bytes / 1e6).toFixed(0)} MB`);
console.log(
  `one process: ${(1000 / many.seconds).toFixed(1)} images per second, ${cpu(many, 1000)}`,
);

const before = performance.now();
await Promise.all([costOf(200, 512), costOf(200, 512)]);
const together = 400 / ((performance.now() - before) / 1000);
console.log(`two processes: ${together.toFixed(1)} images per second`);

const fields = createFields(512);
const request = { findings: [], view: "pa", sex: undefined, noise: undefined } as const;
const { pixels } = drawFilm(request, { seed: 1, sample: 0, size: 512, fields });
const encoder = createPngEncoder(512);
const rounds = 100;
const start = process.cpuUsage().user;
for (let round = 0; round < rounds; round++) encoder.grey(pixels);
const each = (process.cpuUsage().user - start) / 1000 / rounds;
console.log(
  `PNG encoding alone: ${(1000 / each).toFixed(1)} images per second, ${each.toFixed(2)} ms`,
);
console.log(`64 pixels, including masks and metadata: ${cpu(await costOf(3000, 64), 3000)}`);
