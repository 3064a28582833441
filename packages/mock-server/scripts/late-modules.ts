import { createRequire } from "node:module";
import type { Plugin } from "esbuild";

const require = createRequire(import.meta.url);

/**
 * Modules that a start does not need. Each is loaded when one of its functions is first called: `node:fs/promises` loads
 * `readline`, fflate fills tables, and ipaddr.js parses ranges.
 */
const LATE = ["node:fs/promises", "fflate", "ipaddr.js"];

/**
 * Makes the bundle load modules no earlier than it needs them. An `import` of one of Node's modules reads every export,
 * and some exports load further modules when they are read: those of `node:http` load `fetch`, those of `node:util`
 * workers. In the bundle, only the exports that are used are read, and those of {@link LATE} when they are called.
 */
export const lateModules: Plugin = {
  name: "late-modules",
  setup(build) {
    const isImported = new RegExp(`^(node:.*|${LATE.join("|").replaceAll(".", "\\.")})$`);
    build.onResolve({ filter: isImported }, ({ kind, path }) =>
      kind === "import-statement" ? { path, namespace: "late", sideEffects: false } : undefined,
    );
    build.onLoad({ filter: /./, namespace: "late" }, ({ path }) => ({
      contents: LATE.includes(path) ? lateExports(path) : usedExports(path),
      resolveDir: import.meta.dirname,
    }));
  },
};

/** Without the marks, esbuild would keep the exports that nothing uses. */
function usedExports(path: string): string {
  return [
    `const all = /* @__PURE__ */ require("${path}");`,
    "export default all;",
    ...namesIn(path).map((name) => `export const ${name} = /* @__PURE__ */ (() => all.${name})();`),
  ].join("\n");
}

/** Functions, classes among them, and a default export that has them as members. */
function lateExports(path: string): string {
  const names = namesIn(path);
  const load = `require("${path}")`;
  return [
    ...names.map(
      (name) => `export function ${name}(...rest) {
        return new.target ? new (${load}.${name})(...rest) : ${load}.${name}(...rest);
      }`,
    ),
    `export default { ${names.map((name) => `get ${name}() { return ${load}.${name}; }`).join(", ")} };`,
  ].join("\n");
}

function namesIn(path: string): string[] {
  return Object.keys(require(path)).filter((name) => name !== "default");
}
