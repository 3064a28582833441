import { normalize } from "@sinkove/playground/real-programs";
import { describe, test } from "vitest";
import { exampleFiles, useProgramTests } from "./programs.ts";

/** The progress that curl prints when it writes to a file, unless it is silent. */
const CURL_PROGRESS = /^ {2}% Total[\s\S]*$/;

const { programs, newWorld } = useProgramTests();

/** All examples except one, which prints times and paths and has its own test. */
const files = exampleFiles().filter(({ file }) => file !== "open-telemetry.ts");

describe("each example, in a new sandbox,", () => {
  test.concurrent.for(files)(
    "prints its file in expected/: $file",
    // One example sends requests until it exceeds the rate limit, which takes long on a busy machine.
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
      // `vitest run -u` updates the file. Review the change before you commit it.
      await expect(normalize(stdout, environment.SINKOVE_API_URL ?? "")).toMatchFileSnapshot(
        `../expected/${file}.txt`,
      );
    },
  );
});
