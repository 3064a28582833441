import { expect, it } from "vitest";
import { createTown, type Person } from "./people.ts";
import { onEachStore } from "./stores.ts";

const LIMIT = "ORGANIZATION_LIMIT_REACHED";

onEachStore((open) => {
  /** Creates a town in which everyone may belong to three organizations. */
  async function openTown() {
    const town = await createTown({ store: open.store(), organizationLimit: 3 });
    const ada = await town.signUp("Ada");
    const create = async (person = ada) => {
      const { status, body } = await person.call("createOrganization", { body: { name: "x" } });
      return { outcome: status === 201 ? "created" : body.code, id: body.id };
    };
    const countOf = async ({ id }: Person) =>
      (await town.store.findAccountCredentials(id))?.memberships.length;
    return { ...town, ada, create, countOf };
  }

  it("an account cannot belong to more, even if many requests create them at once", async () => {
    const { ada, create, countOf, call } = await openTown();
    const { body } = await ada.call("createApiKey", { body: { name: "x" } });
    const byKey = async () => {
      const request = { key: body.secret, body: { name: "x" } };
      const reply = await call("createOrganization", request);
      return { outcome: reply.status === 201 ? "created" : reply.body.code };
    };
    const all = await Promise.all([
      ...Array.from({ length: 30 }, () => create()),
      byKey(),
      byKey(),
    ]);
    const outcomes = all.map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual([...Array(29).fill(LIMIT), ...Array(3).fill("created")]);
    expect(await countOf(ada)).toBe(3);
  });

  it("a person who leaves or deletes one can have another", async () => {
    const { ada, create } = await openTown();
    const [first, second] = [await create(), await create(), await create()];
    await ada.call("deleteOrganization", { path: { organizationId: first.id } });
    expect([await create(), await create()]).toMatchObject([
      { outcome: "created" },
      { outcome: LIMIT },
    ]);
    await ada.call("deleteOrganization", { path: { organizationId: second.id } });
    expect(await create()).toMatchObject({ outcome: "created" });
  });

  it("an invitation to one more is refused, and stays open", async () => {
    const { ada, create, countOf, join, organizationId } = await openTown();
    const olga = await join("owner");
    const path = { organizationId };
    const request = { path, body: { email: ada.email } };
    const { body: invitation } = await olga.call("createInvitation", request);
    const [first] = [await create(), await create(), await create()];
    const accept = () => ada.call("acceptInvitation", { body: { token: invitation.token } });
    expect((await accept()).body.code).toBe(LIMIT);
    await ada.call("deleteOrganization", { path: { organizationId: first.id } });
    expect((await accept()).status).toBe(200);
    expect(await countOf(ada)).toBe(3);
  });
});

it("is a hundred by default", async () => {
  const { signUp, store } = await createTown();
  const ada = await signUp("Ada");
  for (let count = 0; count < 100; count++) {
    const { status } = await ada.call("createOrganization", { body: { name: "x" } });
    expect(status).toBe(201);
  }
  const { status, body } = await ada.call("createOrganization", { body: { name: "x" } });
  expect([status, body.code]).toEqual([409, LIMIT]);
  expect(body.detail).toContain("100 organizations");
  expect((await store.findAccountCredentials(ada.id))?.memberships).toHaveLength(100);
});
