import { expect, it } from "vitest";
import { ALL_SCOPES } from "../src/index.ts";
import { MODEL } from "./client.ts";
import { createTown } from "./people.ts";
import { onEachStore } from "./stores.ts";

const ORDER = { modelId: MODEL.id, numSamples: 10, args: { prompt: "cardiomegaly" } };

onEachStore((open) => {
  it("makes the account the owner of a new organization without credits", async () => {
    const { signUp, call } = await createTown({ store: open.store() });
    const ada = await signUp("Ada");
    const request = { body: { name: "Cardiology" } };
    const { body } = await ada.call("createOrganization", request);
    expect(body).toMatchObject({ name: "Cardiology", credits: 0, role: "owner" });
    const path = { organizationId: body.id };
    const dataset = await ada.call("createOrganizationDataset", { path, body: ORDER });
    expect(dataset.body.code).toBe("INSUFFICIENT_CREDITS");
    const { body: issued } = await ada.call("createApiKey", { body: { name: "x" } });
    const { body: second } = await call("createOrganization", { ...request, key: issued.secret });
    const { body: all } = await ada.call("listOrganizations");
    expect(all.map(({ id }: { id: string }) => id).sort()).toEqual([body.id, second.id].sort());
    const { body: members } = await ada.call("listMembers", { path });
    expect(members).toMatchObject([{ accountId: ada.id, role: "owner" }]);
  });

  it("is not made by a key that is limited to some organizations", async () => {
    const { join, call, organizationId } = await createTown({ store: open.store() });
    const olga = await join("owner");
    const limited = { name: "x", scopes: ALL_SCOPES, organizationIds: [organizationId] };
    const { body: issued } = await olga.call("createApiKey", { body: limited });
    const request = { body: { name: "Cardiology" }, key: issued.secret };
    const { status, body } = await call("createOrganization", request);
    expect([status, body.code]).toEqual([403, "PERMISSION_DENIED"]);
  });

  it("is renamed by owners, and keeps its credits", async () => {
    const { join, organizationId } = await createTown({ store: open.store() });
    const olga = await join("owner");
    const path = { organizationId };
    const { body } = await olga.call("updateOrganization", { path, body: { name: "Neurology" } });
    const settings = { leakPolicy: "revoke", lowCreditsThreshold: null };
    const rest = { credits: 1000, role: "owner", ...settings };
    expect(body).toEqual({ id: organizationId, name: "Neurology", ...rest });
    expect((await olga.call("getOrganization", { path })).body).toEqual(body);
  });

  it("is deleted without datasets only, with its members, invitations, models and credits", async () => {
    const { join, call, store, organizationId, now } = await createTown({ store: open.store() });
    const [olga, max] = [await join("owner"), await join("member")];
    const path = { organizationId };
    const model = { ...MODEL, id: crypto.randomUUID(), organizationId };
    await store.write({ accountId: olga.id }, (writer) => writer.insertModel(model));
    const { body: dataset } = await max.call("createDataset", { body: ORDER });
    const email = `grace.${olga.id}@example.com`;
    await olga.call("createInvitation", { path, body: { email } });
    const refused = await olga.call("deleteOrganization", { path });
    expect([refused.status, refused.body.code]).toEqual([409, "ORGANIZATION_NOT_EMPTY"]);
    expect(refused.body.detail).toContain("1 dataset.");
    await max.call("deleteDataset", { path: { datasetId: dataset.id } });
    expect((await olga.call("deleteOrganization", { path })).status).toBe(204);
    for (const person of [olga, max]) {
      expect((await person.call("listOrganizations")).body).toEqual([]);
      expect((await person.call("getOrganization", { path })).status).toBe(403);
    }
    expect((await call("getOrganization", { path })).status).toBe(403);
    expect(await store.listMembers(organizationId)).toEqual([]);
    expect(await store.listInvitations(organizationId, now())).toEqual([]);
    expect(await store.findModel(model.id)).toBeUndefined();
  });

  it("is either deleted or given a dataset, when both are asked for at once", async () => {
    for (let round = 0; round < 5; round++) {
      const { join, organizationId, store } = await createTown({ store: open.store() });
      const [olga, max] = [await join("owner"), await join("member")];
      const path = { organizationId };
      const [deletion, creation] = await Promise.all([
        olga.call("deleteOrganization", { path }),
        max.call("createOrganizationDataset", { path, body: ORDER }),
      ]);
      const statuses = [deletion.status, creation.status];
      expect([
        [204, 403],
        [409, 201],
      ]).toContainEqual(statuses);
      const members = await store.listMembers(organizationId);
      expect(members.length > 0).toBe(deletion.status === 409);
    }
  });
});
