import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pythonWith } from "@sinkove/python";

const CONTRACT = fileURLToPath(import.meta.resolve("@sinkove/openapi/openapi.json"));

/** Options of a run. */
export interface Walk {
  /** An origin, without `/v1`. */
  readonly url: string;
  /** A key with full access to a server that is used for nothing else. */
  readonly key: string;
  /** The maximum number of random cases for each operation, besides those derived from the schemas. */
  readonly casesPerOperation: number;
  /** Repeats a run. Default: a random seed. */
  readonly seed?: string;
}

/** The result of a run. */
export interface WalkReport {
  readonly cases: number;
  /** How many operations were called, of how many. */
  readonly operations: { readonly tested: number; readonly total: number };
  /** The failed checks with their operations; empty if there are none. */
  readonly failures: readonly string[];
  /** The seed that repeats this run. */
  readonly seed: string;
  /** The output of Schemathesis, which shows how to reproduce each failure, without the key. */
  readonly text: string;
}

/** The members of Schemathesis' report that are used. */
interface Report {
  readonly complete: boolean;
  readonly exit_code: number;
  readonly operations: WalkReport["operations"];
  readonly test_cases: { readonly generated: number };
  readonly failures: readonly { readonly title: string; readonly operations: readonly string[] }[];
  readonly errors: readonly unknown[];
}

/**
 * Runs Schemathesis to find requests whose responses break the contract: all checks, on valid and invalid data, and in
 * chains of requests.
 *
 * @throws Error if Schemathesis cannot be installed, or ends without a report
 */
export async function walk({ url, key, casesPerOperation, seed }: Walk): Promise<WalkReport> {
  const python = await pythonWith("schemathesis");
  const folder = await mkdtemp(join(tmpdir(), "sinkove-schemathesis-"));
  const file = join(folder, "report.json");
  const options = [
    ...["--url", `${url}/v1`, "--header", `Authorization: Bearer ${key}`],
    ...["--checks", "all", "--max-examples", `${casesPerOperation}`, "--continue-on-failure"],
    ...["--report", "json", "--report-json-path", file, "--generation-database", "none"],
    ...(seed === undefined ? [] : ["--seed", seed]),
  ];
  try {
    const text = await run(python, ["run", CONTRACT, "--no-color", ...options], {
      folder,
      variables: { SINKOVE_API_URL: url, SINKOVE_API_KEY: key },
    });
    const report: Report = JSON.parse(await readFile(file, "utf8").catch(() => failed(text)));
    return reportOf(report, text);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function failed(text: string): never {
  throw new Error(`Schemathesis failed:\n${text}`);
}

function reportOf(report: Report, text: string): WalkReport {
  const { operations, test_cases, failures, errors } = report;
  const told = failures.map((each) => `${each.title}: ${each.operations.join(", ")}`);
  told.push(...errors.map((error) => JSON.stringify(error)));
  if (!report.complete || (report.exit_code !== 0 && told.length === 0)) failed(text);
  // The number in the report has more digits than a JavaScript number can hold.
  const seed = /^Seed: (\d+)$/m.exec(text)?.[1] ?? "";
  return { cases: test_cases.generated, operations, failures: told, seed, text };
}

interface Place {
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** Schemathesis exits with 1 if it found something; the findings are in its report. */
function run(python: string, args: readonly string[], { folder, variables }: Place) {
  const { PATH } = process.env;
  const hooks = { SCHEMATHESIS_HOOKS: "hooks", PYTHONPATH: import.meta.dirname };
  const env = { PATH, PYTHONDONTWRITEBYTECODE: "1", ...hooks, ...variables };
  const options = { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 };
  return new Promise<string>((resolve) => {
    execFile(python, ["-m", "schemathesis.cli", ...args], options, (_, stdout, stderr) =>
      resolve(stdout + stderr),
    );
  });
}
