import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { createFolder, expectOneLine, run, start } from "./server-process.ts";

test("a key from the command line works at once on the running server, and no more once revoked", async () => {
  const folder = createFolder();
  const server = await start(folder);
  const args = ["--name", "ci", "--scopes", "datasets:read", "--expires", "90d"];
  const created = await run(folder, ["keys", "create", ...args]);
  const secret = created.stdout.trim();
  expect(secret).toMatch(/^sinkove_live_\w{38}$/);
  const init = { headers: { Authorization: `Bearer ${secret}` } };
  expect((await server.get("/v1/datasets", init)).status).toBe(200);
  expect((await server.get("/v1/models", init)).status).toBe(403);

  const { id } = (await (await server.get("/v1/me", init)).json()).apiKey;
  expect((await run(folder, ["keys", "revoke", id, "--yes"])).code).toBe(0);
  const refused = await server.get("/v1/datasets", init);
  expect(await refused.json()).toMatchObject({ status: 401, code: "API_KEY_REVOKED" });
});

test("revokes a key with its descendants, and lists who created each key", async () => {
  const folder = createFolder();
  const server = await start(folder);
  const created = await run(folder, ["keys", "create", "--name", "parent"]);
  const headers = {
    Authorization: `Bearer ${created.stdout.trim()}`,
    "Content-Type": "application/json",
  };
  const body = JSON.stringify({ name: "child" });
  const child = await (await server.get("/v1/api-keys", { method: "POST", headers, body })).json();
  const parentId = child.createdBy.id;
  const { stdout } = await run(folder, ["keys", "list"]);
  expect(stdout).toMatch(new RegExp(`^${child.id}\\tchild\\t.*\\tcreated by ${parentId}$`, "m"));
  expect(stdout).toMatch(/\tparent\t.*\tcreated by -$/m);

  const revoked = await run(folder, ["keys", "revoke", parentId, "--descendants", "--yes"]);
  expect(revoked.stderr).toContain(`Revoked its descendant ${child.id} (child).`);
  const init = { headers: { Authorization: `Bearer ${child.secret}` } };
  const refused = await server.get("/v1/me", init);
  expect(await refused.json()).toMatchObject({ code: "API_KEY_REVOKED" });
});

test("lists keys without their secrets", async () => {
  const folder = createFolder();
  const server = await start(folder);
  const { stdout: secret } = await run(folder, ["keys", "create", "--name", "ci"]);
  const { stdout } = await run(folder, ["keys", "list"]);
  expect(stdout.trim().split("\n")).toHaveLength(2);
  expect(stdout).toContain("\tci\t");
  expect(stdout).not.toContain(secret.trim());
  expect(stdout).not.toContain(server.key);
});

test.each([
  [["keys"], "keys revoke or keys events"],
  [["keys", "toString"], "keys revoke or keys events"],
  [["keys", "create"], "--name is missing"],
  [["keys", "create", "--nam", "x"], "--nam"],
  [["keys", "create", "--name", "x", "--scopes", "all"], "scopes/0"],
  [["keys", "create", "--name", "x", "--expires", "2020-01-01"], "expiresAt"],
  [["keys", "revoke"], "ID is missing: keys revoke ID"],
  [["keys", "revoke", "a", "b"], "Too many arguments: keys revoke ID"],
  [["keys", "revoke", "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2"], "is final. Add --yes to confirm."],
  [["keys", "update", "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2"], "Say what to change"],
  [
    ["keys", "rotate", "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", "--grace", "soon"],
    "--grace must be",
  ],
  [["organizations", "delete", "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2"], "Add --yes to confirm."],
  [["organizations"], "organizations list, organizations create"],
  [["datasets", "retry"], "ID is missing"],
  [["datasets", "retry", "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2"], "There is no dataset"],
  [["datasets", "list", "--state", "BROKEN"], "state must be"],
  [["requests", "list", "--limit", "0"], "--limit must be"],
  [["people", "invite"], "EMAIL is missing"],
  [["keys", "revoke", "--desc", "x"], "--desc"],
  [["keys", "revoke", "01939ab7-3f20-7e44-a5c6-7d8e9fa0b1c2", "--yes"], "no API key"],
  [["keys", "create", "--name", ""], "sinkove-server: name must"],
  [["keys", "revoke", "ci", "--yes"], "sinkove-server: apiKeyId must be a valid uuid"],
  [["serve"], "There is no command"],
  [["worker", "now"], "worker takes no arguments"],
])("says what is wrong with %j", async (args, words) => {
  const folder = createFolder();
  await (await start(folder)).kill("SIGTERM");
  const { code, stderr, stdout } = await run(folder, args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain(words);
  expect(stderr).not.toContain("    at ");
});

test("escapes names that contain control characters of terminals", async () => {
  const folder = createFolder();
  const server = await start(folder);
  const headers = { Authorization: `Bearer ${server.key}`, "Content-Type": "application/json" };
  // Moves the cursor, and writes from right to left.
  const body = JSON.stringify({ name: "ci\u009b2A \u202erevoked 👩‍⚕️" });
  expect((await server.get("/v1/api-keys", { method: "POST", headers, body })).status).toBe(201);
  const { stdout } = await run(folder, ["keys", "list"]);
  expect(stdout).toContain("\tci\\u009b2A \\u202erevoked 👩‍⚕️\t");
});

test.each([["--help"], ["keys", "--help"], ["keys", "create", "--help"], ["worker", "-h"]])(
  "explains itself, asked by %s %s %s",
  async (...args) => {
    const { code, stdout, stderr } = await run(createFolder(), args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("keys revoke ID");
  },
);

test("says that there is no database file yet, and creates none", async () => {
  const folder = createFolder();
  expectOneLine(await run(folder, ["keys", "list"]), "start sinkove-server once to create one");
  expect(readdirSync(folder)).toEqual([]);
});
