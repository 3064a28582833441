import { join } from "node:path";
import type { Minor } from "./find-python.ts";

export type EnvironmentName =
  | "sdk"
  | "pytest"
  | "fastapi"
  | "schemathesis"
  | "s3-server"
  | "prometheus"
  | "official-client"
  | "release";

/** What is installed together. */
export interface Environment {
  readonly name: EnvironmentName;
  /** What it is for, in the words of "Installing …". */
  readonly purpose: string;
  /** The oldest Python that its packages run on. */
  readonly minor: Minor;
  /** Every package with its version and hashes. */
  readonly requirements: string;
}

function environment(name: EnvironmentName, purpose: string, minor: Minor = 10): Environment {
  const requirements = join(import.meta.dirname, `../requirements/${name}.txt`);
  return { name, purpose, minor, requirements };
}

/** Those that tests need. */
export const environments: readonly Environment[] = [
  environment("sdk", "the Python tools for the SDK tests"),
  environment("pytest", "pytest for the mock server's recipe"),
  environment("fastapi", "FastAPI for the recipe of the documentation", 11),
  environment("schemathesis", "Schemathesis for the contract tests"),
  environment("s3-server", "an S3 server for the archive tests"),
  environment("prometheus", "Prometheus' own parser for the metrics tests"),
  environment("official-client", "Sinkove's official Python client", 12),
];

/** No test needs it: `npm run release` makes it when it is first used. */
const releaseEnvironment = environment("release", "the Python tools for releases");

export function environmentOf(name: EnvironmentName): Environment {
  const found = [...environments, releaseEnvironment].find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no Python environment ${name}.`);
  return found;
}
