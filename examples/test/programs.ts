import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { createSandbox, type Sandbox } from "@sinkove/mock-server";
import { openRealPrograms, type RealPrograms } from "@sinkove/playground/real-programs";
import { afterAll, beforeAll } from "vitest";

/** A file of this folder that a page can show. */
export interface ExampleFile {
  /** For example `list-datasets.ts`. */
  readonly file: string;
  readonly language: "ts" | "sh" | "py";
  readonly code: string;
}

const folder = fileURLToPath(new URL("..", import.meta.url));

/** Returns every example in all languages. */
export function exampleFiles(): readonly ExampleFile[] {
  return (["ts", "sh", "py"] as const).flatMap((language) =>
    globSync(`*.${language}`, { cwd: folder })
      .sort()
      .map((file) => ({
        file: basename(file),
        language,
        code: readFileSync(`${folder}${file}`, "utf8"),
      })),
  );
}

/** The set-up of a test file that runs examples. */
export interface ProgramTests {
  readonly programs: () => RealPrograms;
  /** Creates a sandbox. Returns its address and key as environment variables. */
  readonly newWorld: () => Promise<Readonly<Record<string, string>>>;
}

/** Starts a mock server and opens the real programs before the tests of a file, and closes both after them. */
export function useProgramTests(): ProgramTests {
  let sandbox: Sandbox;
  let programs: RealPrograms;
  beforeAll(async () => {
    sandbox = await createSandbox({ port: 0 });
    programs = await openRealPrograms();
  });
  afterAll(async () => {
    await programs.close();
    await sandbox[Symbol.asyncDispose]();
  });
  return {
    programs: () => programs,
    async newWorld() {
      const { baseUrl, apiKey } = await sandbox.newWorld({ rateLimit: "service" });
      return { SINKOVE_API_URL: baseUrl, SINKOVE_API_KEY: apiKey };
    },
  };
}
