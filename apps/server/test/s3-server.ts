import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";

const execute = promisify(execFile);

/** Exactly this one, of which no part of the server knows. */
const MOTO = "moto[server]==5.2.5";

/** Beside this package, and ignored by git. */
const FOLDER = join(import.meta.dirname, "../.venv");

/** A server that speaks the protocol of S3, gone after the test; the variables lead its clients to it. */
export async function startS3(): Promise<Record<string, string>> {
  const python = await installMoto();
  const port = await freePort();
  const child = spawn(python, ["-m", "moto.server", "-H", "127.0.0.1", "-p", `${port}`], {
    stdio: "ignore",
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error("moto ended before it answered.");
  }
  return {
    AWS_ENDPOINT_URL_S3: url,
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "fake",
    AWS_SECRET_ACCESS_KEY: "fake",
  };
}

async function installMoto(): Promise<string> {
  const python = join(FOLDER, "bin/python");
  const { SINKOVE_PYTHON = "python3" } = process.env;
  if (!existsSync(python)) await execute(SINKOVE_PYTHON, ["-m", "venv", FOLDER]);
  await execute(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", MOTO]);
  return python;
}

function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(1000) }).then(
    () => true,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
