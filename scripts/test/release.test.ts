import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { packPackage } from "../../packages/local-registry/src/index.ts";
import { commitEverything, copyRepository } from "../copy-repository.ts";
import { faultsOf } from "../release/check-artifacts.ts";
import { DOCS_CHANGELOG, newestVersions, releaseChangelog } from "../release/docs-changelog.ts";
import { notesOf } from "../release/make-artifacts.ts";
import { inPage, wrongVersions } from "../release/named-versions.ts";
import { type PublishedPackage, publishedPackages } from "../release/published-packages.ts";
import { writeVersions } from "../write-versions.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const manifestOf = (folder: string) => JSON.parse(read(`${folder}/package.json`));
const packages = publishedPackages(root);
const onNpm = packages.filter(({ registry }) => registry === "npm");
const onPypi = packages.filter(({ registry }) => registry === "PyPI");
const sdk: PublishedPackage = {
  name: "@sinkove/sdk",
  version: "1.2.0",
  folder: "packages/sdk",
  registry: "npm",
};
const python: PublishedPackage = {
  name: "sinkove-sdk",
  version: "1.3.0",
  folder: "packages/sdk-python",
  registry: "PyPI",
};

test("what is published is what the decision lists", () => {
  const listed = read("decisions/0032-what-is-published.md").matchAll(
    /^\| `([^`]+)` \| (npm|PyPI) \|/gm,
  );
  const expected = packages.map(({ name, registry }) => [name, registry]);
  expect([...listed].map(([, name, registry]) => [name, registry]).sort()).toEqual(expected.sort());
});

describe.each(packages)("$name", ({ folder }) => {
  const root = manifestOf(".");

  test("says where its source, its pages and its issues are", () => {
    const { homepage, bugs, repository } = manifestOf(folder);
    expect(repository).toEqual({ ...root.repository, directory: folder });
    expect(bugs).toEqual(root.bugs);
    expect(homepage).toMatch(/^https:\/\/docs\.sinkove\.com(\/|$)/);
  });

  test("has a README and the licence of the repository", () => {
    expect(read(`${folder}/README.md`)).not.toBe("");
    expect(read(`${folder}/LICENSE`)).toBe(read("LICENSE"));
  });
});

test.each(onNpm)("$name is published for everybody, with its provenance", ({ folder }) => {
  const { publishConfig, keywords } = manifestOf(folder);
  expect(publishConfig).toEqual({ access: "public", provenance: true });
  expect(keywords).toContain("sinkove");
});

test.each(onPypi)("$name is private for npm, and has the same addresses", ({ folder }) => {
  const { private: isPrivate, homepage } = manifestOf(folder);
  expect(isPrivate).toBe(true);
  const project = read(`${folder}/pyproject.toml`);
  expect(project).toContain(`Homepage = "${homepage}"`);
  expect(project).toContain(`Issues = "${manifestOf(".").bugs.url}"`);
});

describe("after `npm run release:version`", () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), "sinkove-versions-"));
    copyRepository(copy);
    commitEverything(copy);
    // There is something to release, even right after a release.
    const names = packages.map(({ folder }) => `"${manifestOf(folder).name}": minor\n`);
    const changeset = `---\n${names.join("")}---\n\nSomething new.\n`;
    writeFileSync(join(copy, ".changeset/something.md"), changeset);
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/version.ts"], {
      cwd: copy,
      encoding: "utf8",
    });
    expect({ status, printed: `${stdout}${stderr}` }).toMatchObject({ status: 0 });
  }, 300_000);
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test("every published package has a new version, and nothing names an old one", () => {
    const now = publishedPackages(copy);
    for (const [at, { name, version }] of packages.entries()) {
      expect(now[at]).toMatchObject({ name, version: expect.not.stringMatching(version) });
    }
    expect(wrongVersions(copy)).toEqual([]);
  });

  test("package-lock.json has the new versions", () => {
    const lock = JSON.parse(readFileSync(join(copy, "package-lock.json"), "utf8"));
    for (const { folder } of packages) {
      const { version } = JSON.parse(readFileSync(join(copy, folder, "package.json"), "utf8"));
      expect(lock.packages[folder].version).toBe(version);
    }
  });

  test("the contract is the one that the next change is compared with", () => {
    expect(readFileSync(join(copy, "openapi/released/openapi.json"), "utf8")).toBe(
      readFileSync(join(copy, "openapi/generated/openapi.json"), "utf8"),
    );
  });

  test("a place that was forgotten is named", () => {
    const spoil = (file: string, from: RegExp, to: string): void => {
      const path = join(copy, file);
      writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
    };
    spoil(DOCS_CHANGELOG, /`@sinkove\/sdk` \S+,/, "`@sinkove/sdk` 9.9.9,");
    spoil("packages/sdk/README.md", /$/, "npm install @sinkove/sdk@9.9.9\n");
    spoil("packages/sdk/CHANGELOG.md", /^## .*$/m, "## 9.9.9");
    spoil("packages/sdk/src/version.ts", /"\d.*"/, '"9.9.9"');
    spoil("packages/sdk-python/pyproject.toml", /^version = ".*"/m, 'version = "9.9.9"');
    expect(wrongVersions(copy)).toEqual([
      expect.stringMatching(/^packages\/sdk\/CHANGELOG.md begins with 9.9.9/),
      expect.stringMatching(/changelog.mdx must name .*It names .*`@sinkove\/sdk` 9.9.9/),
      expect.stringMatching(/README.md names @sinkove\/sdk@9.9.9, but/),
      expect.stringMatching(/version.ts had another version/),
      expect.stringMatching(/pyproject.toml had another version/),
    ]);
    expect(writeVersions(copy)).toEqual([]);
  });

  test("a version that PyPI would write in another way is refused", () => {
    const file = join(copy, "packages/sdk-python/package.json");
    const manifest = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ ...manifest, version: "1.0.0-beta.1" }));
    expect(() => writeVersions(copy)).toThrow("Use three numbers, such as 1.2.3.");
  });
});

describe("the changelog of the documentation", () => {
  const page = "---\ntitle: Changelog\n---\n\n## Unreleased\n\nMore.\n\n## 2026-01-01\n\nLess.\n";

  test("makes a release of what is unreleased", () => {
    const released = releaseChangelog(page, [sdk, python], "2026-12-01");
    expect(released).toBe(
      "---\ntitle: Changelog\n---\n\n## 2026-12-01\n\n`@sinkove/sdk` 1.2.0, `sinkove-sdk` 1.3.0.\n\nMore.\n\n## 2026-01-01\n\nLess.\n",
    );
    expect(newestVersions(released)).toBe("`@sinkove/sdk` 1.2.0, `sinkove-sdk` 1.3.0.");
  });

  test("has a release with nothing but versions if nothing is unreleased", () => {
    const released = releaseChangelog(page.replace("## Unreleased\n\nMore.\n\n", ""), [sdk], "D");
    expect(released).toContain("---\n\n## D\n\n`@sinkove/sdk` 1.2.0.\n\n## 2026-01-01\n\nLess.");
  });
});

describe("a version on a page", () => {
  const numbers = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map((each) => each.join("."));
  const mentions = [
    (version: string) => `\`@sinkove/sdk\` ${version}`,
    (version: string) => `npm install @sinkove/sdk@${version}`,
  ];

  test("is that of the package, or is reported", () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(...mentions), (version, mention) => {
        const reports = inPage("a.md", `See ${mention(version)}.`, [sdk, python]);
        expect(reports).toHaveLength(version === sdk.version ? 0 : 1);
      }),
    );
  });

  test.each([
    ["sinkove-sdk==1.0.0", 1],
    ["sinkove_sdk-1.0.0-py3-none-any.whl", 1],
    ["sinkove_sdk-1.3.0-py3-none-any.whl", 0],
    ["the official client, sinkove-sdk 0.1.2", 0],
    ["openapi-fetch 1.0.0", 0],
  ])("%s is reported %i times", (text, times) => {
    expect(inPage("a.md", text, [sdk, python])).toHaveLength(times);
  });
});

test("the notes of a release are the section of its version", () => {
  const changelog = "# a\n\n## 1.1.0\n\n### Minor\n\n- b\n\n## 1.0.0\n\n- c\n";
  expect(notesOf(changelog, "1.1.0")).toBe("### Minor\n\n- b\n");
  expect(notesOf(changelog, "1.0.0")).toBe("- c\n");
  expect(() => notesOf(changelog, "2.0.0")).toThrow("no section 2.0.0");
});

test("a tarball that lacks a file, and one without types, are faults", async () => {
  const out = mkdtempSync(join(tmpdir(), "sinkove-faults-"));
  onTestFinished(() => rmSync(out, { recursive: true, force: true }));
  const pack = (name: string, manifest: object): Promise<string> => {
    const folder = join(out, name);
    mkdirSync(folder);
    writeFileSync(join(folder, "index.js"), "export const a = 1;\n");
    writeFileSync(join(folder, "index.d.ts"), "export const a: number;\n");
    const common = { name, version: "1.0.0", type: "module", license: "MIT" };
    writeFileSync(join(folder, "package.json"), JSON.stringify({ ...common, ...manifest }));
    return packPackage(folder, out);
  };
  const entry = { types: "./index.d.ts", default: "./index.js" };
  const right = await pack("right", { exports: { ".": entry } });
  const lacking = await pack("lacking", { exports: { ".": entry, "./more": "./more.js" } });
  const untyped = await pack("untyped", { exports: "./index.js", files: ["index.js"] });
  const artifact = (name: string, file: string) => ({ ...sdk, name, files: [file] });
  expect(await faultsOf([artifact("right", right)])).toEqual([]);
  expect(await faultsOf([artifact("lacking", lacking)])).toContainEqual(
    expect.stringMatching(/^lacking: publint: .*more\.js/),
  );
  expect(await faultsOf([artifact("untyped", untyped)])).toEqual([
    "untyped: Are the Types Wrong: it has no types.",
  ]);
});
