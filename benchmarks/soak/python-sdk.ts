// Runs the trials of the Python SDK at many more moments: cancellations on asyncio and trio, `kill -9` during a download,
// processes, threads and tasks that share a path, and forks. `npm run soak -- python-sdk [ROUNDS]`.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const [rounds = "200"] = process.argv.slice(2);
const sdk = join(import.meta.dirname, "../../packages/sdk-python");
const trials = ["test_trials.py", "test_shared_downloads.py", "test_fork.py"];
const { status } = spawnSync(
  process.execPath,
  ["scripts/python.ts", "-m", "pytest", ...trials.map((file) => `tests/${file}`)],
  { cwd: sdk, env: { ...process.env, SINKOVE_TRIALS: rounds }, stdio: "inherit" },
);
process.exitCode = status ?? 1;
