import { existsSync, globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const src = fileURLToPath(new URL("../src/", import.meta.url));
const mantine = dirname(createRequire(import.meta.url).resolve("@mantine/core/styles.css"));
/** Components whose styles are in the files of other components. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  Menu: ["Popover", "Menu"],
  Select: ["Combobox", "Popover"],
  MultiSelect: ["Combobox", "Popover", "PillsInput", "Pill"],
  Autocomplete: ["Combobox", "Popover"],
  TagsInput: ["Combobox", "Popover", "PillsInput", "Pill"],
  Tooltip: ["Tooltip"],
};

/** Returns the components of Mantine that a file imports. */
function componentsIn(file: string): string[] {
  const code = readFileSync(`${src}${file}`, "utf8");
  const imports = [...code.matchAll(/import \{([^}]*)\} from "@mantine\/core"/g)];
  return imports.flatMap(([, names = ""]) => names.split(",").map((name) => name.trim()));
}

it("has the styles of each component of Mantine that the console uses", () => {
  const used = globSync("**/*.tsx", { cwd: src }).flatMap(componentsIn);
  const needed = new Set(used.flatMap((name) => MADE_OF[name] ?? [name]));
  const styles = readFileSync(`${src}styles.ts`, "utf8");
  const missing = [...needed]
    .filter((name) => existsSync(`${mantine}/styles/${name}.css`))
    .filter((name) => !styles.includes(`/styles/${name}.css"`));
  expect(missing).toEqual([]);
});
