import {
  type MemberRole,
  type Operation,
  operations,
  roleScopes,
  type Scope,
} from "@sinkove/contract";
import { describe, expect, it } from "vitest";
import { ALL_SCOPES } from "../src/index.ts";
import type { Reply } from "./client.ts";
import { createTown, type Person, type Town } from "./people.ts";
import { sampleCall } from "./sample-call.ts";

/** All operations of the contract that need an authenticated caller. */
const table = Object.values<Operation>(operations).filter(({ isPublic }) => !isPublic);
const rows = table.map((operation) => [operation.id, operation] as const);
const ROLES = ["owner", "member", "none"] as const;

type Role = (typeof ROLES)[number];

/** Whether a role gives the scopes. Without a role, this is false even if no scope is needed. */
function gives(role: Role, scopes: readonly Scope[]): boolean {
  if (role === "none") return false;
  const given: readonly Scope[] = roleScopes[role];
  return scopes.every((scope) => given.includes(scope));
}

/** Whether an operation names its organization. Other operations return 404 or an empty list instead of 403. */
function isInOrganization({ path, id }: Operation): boolean {
  return path.includes("{organizationId}") || id === "createDataset";
}

/** The access rule, written differently from the API's implementation. */
function isAllowed(operation: Operation, role: Role, keyScopes?: readonly Scope[]): boolean {
  const { schemes, scopes } = operation;
  if (!schemes.includes(keyScopes ? "apiKey" : "session")) return false;
  if (keyScopes && !scopes.every((scope) => keyScopes.includes(scope))) return false;
  return !isInOrganization(operation) || gives(role, scopes);
}

async function personWith(town: Town, role: Role): Promise<Person> {
  return role === "none" ? town.signUp("Nora") : town.join(role satisfies MemberRole);
}

function judge(reply: Reply, isExpected: boolean): void {
  expect(reply.status === 403).toBe(!isExpected);
  expect(reply.status).not.toBe(401);
  if (!isExpected) expect(reply.body.code).toBe("PERMISSION_DENIED");
}

/** Creates a town whose organization has a dataset, so that it cannot be deleted. */
async function townWithDataset(): Promise<Town> {
  const town = await createTown();
  await town.call("createDataset", sampleCall(operations.createDataset));
  return town;
}

describe.each(rows)("%s", (id, operation) => {
  it.each(ROLES)(
    "is allowed to the session of a person with the role %s exactly by the contract",
    async (role) => {
      const town = await townWithDataset();
      const person = await personWith(town, role);
      const { organizationId } = town;
      const reply = await person.call(id, sampleCall(operation, { organizationId }));
      judge(reply, isAllowed(operation, role));
    },
  );

  it.each(ROLES)(
    "is allowed to a key of a person with the role %s exactly by role and scopes",
    async (role) => {
      const town = await townWithDataset();
      const person = await personWith(town, role);
      const { organizationId } = town;
      for (const scope of ALL_SCOPES) {
        const others = ALL_SCOPES.filter((each) => each !== scope);
        for (const scopes of [ALL_SCOPES, [scope], others]) {
          const { body } = await person.call("createApiKey", { body: { name: "x", scopes } });
          const call = sampleCall(operation, { organizationId });
          const reply = await town.call(id, { ...call, key: body.secret });
          judge(reply, isAllowed(operation, role, scopes));
        }
      }
    },
  );

  it("is refused to a session that has ended", async () => {
    const town = await createTown();
    const person = await town.join("owner");
    town.endSession(person);
    const { status, body } = await person.call(id, sampleCall(operation));
    expect([status, body.code]).toEqual([401, "INVALID_SESSION"]);
  });
});

const changes = rows.filter(([, { method }]) => method !== "GET");
const FOREIGN: Record<string, string>[] = [
  { Origin: "https://evil.example" },
  { Origin: "null" },
  { Origin: "http://localhost:8080" },
  { Origin: "https://localhost" },
  { "Sec-Fetch-Site": "cross-site" },
  { "Sec-Fetch-Site": "same-site" },
  { "Sec-Fetch-Site": "none" },
  { "Sec-Fetch-Site": "cross-site", Origin: "http://localhost" },
];

describe("a session changes something only from our own pages", () => {
  it.each(changes)("%s", async (id, operation) => {
    const town = await createTown();
    const person = await town.join("owner");
    const call = sampleCall(operation, { organizationId: town.organizationId });
    for (const headers of FOREIGN) {
      const { status, body } = await person.call(id, { ...call, headers });
      expect([status, body.code, headers]).toEqual([403, "PERMISSION_DENIED", headers]);
      expect(body.detail).toContain("pages of this server");
    }
    const bare = new Request(`http://localhost/v1${operation.path}`, {
      method: operation.method,
      headers: { Cookie: `sinkove_session=${person.session}` },
    });
    expect((await town.api.fetch(bare)).status).toBe(403);
    const site = { "Sec-Fetch-Site": "same-origin" };
    for (const headers of [site, { ...site, Origin: "https://public.example" }]) {
      const { body } = await person.call(id, { ...call, headers });
      expect(body.detail ?? "").not.toContain("pages of this server");
    }
  });

  it("reads from any origin, because a browser does not show the response to another site", async () => {
    const town = await createTown();
    const { call } = await town.join("member");
    expect((await call("getMe", { headers: { Origin: "https://evil.example" } })).status).toBe(200);
  });

  it("compares with the public origin if the server has one", async () => {
    const town = await createTown({ publicUrl: "https://api.example.com/sandbox" });
    const { call } = await town.join("owner");
    const create = (Origin: string) =>
      call("createOrganization", { body: { name: "x" }, headers: { Origin } });
    expect((await create("https://api.example.com")).status).toBe(201);
    expect((await create("http://localhost")).status).toBe(403);
  });
});
