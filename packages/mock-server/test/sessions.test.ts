import { expect, test } from "vitest";
import { createSandbox, MockError, type SandboxWorld } from "../src/index.ts";
import { read, send } from "./calls.ts";

/** Sends a request as a signed-in person, from the server's own pages. */
function sendAs(
  world: SandboxWorld,
  cookie: string,
  { path, body }: { readonly path: string; readonly body?: unknown },
): Promise<Response> {
  const headers = { cookie, origin: world.baseUrl, "content-type": "application/json" };
  if (body === undefined) return world.fetch(path, { headers });
  return world.fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
}

for (const engine of ["fast", "prism"] as const) {
  test(`a person of a world accepts an invitation, which no key can do (${engine})`, async () => {
    await using sandbox = await createSandbox({ engine });
    const world = await sandbox.newWorld();
    const [, , alan] = world.people;
    const email = alan?.email;
    const invitations = `/v1/organizations/${world.organizationId}/invitations`;
    const { token } = await read(world, invitations, { body: { email, role: "member" } });
    const accept = { path: "/v1/invitations/accept", body: { token } };
    expect((await send(world, accept.path, { body: accept.body })).status).toBe(403);
    const cookie = world.session(alan?.accountId);
    expect((await sendAs(world, cookie, accept)).status).toBe(200);
    const me = await (await sendAs(world, cookie, { path: "/v1/me" })).json();
    expect(me).toMatchObject({
      account: { id: alan?.accountId, email: "alan@example.com", emailVerified: true },
      apiKey: null,
      organizations: [{ id: world.organizationId, role: "member" }],
    });
    expect(JSON.stringify(world.journal.list())).not.toContain(token);
    world.journal.check();
  });
}

test("a world has an owner, a member of its first organization, and a person in none", async () => {
  await using sandbox = await createSandbox();
  const me = await read(sandbox, "/v1/me");
  expect(me.account).toMatchObject({ email: "ada@example.com", emailVerified: true });
  expect(Date.parse(me.account.createdAt)).not.toBeNaN();
  const members = await read(sandbox, `/v1/organizations/${sandbox.organizationId}/members`);
  expect(members.map(({ email, role }: Record<string, string>) => [email, role])).toEqual(
    expect.arrayContaining([
      ["ada@example.com", "owner"],
      ["grace@example.com", "member"],
    ]),
  );
  expect(members).toHaveLength(2);
});

test("a session belongs to one world, and its changes must come from the server's own pages", async () => {
  await using sandbox = await createSandbox();
  const [one, other] = [await sandbox.newWorld(), await sandbox.newWorld()];
  const cookie = one.session();
  const me = await (await sendAs(other, cookie, { path: "/v1/me" })).json();
  expect(me.account.id).toBe(one.accountId);
  expect([one.journal.list().length, other.journal.list().length]).toEqual([1, 0]);
  expect(one.journal.list()[0]?.accountId).toBe(one.accountId);
  const foreign = { cookie, origin: "http://localhost:3000", "content-type": "application/json" };
  const body = JSON.stringify({ name: "CI" });
  const refused = await one.fetch("/v1/api-keys", { method: "POST", headers: foreign, body });
  expect(refused.status).toBe(403);
  const made = await sendAs(one, cookie, { path: "/v1/api-keys", body: { name: "CI" } });
  const { secret } = await made.json();
  expect((await read(one, "/v1/me", { key: secret })).account.id).toBe(one.accountId);
});

test("a session ends after 30 days on the world's clock", async () => {
  await using sandbox = await createSandbox();
  const cookie = sandbox.session();
  sandbox.clock.advance("P29D");
  expect((await sendAs(sandbox, cookie, { path: "/v1/me" })).status).toBe(200);
  sandbox.clock.advance("P2D");
  const ended = await sendAs(sandbox, cookie, { path: "/v1/me" });
  expect([ended.status, (await ended.json()).code]).toEqual([401, "INVALID_SESSION"]);
});

test("a session can be started over HTTP, but not for an unknown person", async () => {
  await using sandbox = await createSandbox();
  const [, grace] = sandbox.people;
  const { cookie } = await read(sandbox, "/_sandbox/sessions", {
    body: { accountId: grace?.accountId },
  });
  const me = await (await sendAs(sandbox, cookie, { path: "/v1/me" })).json();
  expect(me.account.email).toBe("grace@example.com");
  expect(() => sandbox.session("nobody")).toThrow(MockError);
  const refused = await send(sandbox, "/_sandbox/sessions", { body: { accountId: "nobody" } });
  expect(refused.status).toBe(422);
});

test("the journal has only the names of cookies", async () => {
  const override = async () =>
    new Response(null, { status: 204, headers: { "set-cookie": "theme=s3cr3t; Path=/" } });
  await using sandbox = await createSandbox({ override });
  const token = "sinkove_invitation_AAAABBBBCCCCDDDDEEEEFFFFGGGGHHHH";
  for (const cookie of [
    "a=s3cr3t; sinkove_session=s3cr3t; b=c",
    "s3cr3t",
    "sinkove_session=s3cr3t",
  ])
    await sandbox.fetch(`/v1/nowhere?token=${token}`, { headers: { cookie } });
  const entries = sandbox.journal.list();
  expect(JSON.stringify(entries)).not.toMatch(/s3cr3t|AAAABBBB/);
  expect(entries[0]?.request.headers.cookie).toBe("a=…; sinkove_session=…; b=…");
  expect(entries[0]?.response?.headers["set-cookie"]).toBe("theme=…; Path=/");
});
