import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A file that contains the version of a package.json, because it cannot read that file when it runs. */
interface Copy {
  readonly package: string;
  readonly file: string;
  /** The text right before and right after the version. */
  readonly around: readonly [before: string, after: string];
}

const COPIES: readonly Copy[] = [
  {
    package: "packages/generator",
    file: "src/version.ts",
    around: ['GENERATOR_VERSION = "', '"'],
  },
  { package: "packages/sdk", file: "src/version.ts", around: ['VERSION = "', '"'] },
  {
    package: "packages/sdk-python",
    file: "src/sinkove/_version.py",
    around: ['__version__ = "', '"'],
  },
  {
    package: "packages/sdk-python",
    file: "pyproject.toml",
    around: ['[project]\nname = "sinkove-sdk"\nversion = "', '"'],
  },
];

/**
 * Writes the version of each package.json to the source files that contain it.
 *
 * @param root the folder of the repository
 * @returns the files that had another version
 * @throws Error if a file does not contain exactly one version, or the version is invalid for Python
 */
export function writeVersions(root: string): readonly string[] {
  return COPIES.flatMap((copy) => {
    const file = join(copy.package, copy.file);
    const path = join(root, file);
    const text = readFileSync(path, "utf8");
    const updated = withVersion(text, versionFor(root, copy), { ...copy, file });
    if (updated === text) return [];
    writeFileSync(path, updated);
    return [file];
  });
}

function versionFor(root: string, copy: Copy): string {
  const manifest = join(copy.package, "package.json");
  const { version } = JSON.parse(readFileSync(join(root, manifest), "utf8"));
  if (copy.package === "packages/sdk-python" && !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error(
      `${manifest} has the version ${version}, which npm and PyPI write in different ways. Use three numbers, such as 1.2.3.`,
    );
  }
  return version;
}

function withVersion(
  text: string,
  version: string,
  { file, around: [before, after] }: Copy,
): string {
  const [head, rest, ...more] = text.split(before);
  const end = rest?.indexOf(after) ?? -1;
  if (rest === undefined || end < 0 || more.length > 0) {
    throw new Error(
      `${file} must have ${JSON.stringify(before)} exactly once, with a version after it. Correct the file, or its entry in scripts/write-versions.ts.`,
    );
  }
  return `${head}${before}${version}${rest.slice(end)}`;
}
