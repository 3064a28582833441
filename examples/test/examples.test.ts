import { normalize } from "@sinkove/playground/real-programs";
import { describe, test } from "vitest";
import { exampleFiles, useProgramTests } from "./programs.ts";

/** What curl tells of a transfer whose output goes to a file, unless it is told to be silent. */
const CURL_PROGRESS = /^ {2}% Total[\s\S]*$/;

const { programs, newWorld } = useProgramTests();

/** All but one, which prints times and paths and has a test of its own. */
const files = exampleFiles().filter(({ file }) => file !== "open-telemetry.ts");

describe("each example, in a world that nothing has touched,", () => {
  test.concurrent.for(files)(
    "prints what expected/ has of it: $file",
    // One of them sends requests until there are too many, which a busy machine does slowly.
    { timeout: 240_000 },
    async ({ file, language, code }, { expect, skip }) => {
      const obstacle = programs().obstacle(language, code);
      if (obstacle !== undefined) skip(obstacle);
      const environment = await newWorld();
      const { stdout, stderr, status } = await programs().run(language, code, environment);
      expect({ stderr: stderr.replace(CURL_PROGRESS, ""), status }).toEqual({
        stderr: "",
        status: 0,
      });
      // `vitest run -u` writes what is printed now: read it before it is committed.
      await expect(normalize(stdout, environment.SINKOVE_API_URL ?? "")).toMatchFileSnapshot(
        `../expected/${file}.txt`,
      );
    },
  );
});
