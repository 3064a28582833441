import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { expect, onTestFinished, test } from "vitest";
import { lateModules } from "../scripts/late-modules.ts";

/** Bundles a program as the package is bundled, and returns its text and its default export. */
async function bundle(contents: string): Promise<{ text: string; value: unknown }> {
  const folder = await mkdtemp(join(tmpdir(), "late-modules-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const outfile = join(folder, "program.mjs");
  await build({
    stdin: { contents, loader: "ts", resolveDir: import.meta.dirname },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    plugins: [lateModules],
    banner: {
      js: 'import { createRequire as $createRequire } from "node:module"; const require = $createRequire(import.meta.url);',
    },
  });
  const text = await readFile(outfile, "utf8");
  return { text, value: (await import(pathToFileURL(outfile).href)).default };
}

test("functions, classes, members and constants of late modules are those of the modules", async () => {
  const { value } = await bundle(`
    import { readFile } from "node:fs/promises";
    import { createHash } from "node:crypto";
    import net, { isIP } from "node:net";
    import { Deflate, strToU8 } from "fflate";
    import ipaddr from "ipaddr.js";
    const chunks = [];
    new Deflate((chunk) => chunks.push(chunk)).push(strToU8("a"), true);
    export default [
      typeof (await readFile(new URL(import.meta.url), "utf8")),
      createHash("sha256").update("a").digest("hex").slice(0, 4),
      isIP("::1"),
      net.isIP("1.1.1.1"),
      chunks.length > 0,
      ipaddr.parse("::1") instanceof ipaddr.IPv6,
      ipaddr.parse("10.0.0.1").match(ipaddr.IPv4.parseCIDR("10.0.0.0/8")),
    ];
  `);
  expect(value).toEqual(["string", "ca97", 6, 4, true, true, true]);
});

test("only the exports that are used are read", async () => {
  const { text } = await bundle(`
    import { parseArgs } from "node:util";
    export default parseArgs({ args: [] }).positionals;
  `);
  expect(text).toContain(".parseArgs");
  expect(text).not.toContain("TextDecoder");
});

test("a late module is loaded with its first call", async () => {
  // fflate fills its tables when it is loaded.
  const { value } = await bundle(`
    import { strToU8 } from "fflate";
    let loaded = 0;
    const { Uint16Array: Original } = globalThis;
    globalThis.Uint16Array = new Proxy(Original, { construct: (of, rest) => (loaded++, new of(...rest)) });
    const before = loaded;
    strToU8("a");
    globalThis.Uint16Array = Original;
    export default [before, loaded > 0];
  `);
  expect(value).toEqual([0, true]);
});
