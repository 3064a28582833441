import { describe, expect, test } from "vitest";
import { run, visitBareSite } from "./visited-site.ts";

const site = visitBareSite();

describe("a program", () => {
  test("leaves its variables to the next one, in every language", async () => {
    await run(site.page, "ts", 'process.env.A = "1";');
    await run(site.page, "sh", 'export B="$A"2; C=not-exported');
    await run(site.page, "py", 'import os\nos.environ["D"] = os.environ["B"] + "3"');
    const { stdout } = await run(site.page, "ts", "console.log(process.env.D, process.env.C)");
    expect(stdout).toBe("123 undefined\n");
  });

  test.each([
    ["ts", "for (;;) {}"],
    ["ts", "await new Promise((resolve) => setTimeout(resolve, 1e6))"],
    ["sh", "while true; do :; done"],
    ["py", "while True: pass"],
  ])("is stopped, and the next one runs: %s, %s", async (language, code) => {
    expect((await run(site.page, language, code, { stopAfter: 1000 })).kind).toBe("stopped");
    const print =
      language === "sh" ? "echo on" : language === "py" ? 'print("on")' : 'console.log("on")';
    expect((await run(site.page, language, print)).stdout).toBe("on\n");
  });

  test("that does not end is stopped", async () => {
    expect((await run(site.page, "ts", "for (;;) {}")).kind).toBe("timeout");
  });

  test("with types runs, and its errors name its lines", async () => {
    const { stdout, stderr, status } = await run(
      site.page,
      "ts",
      `interface Named { readonly name: string }
const one: Named = { name: "x" };
console.log((one as Named).name satisfies string, { nested: { list: [1, "two"] } });
throw new Error("at line four");`,
    );
    expect(stdout).toBe("x { nested: { list: [ 1, 'two' ] } }\n");
    expect(stderr).toContain("Error: at line four\n    at example.ts:4:");
    expect(status).toBe(1);
  });

  test("runs until none of its work is pending, as in Node", async () => {
    const code = `setTimeout(() => console.log("later"), 50);
fetch(process.env.SINKOVE_API_URL + "/v1/openapi").then(() => console.log("answered"));
console.log("first");`;
    const { stdout } = await run(site.page, "ts", code);
    expect(stdout.split("\n").sort()).toEqual(["", "answered", "first", "later"]);
  });

  test.each([
    ["ts", 'import fs from "left-pad";', 'The module "left-pad" is not available in this page'],
    ["ts", "\nconst = 1;", "example.ts:2\nconst = 1;\n      ^\n\nSyntaxError: Unexpected token"],
    [
      "ts",
      "const one: number = 1;\nif (one {",
      "example.ts:2\nif (one {\n        ^\n\nSyntaxError: ",
    ],
    ["ts", 'console.log("é";', "example.ts:1\n"],
    ["ts", "await fetch;\nreturn 1;", "example.ts:2\nreturn 1;\n"],
    ["ts", "\nJSON.parse('{bad');", "at example.ts:2:6"],
    ["ts", "Promise.reject(new Error('nobody caught it'));", "nobody caught it"],
    ["sh", "ls *", "wildcards"],
    ["py", "def f(:\n  pass", "SyntaxError"],
    ["py", "import numpy", "ModuleNotFoundError"],
    ["py", "input('Name? ')", "EOFError: input() cannot read anything in this page"],
    ["py", "import sys\nassert sys.stdin.read() == ''\nexit(3)", ""],
    ["sh", "echo a\nif true; then\n", "line 3: "],
  ])("that is invalid reports the error: %s, %s", async (language, code, message) => {
    const { stderr, status } = await run(site.page, language, code);
    expect(stderr).toContain(message);
    expect(status).not.toBe(0);
  });

  test("leaves the files that it wrote, in every language", async () => {
    const ts = `import { writeFile, readFile } from "node:fs/promises";
await writeFile("a.txt", "four");
console.log(await readFile("a.txt", "utf8"));`;
    expect((await run(site.page, "ts", ts)).files).toEqual([["a.txt", 4]]);
    expect((await run(site.page, "sh", "echo four > b.txt")).files).toEqual([["b.txt", 5]]);
    const py = 'open("c.txt", "w").write("four")';
    const { files } = await run(site.page, "py", py);
    expect(files.map(([name, size]) => [name.split("/").at(-1), size])).toEqual([["c.txt", 4]]);
  });

  test("cannot fill the page with its output", async () => {
    const { stdout, stderr } = await run(
      site.page,
      "ts",
      'for (let i = 0; i < 1e5; i++) console.log("x".repeat(99))',
    );
    expect(stdout.length).toBe(1_000_000);
    expect(stderr).toContain("the rest of the output is not shown");
  });

  test("reaches only its target", async () => {
    const { stderr } = await run(site.page, "ts", 'await fetch("/index.js")');
    expect(stderr).toContain("programs in this page can only send requests to");
    const curl = await run(site.page, "sh", "curl -sS http://127.0.0.1:1/; echo $?");
    expect(curl.stdout).toBe("7\n");
    expect(curl.stderr).toContain("cannot be reached");
  });
});

describe("a target that does not respond", () => {
  test.each([
    ["ts", "await fetch(process.env.SINKOVE_API_URL)", "No response from http://127.0.0.1:4010"],
    [
      "ts",
      'import { Sinkove } from "@sinkove/sdk";\nawait new Sinkove({ maxRetries: 0 }).me();',
      "No response from http://127.0.0.1:4010",
    ],
    ["sh", 'curl -sS "$SINKOVE_API_URL"', "Failed to connect to 127.0.0.1:4010"],
    ["py", "import sinkove as sk\nsk.client(max_retries=0).me()", "ConnectionError"],
  ])("is named, with what to check: %s, %s", async (language, code, message) => {
    await site.context.route("http://127.0.0.1:4010/**", (route) =>
      route.abort("connectionrefused"),
    );
    await site.page.evaluate(() =>
      // The bare page defines this global.
      (
        globalThis as unknown as { playground: { choose: (choice: object) => void } }
      ).playground.choose({ kind: "mock", apiUrl: "" }),
    );
    const { stderr, status } = await run(site.page, language, code);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("Failed to fetch");
    expect(stderr).toContain(`Start the mock server there (see ${site.origin}/guides/testing)`);
    expect(status).not.toBe(0);
  });
});
