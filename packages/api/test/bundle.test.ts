import { build } from "esbuild";
import { expect, it } from "vitest";

it("bundles for a browser, with neither Node's modules nor a database", async () => {
  const source = `export { createApi } from "./src/index.ts"; export { createMemoryStore } from "./src/store/memory.ts";`;
  const { metafile } = await build({
    stdin: { contents: source, resolveDir: `${import.meta.dirname}/..` },
    bundle: true,
    format: "esm",
    platform: "browser",
    metafile: true,
    write: false,
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.some((path) => path.endsWith("src/store/memory.ts"))).toBe(true);
  const foreign = inputs.filter((path) => /kysely|node_modules\/pg|store\/sql/.test(path));
  expect(foreign).toEqual([]);
});
