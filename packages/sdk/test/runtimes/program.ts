import { KEY } from "../installed-package.ts";

/** A module that exports `check`, which tests the package in a runtime. */
export const CHECK: string = `
import { NotFoundError, Sinkove } from "@sinkove/sdk";
const FILE = "a dataset, in bytes";

export async function check(baseUrl) {
  const sinkove = new Sinkove({ apiKey: "${KEY}", baseUrl, maxRetries: 0 });
  const download = async () => {
    const bytes = await sinkove.datasets.download("new");
    if (new TextDecoder().decode(bytes) !== FILE) return "wrong";
    const fs = globalThis.process?.getBuiltinModule?.("node:fs");
    // Workers have a file system that programs cannot keep anything in.
    if (!fs || globalThis.navigator?.userAgent === "Cloudflare-Workers") return "memory";
    await sinkove.datasets.download("new", "a.zip", { strategy: "replace" });
    return fs.readFileSync("a.zip", "utf8") === FILE ? "memory, file" : "wrong";
  };
  const cells = {
    list: async () => (await sinkove.datasets.list().all())[0].id === "old",
    create: async () =>
      (await sinkove.datasets.create({ modelId: "m", numSamples: 1, args: {} })).id === "new",
    wait: async () => (await sinkove.datasets.wait("new")).id === "new",
    download,
    error: async () => {
      const { error } = await sinkove.datasets.get("gone").safe();
      const thrown = await sinkove.datasets.get("gone").catch((reason) => reason);
      return error instanceof NotFoundError && thrown instanceof NotFoundError;
    },
  };
  const row = {};
  for (const [name, run] of Object.entries(cells)) {
    const result = await run().catch((error) => String(error.message));
    row[name] = result === true ? "✓" : String(result);
  }
  return row;
}
`;
