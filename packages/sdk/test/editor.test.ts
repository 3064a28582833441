import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installPackage, type Project } from "./installed-package.ts";

// Tests what an editor shows of the installed package. `«…»` marks the position of a cursor.
const PROGRAM = `
import { Sinkove } from "@sinkove/sdk";
const sinkove = new Sinkove();
const «hover»dataset = await sinkove.datasets.get("id");
const «hover of a result»result = await sinkove.datasets.get("id").safe();
sinkove.datasets.create(«arguments»);
sinkove.datasets.create({ «members» });
sinkove.datasets.list({ «filters» });
sinkove.datasets.list({ state: "«states»" });
const «hover of a list»list = sinkove.organizations.datasets("id").list();
`;
const CURSOR = /«([^»]*)»/;

let project: Project;
let service: ts.LanguageService;
let file: string;
const cursors = new Map<string, number>();

beforeAll(async () => {
  project = await installPackage();
  file = join(project.folder, "program.mts");
  let text = PROGRAM;
  for (let match = CURSOR.exec(text); match; match = CURSOR.exec(text)) {
    cursors.set(match[1] ?? "", match.index);
    text = text.replace(match[0], "");
  }
  service = ts.createLanguageService({
    getCompilationSettings: () => ({
      strict: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
      types: [],
    }),
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const content = name === file ? text : ts.sys.readFile(name);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => project.folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: (name) => ts.sys.realpath?.(name) ?? name,
  });
}, 60_000);
afterAll(() => project.remove());

function at(cursor: string): number {
  const position = cursors.get(cursor);
  if (position === undefined) throw new Error(`The program has no cursor «${cursor}».`);
  return position;
}

function hover(cursor: string): string {
  const info = service.getQuickInfoAtPosition(file, at(cursor));
  return ts.displayPartsToString(info?.displayParts);
}

/** Returns the completions at a cursor with their descriptions. */
function offered(cursor: string): Map<string, string> {
  const { entries = [] } = service.getCompletionsAtPosition(file, at(cursor), {}) ?? {};
  return new Map(
    entries.map(({ name }) => {
      const details = service.getCompletionEntryDetails(
        file,
        at(cursor),
        name,
        undefined,
        undefined,
        undefined,
        undefined,
      );
      return [name, ts.displayPartsToString(details?.documentation)];
    }),
  );
}

test("a hover shows the name of a type, and not its members", () => {
  expect(hover("hover")).toBe("const dataset: Dataset");
  expect(hover("hover of a list")).toBe("const list: List<Dataset>");
  expect(hover("hover of a result")).toBe("const result: Result<Dataset, GetDatasetCode>");
});

test("a call shows what it returns, and each argument with its limits", () => {
  const help = service.getSignatureHelpItems(file, at("arguments"), undefined);
  const [item] = help?.items ?? [];
  expect(ts.displayPartsToString(item?.suffixDisplayParts)).toBe(
    "): Call<Dataset, CreateDatasetCode>",
  );
  const [body, options] = item?.parameters ?? [];
  expect(ts.displayPartsToString(body?.displayParts)).toBe("body: CreateDatasetBody");
  const told = ts.displayPartsToString(body?.documentation);
  for (const name of ["modelId", "numSamples", "args", "organizationId"])
    expect(told).toContain(`\`${name}\``);
  expect(told.replaceAll(/\s+/g, " ")).toContain("A model may allow fewer. 1 to 1000.");
  expect(ts.displayPartsToString(options?.documentation)).toContain("time limits");
});

test("the members of a body and of a query are offered, with their limits and defaults", () => {
  const members = offered("members");
  for (const name of ["modelId", "numSamples", "args", "organizationId"])
    expect(members.get(name), name).not.toBe("");
  expect(members.get("numSamples")).toMatch(/1 to\s1000\./);
  expect(members.get("args")).toContain("argsSchema");
  const filters = offered("filters");
  expect([...filters.keys()]).toEqual(
    expect.arrayContaining(["state", "modelId", "createdAfter", "createdBefore", "limit"]),
  );
  expect(filters.get("limit")).toContain("1 to 500. Default: 100.");
});

test("the states of a dataset are offered", () => {
  expect([...offered("states").keys()].sort()).toEqual(
    ["EXPIRED", "FAILED", "PENDING", "READY", "STARTED"].sort(),
  );
});
