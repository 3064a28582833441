import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

// Other versions are installed under other names, and have commands of the same name. On Windows, commands are files
// of npm's own, and not links.
test.skipIf(process.platform === "win32").for(["typescript:tsc", "npm:npm"])(
  "the command of %s is that of this very package",
  (each) => {
    const [name, command] = each.split(":");
    const linked = realpathSync(`${root}node_modules/.bin/${command}`);
    expect(linked, "run npm ci").toContain(`/node_modules/${name}/`);
  },
);
