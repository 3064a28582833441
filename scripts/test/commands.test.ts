import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

// Other versions of these packages are installed under other names, but have commands of the same name. On Windows,
// npm's commands are files instead of links.
test.skipIf(process.platform === "win32").for(["typescript:tsc", "npm:npm"])(
  "the command of %s belongs to this package",
  (each) => {
    const [name, command] = each.split(":");
    const linked = realpathSync(`${root}node_modules/.bin/${command}`);
    expect(linked, "run npm ci").toContain(`/node_modules/${name}/`);
  },
);
