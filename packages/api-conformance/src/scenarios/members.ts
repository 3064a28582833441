import { expect } from "vitest";
import { NOTHING } from "./operation-requests.ts";
import { joinAs, keyOf, peopleOf } from "./people.ts";
import { type Scenario, type Scene, scenario } from "./scenario.ts";

const needs = ["accounts", "people"] as const;

async function ownAccountId({ call }: Scene): Promise<string> {
  return (await call("getMe")).body.account.id;
}

/** The members of an organization and their roles. */
export const members: readonly Scenario[] = [
  scenario("lists the account itself as an owner of its organization", async (scene) => {
    const path = { organizationId: scene.organizationId };
    const { body } = await scene.call("listMembers", { path });
    const accountId = await ownAccountId(scene);
    expect(body).toContainEqual(expect.objectContaining({ accountId, role: "owner" }));
    const me = await scene.call("getMe");
    expect(me.body.organizations).toContainEqual(
      expect.objectContaining({ id: scene.organizationId, role: "owner" }),
    );
  }),
  scenario("keeps the last owner an owner, and a member", async (scene) => {
    const { body } = await scene.call("createOrganization", { body: { name: "Last owner" } });
    const path = { organizationId: body.id, accountId: await ownAccountId(scene) };
    const demoted = await scene.call("updateMember", { path, body: { role: "member" } });
    const removed = await scene.call("deleteMember", { path });
    for (const reply of [demoted, removed]) {
      expect([reply.status, reply.body.code]).toEqual([409, "LAST_OWNER"]);
    }
    expect((await scene.call("getOrganization", { path })).body.role).toBe("owner");
    expect((await scene.call("deleteOrganization", { path })).status).toBe(204);
  }),
  scenario("finds no member that there is not", async ({ call, organizationId }) => {
    const path = { organizationId, accountId: NOTHING };
    const updated = await call("updateMember", { path, body: { role: "owner" } });
    const removed = await call("deleteMember", { path });
    for (const reply of [updated, removed]) {
      expect([reply.status, reply.body.code]).toEqual([404, "MEMBER_NOT_FOUND"]);
    }
  }),
  scenario(
    "shows a person who joins what the organization has, and their keys too",
    async (scene) => {
      const dataset = await scene.createDataset();
      const person = await joinAs(scene, "member");
      const key = await keyOf(scene, person);
      const path = { datasetId: dataset.id };
      expect((await scene.call("getDataset", { person, path })).status).toBe(200);
      expect((await scene.call("getDataset", { key, path })).status).toBe(200);
    },
    { needs },
  ),
  scenario(
    "takes everything from a person who is removed, and from their keys, with the response",
    async (scene) => {
      const { organizationId } = scene;
      const dataset = await scene.createDataset();
      const person = await joinAs(scene, "member");
      const key = await keyOf(scene, person);
      const path = { organizationId, accountId: person.accountId, datasetId: dataset.id };
      expect((await scene.call("deleteMember", { path })).status).toBe(204);
      for (const caller of [{ person }, { key }]) {
        const organization = await scene.call("getOrganization", { ...caller, path });
        expect(organization.body.code).toBe("PERMISSION_DENIED");
        const found = await scene.call("getDataset", { ...caller, path });
        expect(found.body.code).toBe("DATASET_NOT_FOUND");
        expect((await scene.call("listOrganizations", caller)).body).toEqual([]);
      }
      expect((await scene.call("getDataset", { path })).status).toBe(200);
    },
    { needs },
  ),
  scenario(
    "gives and takes what a role allows with the response, to keys too",
    async (scene) => {
      const { organizationId } = scene;
      const person = await joinAs(scene, "member");
      const key = await keyOf(scene, person);
      const path = { organizationId, accountId: person.accountId };
      const body = { name: "Renamed" };
      for (const [role, status] of [
        ["owner", 200],
        ["member", 403],
        ["owner", 200],
      ] as const) {
        await scene.call("updateMember", { path, body: { role } });
        for (const caller of [{ person }, { key }]) {
          const renamed = await scene.call("updateOrganization", { ...caller, path, body });
          expect([role, renamed.status]).toEqual([role, status]);
        }
      }
    },
    { needs },
  ),
  scenario(
    "lets a person leave, and not the last owner",
    async (scene) => {
      const path = { organizationId: scene.organizationId };
      const person = await joinAs(scene, "member");
      expect((await scene.call("deleteMembership", { person, path })).status).toBe(204);
      expect((await scene.call("listOrganizations", { person })).body).toEqual([]);
      const { owner } = peopleOf(scene);
      const stays = await scene.call("deleteMembership", { person: owner, path });
      expect([stays.status, stays.body.code]).toEqual([409, "LAST_OWNER"]);
    },
    { needs },
  ),
  scenario(
    "leaves one owner if all the owners leave at once",
    async (scene) => {
      const path = { organizationId: scene.organizationId };
      const others = [await joinAs(scene, "owner"), await joinAs(scene, "owner")];
      const all = [...others, peopleOf(scene).owner];
      const replies = await Promise.all(
        all.map((person) => scene.call("deleteMembership", { person, path })),
      );
      expect(replies.map(({ status }) => status).sort()).toEqual([204, 204, 409]);
    },
    { needs },
  ),
];
