import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pythonWith } from "@sinkove/python";

const CONTRACT = fileURLToPath(import.meta.resolve("@sinkove/openapi/openapi.json"));

/** What is walked over, and how far. */
export interface Walk {
  /** An origin, with no `/v1`. */
  readonly url: string;
  /** A key with full access, to a server that has no other use than this. */
  readonly key: string;
  /** The most cases that chance makes for each operation, beside those that follow from the schemas. */
  readonly casesPerOperation: number;
  /** Repeats a walk. Default: another each time. */
  readonly seed?: string;
}

/** What came of a walk. */
export interface WalkReport {
  readonly cases: number;
  /** How many operations were asked, of how many that there are. */
  readonly operations: { readonly tested: number; readonly total: number };
  /** What failed: a check, and the operations that it failed on. Empty where all is well. */
  readonly failures: readonly string[];
  /** For the same walk again. */
  readonly seed: string;
  /** What Schemathesis printed; it shows how each failure is made again, with no key in it. */
  readonly text: string;
}

/** The members that are used of Schemathesis' own report. */
interface Report {
  readonly complete: boolean;
  readonly exit_code: number;
  readonly operations: WalkReport["operations"];
  readonly test_cases: { readonly generated: number };
  readonly failures: readonly { readonly title: string; readonly operations: readonly string[] }[];
  readonly errors: readonly unknown[];
}

/**
 * Lets Schemathesis look for requests whose answers break the contract: every check, on data that the contract
 * allows and data that it does not, in chains of requests too.
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
  throw new Error(`Schemathesis came to no end:\n${text}`);
}

function reportOf(report: Report, text: string): WalkReport {
  const { operations, test_cases, failures, errors } = report;
  const told = failures.map((each) => `${each.title}: ${each.operations.join(", ")}`);
  told.push(...errors.map((error) => JSON.stringify(error)));
  if (!report.complete || (report.exit_code !== 0 && told.length === 0)) failed(text);
  // In the report it is a number of more digits than JavaScript's numbers have.
  const seed = /^Seed: (\d+)$/m.exec(text)?.[1] ?? "";
  return { cases: test_cases.generated, operations, failures: told, seed, text };
}

interface Place {
  readonly folder: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** Schemathesis ends with 1 where it has found something: what it found is in its report. */
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
