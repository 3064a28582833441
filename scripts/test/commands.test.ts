import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

// Other versions are installed under other names, with commands of the same name. On Windows, npm's commands are files
// instead of links.
test.skipIf(process.platform === "win32").for(["typescript:tsc", "npm:npm"])(
  "the command of %s is that of this very package",
  (each) => {
    const [name, command] = each.split(":");
    const linked = realpathSync(`${root}node_modules/.bin/${command}`);
    expect(linked, "run npm ci").toContain(`/node_modules/${name}/`);
  },
);
