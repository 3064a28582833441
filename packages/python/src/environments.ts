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

/** A virtual environment with a set of packages. */
export interface Environment {
  readonly name: EnvironmentName;
  /** The purpose, which completes the message "Installing …". */
  readonly purpose: string;
  /** The oldest Python release that the packages support. */
  readonly minor: Minor;
  /** The path of the requirements file, which has the version and the hashes of every package. */
  readonly requirements: string;
}

function environment(name: EnvironmentName, purpose: string, minor: Minor = 10): Environment {
  const requirements = join(import.meta.dirname, `../requirements/${name}.txt`);
  return { name, purpose, minor, requirements };
}

/** The environments that tests need. */
export const environments: readonly Environment[] = [
  environment("sdk", "the Python tools for the SDK tests"),
  environment("pytest", "pytest for the mock server's recipe"),
  environment("fastapi", "FastAPI for the recipe of the documentation", 11),
  environment("schemathesis", "Schemathesis for the contract tests"),
  environment("s3-server", "an S3 server for the archive tests"),
  environment("prometheus", "Prometheus' own parser for the metrics tests"),
  environment("official-client", "Sinkove's official Python client", 12),
];

/** The environment of `npm run release`, which creates it on first use. No test needs it. */
const releaseEnvironment = environment("release", "the Python tools for releases");

export function environmentOf(name: EnvironmentName): Environment {
  const found = [...environments, releaseEnvironment].find((each) => each.name === name);
  if (found === undefined) throw new Error(`Unknown Python environment ${name}.`);
  return found;
}
