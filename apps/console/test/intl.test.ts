import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const src = fileURLToPath(new URL("../src/", import.meta.url));

// The first use of `Intl` takes a phone 50 ms. src/ui/number-text.ts and src/ui/time-text.ts format numbers and times
// without it. Only exact times, which are shown on demand, need it.
it("uses no Intl while a page opens", () => {
  const users = globSync("**/*.{ts,tsx}", { cwd: src, exclude: ["**/*.test.ts", "host/**"] })
    .filter((file) =>
      /\bIntl\.\w+\(|new Intl\.|\.toLocale|\.localeCompare\(/.test(
        readFileSync(`${src}${file}`, "utf8"),
      ),
    )
    .map((file) => file.replaceAll("\\", "/"));
  expect(users).toEqual(["ui/time-text.ts"]);
});
