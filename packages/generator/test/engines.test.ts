import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { launchChromium } from "@sinkove/chromium";
import { build, type Plugin } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { order } from "./open-archive.ts";

const entry = fileURLToPath(new URL("../src/index.ts", import.meta.url));

/** An order that uses every painter and a tilted patient, and is large enough for compressed images and masks. */
const ORDER = order(
  {
    prompt:
      "AP film: severe cardiomegaly, left pneumonia, right upper consolidation, mild effusion, right pneumothorax, left mass, right atelectasis, edema",
    seed: 20261124,
  },
  { numSamples: 1 },
);
const OPTIONS = { imageSize: 259 };

/** The SHA-256 of the archive above. If it changes because the drawing has changed, add a changeset. */
const GOLDEN = "a0b92ef100aef493e8cbab09e6d618e1d89736a861d39f458379d7d218b3e2fc";

/** An expression for the archive's bytes, to evaluate after the bundle below. */
const ARCHIVE = `[...generator.generateArchive(${JSON.stringify(ORDER)}, ${JSON.stringify(OPTIONS)})]`;

const sha256 = (chunks: readonly Uint8Array[]): string =>
  createHash("sha256").update(Buffer.concat(chunks)).digest("hex");

/** Replaces the version in archives with a fixed one, so that releases do not change the golden bytes. */
const oneVersion: Plugin = {
  name: "one-version",
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]src[\\/]version\.ts$/ }, () => ({
      contents: 'export const GENERATOR_VERSION = "0.1.0";',
    })),
};

let bundle = "";

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "generator",
    plugins: [oneVersion],
    logLevel: "silent",
  });
  bundle = outputFiles[0]?.text ?? expect.fail("esbuild wrote nothing");
});

describe("the same order", () => {
  test("gives the golden bytes, with nothing but ECMAScript", () => {
    const chunks: Uint8Array[] = runInNewContext(`${bundle};${ARCHIVE}`, {});
    expect(sha256(chunks)).toBe(GOLDEN);
  });

  test("gives them without the functions of Math that engines may compute differently", () => {
    const inexact =
      "acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow random sin sinh tan tanh";
    const forbid = `
      for (const name of ${JSON.stringify(inexact.split(" "))}) {
        Math[name] = () => { throw new Error("Math." + name); };
      }
      Date.now = () => { throw new Error("Date.now"); };`;
    const chunks: Uint8Array[] = runInNewContext(`${forbid}${bundle};${ARCHIVE}`, {});
    expect(sha256(chunks)).toBe(GOLDEN);
  });

  test.each(["Pacific/Apia", "America/St_Johns", "UTC"])(
    "gives them in the time zone %s",
    (zone) => {
      const code = `${bundle};
      const hash = require("node:crypto").createHash("sha256");
      for (const chunk of ${ARCHIVE}) hash.update(chunk);
      console.log(hash.digest("hex"));`;
      const output = execFileSync(process.execPath, ["--input-type=commonjs", "-"], {
        input: code,
        encoding: "utf8",
        env: { ...process.env, TZ: zone },
      });
      expect(output.trim()).toBe(GOLDEN);
    },
  );

  test("gives them in Chromium", async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: bundle });
      const bytes: string = await page.evaluate(
        `${ARCHIVE}.flatMap((chunk) => Array.from(chunk, (byte) => byte.toString(16).padStart(2, "0"))).join("")`,
      );
      expect(sha256([Buffer.from(bytes, "hex")])).toBe(GOLDEN);
    } finally {
      await browser.close();
    }
  });
});
