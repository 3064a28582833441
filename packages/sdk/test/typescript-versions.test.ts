import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installPackage, type Project } from "./installed-package.ts";

// Users' compilers must accept the published types. This repository contains one version of TypeScript, because two
// cannot share a name, so the others are installed beside the package.
const VERSIONS = ["5.9.3", "6.0.3", "7.0.2"];

const PROGRAM = `
  import { type Dataset, NotFoundError, Sinkove } from "@sinkove/sdk";
  import { unwrap } from "@sinkove/sdk/webhooks";
  export async function first(): Promise<Dataset | undefined> {
    for await (const dataset of new Sinkove().datasets.list({ state: "READY" })) return dataset;
    return undefined;
  }
  export async function state(id: string): Promise<string | undefined> {
    const { data, error } = await new Sinkove().datasets.get(id).safe();
    if (error instanceof NotFoundError || error?.code === "DATASET_NOT_FOUND") return "gone";
    // @ts-expect-error: an operation has its own codes only
    if (error?.code === "INSUFFICIENT_CREDITS") return "poor";
    return data?.metadata?.state;
  }
  export const expiring = (expiresAt?: Date, scopes?: undefined) =>
    new Sinkove().apiKeys.create({ name: "a", expiresAt, scopes });
  export const event = (body: string, headers: Headers) => unwrap(body, headers, "whsec_");
  export const credits = async () =>
    (await new Sinkove().http.GET("/organizations", { params: { query: { limit: 1 } } })).data;`;

let project: Project;
beforeAll(async () => {
  const compilers = VERSIONS.map((v) => `typescript-${v}@npm:typescript@${v}`);
  project = await installPackage(...compilers, "@types/node@24");
  await writeFile(join(project.folder, "types.mts"), PROGRAM);
  await writeFile(join(project.folder, "types.cts"), PROGRAM);
}, 180_000);
afterAll(() => project.remove());

const GLOBALS = [
  ["the DOM", { types: [], lib: ["es2023", "dom", "dom.asynciterable"] }],
  ["Node", { types: ["node"], lib: ["es2023"] }],
] as const;

test.each(VERSIONS.flatMap((version) => GLOBALS.map((globals) => [version, ...globals] as const)))(
  "TypeScript %s checks its declarations with the types of %s, in ESM and CommonJS",
  async (version, _, globals) => {
    const compilerOptions = {
      ...{ noEmit: true, strict: true, skipLibCheck: false, target: "es2022", module: "nodenext" },
      ...{ exactOptionalPropertyTypes: true, ...globals },
    };
    const config = JSON.stringify({ compilerOptions, files: ["types.mts", "types.cts"] });
    const compiler = join(project.folder, `node_modules/typescript-${version}/bin/tsc`);
    const said = await project
      .run("tsconfig.json", config, [process.execPath, compiler, "-p"])
      .catch(({ stdout, message }: Error & { stdout?: string }) => stdout ?? message);
    expect(said).toBe("");
  },
  120_000,
);
