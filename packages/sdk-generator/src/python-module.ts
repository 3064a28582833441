import { formatPython } from "./format.ts";
import type { ImportedModule, Imports } from "./imports.ts";
import { NOTICE } from "./prose.ts";

/** Returns a module, formatted like the rest of the SDK. */
export function pythonModule(
  title: string,
  imports: Imports,
  declarations: readonly string[],
): string {
  const modules = imports.list();
  const forTypes = modules.filter(({ from }) => from === "typing_extensions");
  if (forTypes.length > 0) imports.use("TYPE_CHECKING", "typing");
  const others = imports.list().filter(({ from }) => from !== "typing_extensions");
  const isLocal = ({ from }: ImportedModule): boolean => from.startsWith(".");
  const parts = [
    `"""${title}\n\n${NOTICE} \`\`npm run generate\`\`.\n"""`,
    "from __future__ import annotations",
    others
      .filter((each) => !isLocal(each))
      .map(importLine)
      .join("\n"),
    others.filter(isLocal).map(importLine).join("\n"),
    ...forTypes.map((each) => `if TYPE_CHECKING:\n    ${importLine(each)}`),
    ...declarations,
  ];
  return formatPython(parts.filter(Boolean).join("\n\n"));
}

function importLine({ from, names }: Pick<ImportedModule, "from" | "names">): string {
  return `from ${from} import ${[...names].sort(byKind).join(", ")}`;
}

/** Sorts like ruff: constants, classes, then other names. */
function byKind(a: string, b: string): number {
  const kind = (name: string): number =>
    /^[A-Z_]+$/.test(name) && name.length > 1 ? 0 : /^[A-Z]/.test(name) ? 1 : 2;
  return kind(a) - kind(b) || (a < b ? -1 : 1);
}
