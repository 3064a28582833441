import { operations, roleScopes } from "@sinkove/contract";
import { expect } from "vitest";
import { keepOrganizations, requestFor } from "./operation-requests.ts";
import { joinAs, keyOf, peopleOf } from "./people.ts";
import { type Scenario, type Scene, scenario } from "./scenario.ts";

const needs = ["accounts", "people"] as const;
const all = Object.values(operations);
const withSession = all.filter(({ schemes }) => schemes.includes("session"));
const writes = withSession.filter(({ method }) => method !== "GET");
const withBoth = withSession.filter(({ schemes }) => schemes.includes("apiKey"));

/** The headers in which a browser says where a request comes from; null for a header that it does not send. */
const FOREIGN: readonly Readonly<Record<string, string>>[] = [
  { Origin: "https://attacker.example" },
  { Origin: "null" },
  { Origin: "" },
  { "Sec-Fetch-Site": "cross-site" },
  { "Sec-Fetch-Site": "same-site" },
  { "Sec-Fetch-Site": "none" },
  { Origin: "https://attacker.example", "Sec-Fetch-Site": "cross-site" },
];

const origins = writes.map((operation) =>
  scenario(
    `refuses ${operation.id} with a session from another origin`,
    async (scene) => {
      const { owner: person } = peopleOf(scene);
      const request = requestFor(operation, scene, scene.organizationId);
      for (const headers of FOREIGN) {
        const { status, body } = await scene.call(operation.id, { ...request, person, headers });
        expect([headers, status, body.code]).toEqual([headers, 403, "PERMISSION_DENIED"]);
      }
      expect((await scene.call("getMe", { person })).status).toBe(200);
      expect((await scene.call("getOrganization", organizationOf(scene))).status).toBe(200);
    },
    { needs },
  ),
);

const ended = withSession.map((operation) =>
  scenario(
    `refuses ${operation.id} with a session that has ended`,
    async (scene) => {
      const { newPerson, endSession } = peopleOf(scene);
      const person = await newPerson();
      endSession(person);
      const request = requestFor(operation, scene, scene.organizationId);
      const { status, body } = await scene.call(operation.id, { ...request, person });
      expect([status, body.code]).toEqual([401, "INVALID_SESSION"]);
    },
    { needs },
  ),
);

const roles = (["owner", "member"] as const).map((role) =>
  scenario(
    `allows an ${role} exactly what the role allows, with a session and with a key`,
    async (scene) => {
      await keepOrganizations(scene);
      const person = await joinAs(scene, role);
      const callers = [{ person }, { key: await keyOf(scene, person) }];
      for (const operation of withBoth) {
        const isWithin = operation.path.includes("{organizationId}");
        const isAllowed =
          !isWithin || operation.scopes.every((scope) => roleScopes[role].includes(scope));
        const request = requestFor(operation, scene, scene.organizationId);
        for (const caller of callers) {
          const { status } = await scene.call(operation.id, { ...request, ...caller });
          const told = `${operation.id} as ${role} by ${Object.keys(caller)}: ${status}`;
          expect(status === 403, told).toBe(!isAllowed);
        }
      }
    },
    { needs },
  ),
);

function organizationOf({ organizationId }: Scene) {
  return { path: { organizationId } };
}

/** People in a browser: the same operations as with an API key. */
export const sessions: readonly Scenario[] = [
  ...origins,
  ...ended,
  ...roles,
  scenario(
    "tells a person who they are, without an API key",
    async (scene) => {
      const person = await joinAs(scene, "member");
      const { body } = await scene.call("getMe", { person });
      expect(body.apiKey).toBeNull();
      expect(body.account).toMatchObject({ id: person.accountId, email: person.email });
      const [organization] = body.organizations;
      expect(organization).toMatchObject({ id: scene.organizationId, role: "member" });
    },
    { needs },
  ),
  scenario(
    "uses a session only if there is no Authorization header",
    async (scene) => {
      const { owner: person } = peopleOf(scene);
      const key = "sinkove_test_ExampleExampleExampleExample01232CnkCL";
      const { status, body } = await scene.call("getMe", { person, key });
      expect([status, body.code]).toEqual([401, "INVALID_API_KEY"]);
      const both = await scene.call("getMe", { person, key: scene.key });
      expect(both.body.apiKey.id).toBe(scene.apiKeyId);
    },
    { needs },
  ),
  scenario(
    "names the person as the one who issued a key",
    async (scene) => {
      const person = await joinAs(scene, "member");
      const { body } = await scene.call("createApiKey", { person, body: { name: "Mine" } });
      const actor = { type: "person", id: person.accountId };
      expect(body.createdBy).toEqual(actor);
      const path = { apiKeyId: body.id };
      const events = await scene.call("listApiKeyEvents", { person, path });
      expect(events.body).toContainEqual(expect.objectContaining({ type: "created", actor }));
    },
    { needs },
  ),
  scenario(
    "counts a person's requests in a limit of their own",
    async (scene) => {
      const { owner: person } = peopleOf(scene);
      const { headers } = await scene.call("getMe", { person });
      expect(headers.get("RateLimit-Policy")).toContain('"per-session";q=600;w=60');
      expect((await scene.call("getMe")).headers.get("RateLimit-Policy")).not.toContain("session");
    },
    { needs },
  ),
  scenario(
    "deletes a person's account with its keys and its sessions",
    async (scene) => {
      const person = await joinAs(scene, "member");
      const key = await keyOf(scene, person);
      expect((await scene.call("deleteMe", { person })).status).toBe(204);
      expect((await scene.call("getMe", { person })).body.code).toBe("INVALID_SESSION");
      expect((await scene.call("getMe", { key })).status).toBe(401);
      const { body } = await scene.call("listMembers", organizationOf(scene));
      expect(JSON.stringify(body)).not.toContain(person.accountId);
    },
    { needs },
  ),
  scenario(
    "deletes no account of a last owner",
    async (scene) => {
      const { owner: person } = peopleOf(scene);
      const { status, body } = await scene.call("deleteMe", { person });
      expect([status, body.code]).toEqual([409, "LAST_OWNER"]);
      expect((await scene.call("getMe", { person })).status).toBe(200);
    },
    { needs },
  ),
];
