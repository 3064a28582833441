import { expect, it } from "vitest";
import { createTown } from "./people.ts";
import { onEachStore } from "./stores.ts";

onEachStore((open) => {
  it("records the requests of a person beside those of the person's keys", async () => {
    const { store } = await open.world();
    const { signUp, call } = await createTown({ store });
    const ada = await signUp("Ada");
    await ada.call("listModels", { headers: { "User-Agent": "Mozilla/5.0" } });
    const { body: everywhere } = await ada.call("createApiKey", {
      body: { name: "CI", scopes: ["requests:read"] },
    });
    const { body } = await ada.call("listRequests");
    expect(body).toMatchObject([
      { operation: "createApiKey", status: 201, actor: { type: "person", id: ada.id } },
      { operation: "listModels", userAgent: "Mozilla/5.0", actor: { type: "person", id: ada.id } },
    ]);
    const query = { actorType: "person" };
    const { body: seenByKey } = await call("listRequests", { query, key: everywhere.secret });
    expect(seenByKey.map(({ operation }: { operation: string }) => operation)).toEqual([
      "listRequests",
      "createApiKey",
      "listModels",
    ]);
    const { body: byKeys } = await ada.call("listRequests", { query: { actorType: "api_key" } });
    expect(byKeys).toMatchObject([{ actor: { type: "api_key", id: everywhere.id } }]);
    expect(JSON.stringify([body, seenByKey])).not.toContain(ada.session);
  });

  it("records rejected requests of a person, but none of an ended session", async () => {
    const { store } = await open.world();
    const { signUp, endSession, signInAgain } = await createTown({ store });
    const ada = await signUp("Ada");
    const foreign = { headers: { Origin: "https://elsewhere.example" }, body: { name: "CI" } };
    expect((await ada.call("createApiKey", foreign)).status).toBe(403);
    endSession(ada);
    expect((await ada.call("listModels")).status).toBe(401);
    const { body } = await signInAgain(ada).call("listRequests");
    expect(body).toMatchObject([{ operation: "createApiKey", code: "PERMISSION_DENIED" }]);
  });
});
