// Trains on archives with the real PyTorch, which is too large for the tests (3 GB with CUDA): with forked and spawned
// DataLoader workers, and with the guide's program. Needs a Python that has torch, numpy, pillow and httpx:
//
//   npm run soak -- torch --python ~/torch/bin/python
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createSandbox } from "@sinkove/mock-server";
import { Sinkove } from "@sinkove/sdk";

const root = join(import.meta.dirname, "../..");
const CHEST_XRAY_V2 = "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2";

const { values } = parseArgs({ options: { python: { type: "string" } } });
const { python } = values;
if (python === undefined)
  throw new Error("Pass --python with the path of a Python that has torch.");

const folder = await mkdtemp(join(tmpdir(), "sinkove-soak-"));
try {
  const normal = await generate("Normal chest X-ray");
  const large = await generate("Severe cardiomegaly with bilateral pneumonia");
  const methods = process.platform === "win32" ? ["spawn"] : ["fork", "spawn", "forkserver"];
  await run(python, ["packages/sdk-python/tests/torch_program.py", large, ...methods]);
  await run(python, ["examples/training/pytorch.py", normal, large]);
} finally {
  await rm(folder, { recursive: true });
}

async function generate(prompt: string): Promise<string> {
  await using sandbox = await createSandbox();
  const sinkove = new Sinkove({ ...sandbox });
  const { id } = await sinkove.datasets.create({
    modelId: CHEST_XRAY_V2,
    numSamples: 24,
    args: { prompt, seed: 7 },
  });
  await sandbox.clock.advance("PT1H");
  await sinkove.datasets.wait(id);
  const path = join(folder, `${id}.zip`);
  await sinkove.datasets.download(id, path);
  return path;
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const env = { ...process.env, PYTHONPATH: join(root, "packages/sdk-python/src") };
  const child = spawn(program, args, { cwd: root, env, stdio: "inherit" });
  const [status] = await once(child, "close");
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}.`);
}
