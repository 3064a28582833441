// Each example ends with a message if its reader has missed a step.
import type { Printed } from "@sinkove/playground/real-programs";
import { describe, expect, test } from "vitest";
import { type ExampleFile, exampleFiles, useProgramTests } from "./programs.ts";

/** No server listens on this port. */
const NO_SERVER = "http://127.0.0.1:1";
const WRONG_KEY = "sinkove_test_wrong";

const { programs, newWorld } = useProgramTests();

type Variables = Readonly<Record<string, string>>;

/** Changes the variables, by the mistake of the reader. */
const troubles: Readonly<Record<string, (world: Variables) => Variables>> = {
  "the wrong key": (world) => ({ ...world, SINKOVE_API_KEY: WRONG_KEY }),
  "no key": ({ SINKOVE_API_URL = "" }) => ({ SINKOVE_API_URL }),
  "no server": (world) => ({ ...world, SINKOVE_API_URL: NO_SERVER }),
  "a path in the address": (world) => ({
    ...world,
    SINKOVE_API_URL: `${world.SINKOVE_API_URL}/no-such-path`,
  }),
};

const shell = exampleFiles().filter(({ language }) => language === "sh");
/** Whether an example treats error responses as errors, with curl's `-f`. Other examples show an error response. */
const showsNoRefusal = ({ code }: ExampleFile) => !/curl (-sS|-X GET) /.test(code);

describe.each(Object.entries(troubles))("with %s", (_, spoil) => {
  test.concurrent.for(shell)("$file ends with a message", async (example, { expect }) => {
    const { stdout, stderr, status } = await run(example, spoil(await newWorld()));
    expect(stderr).not.toContain("Stopped by");
    expect((stdout + stderr).replaceAll(/^(null)?$/gm, "").trim()).not.toBe("");
    if (showsNoRefusal(example)) {
      expect(stderr).toContain("curl: (");
      expect(status).not.toBe(0);
    }
  });
});

test("without SINKOVE_API_URL, curl says that the URL is wrong", async () => {
  const { stderr, status } = await run(named("first-dataset.sh"), { SINKOVE_API_KEY: WRONG_KEY });
  expect(stderr).toMatch(/^curl: \(3\) /);
  expect(status).not.toBe(0);
});

test.each(["sh", "ts", "py"])(
  "download-dataset.%s ends with an error if the dataset fails",
  async (language) => {
    const example = named(`download-dataset.${language}`);
    const code = example.code.replace("cardiomegaly", "fail: show me");
    expect(code).not.toBe(example.code);
    const { stdout, stderr, status } = await run({ ...example, code }, await newWorld());
    expect(stdout + stderr).toMatch(/FAILED|asks for a failure/);
    expect(status).not.toBe(0);
  },
);

function named(file: string): ExampleFile {
  const example = exampleFiles().find((each) => each.file === file);
  if (!example) throw new Error(`examples/${file} is missing.`);
  return example;
}

/** Runs an example as "Get started" says: a pipeline fails if one of its commands fails. */
function run({ language, code }: ExampleFile, variables: Variables): Promise<Printed> {
  const program = language === "sh" ? `set -o pipefail\n${code}` : code;
  return programs().run(language, program, variables);
}
