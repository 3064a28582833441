import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { createSandbox, type Sandbox } from "@sinkove/mock-server";
import { openRealPrograms, type RealPrograms } from "@sinkove/playground/real-programs";
import { afterAll, beforeAll } from "vitest";

/** A file of this folder that a page can show. */
export interface ExampleFile {
  /** Such as `list-datasets.ts`. */
  readonly file: string;
  readonly language: "ts" | "sh" | "py";
  readonly code: string;
}

const folder = fileURLToPath(new URL("..", import.meta.url));

/** Every program, in all languages. */
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

/** What the tests of a file run programs with. */
export interface ProgramTests {
  readonly programs: () => RealPrograms;
  /** The address and key of a new world, as environment variables. */
  readonly newWorld: () => Promise<Readonly<Record<string, string>>>;
}

/** Starts a mock server and finds the real programs before the tests of a file, and ends both after them. */
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
