import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import { describe, expect, test } from "vitest";
import { parseApiKey } from "../src/index.ts";
import vectors from "../test-vectors.json" with { type: "json" };

const root = new URL("..", import.meta.url);
const entry = fileURLToPath(new URL("src/index.ts", root));

async function bundle(options: BuildOptions): Promise<string> {
  const result = await build({ bundle: true, write: false, logLevel: "silent", ...options });
  return result.outputFiles?.[0]?.text ?? expect.fail("esbuild wrote nothing");
}

describe("the whole package", () => {
  test("is at most 1.5 KiB, minified and gzipped", async () => {
    const code = await bundle({ entryPoints: [entry], minify: true, format: "esm" });
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(1536);
  });

  test("adds no code if nothing of it is used", async () => {
    const contents = `import "./src/index.ts";`;
    const code = await bundle({
      stdin: { contents, resolveDir: fileURLToPath(root) },
      format: "esm",
    });
    expect(code.trim()).toBe("");
  });

  test("needs nothing but ECMAScript, and a source of randomness when a key is generated", async () => {
    const code = await bundle({ entryPoints: [entry], format: "iife", globalName: "apiKey" });
    const use = `
      const secret = apiKey.generateApiKey("test", { random: (bytes) => bytes.fill(7) });
      JSON.stringify([secret, apiKey.diagnoseApiKey(secret), apiKey.redact(secret)]);`;
    const [secret, fault, redacted] = JSON.parse(runInNewContext(code + use, {}));
    expect(parseApiKey(secret)).toBeDefined();
    expect([fault, redacted]).toEqual([null, "sinkove_test_…"]);
  });

  test.each([
    ["required from CommonJS", "commonjs", 'require("@sinkove/api-key")'],
    ["imported", "module", 'await import("@sinkove/api-key")'],
  ])("as built works when it is %s by its name", (_, type, load) => {
    const code = `const { generateApiKey, parseApiKey } = ${load};
      console.log(parseApiKey(generateApiKey("live")).environment);`;
    const output = execFileSync(process.execPath, [`--input-type=${type}`, "-e", code], {
      cwd: root,
      encoding: "utf8",
    });
    expect(output).toBe("live\n");
  });
});

describe("the README", () => {
  const readme = readFileSync(new URL("README.md", root), "utf8");

  test("shows what its example prints", async () => {
    const contents = readme.match(/```ts\n(.*?)```/s)?.[1] ?? expect.fail("no example");
    const code = await bundle({
      stdin: { contents, resolveDir: fileURLToPath(root), loader: "ts" },
      alias: { "@sinkove/api-key": entry },
      format: "iife",
    });
    const printed: unknown[] = [];
    runInNewContext(code, { crypto, console: { log: (value: unknown) => printed.push(value) } });
    const shown = [...contents.matchAll(/console\.log\(.*\/\/ (.*)$/gm)].map(([, text]) => text);
    expect(printed.map(String)).toEqual(shown);
  });

  test("has the fix for each reason", () => {
    const reasons = [...readme.matchAll(/^\| `(\w+)` \| .+ \| .+ \|$/gm)].map(([, name]) => name);
    const tested = [...vectors.diagnoseApiKey, ...vectors.diagnoseAuthorization]
      .map(({ reason }) => reason)
      .filter((reason) => reason !== null);
    expect(reasons.toSorted()).toEqual([...new Set([...tested, "unknown"])].toSorted());
  });
});

test("the test vectors hold for parseApiKey", () => {
  for (const { secret, ...parts } of vectors.parse) expect(parseApiKey(secret)).toEqual(parts);
});
