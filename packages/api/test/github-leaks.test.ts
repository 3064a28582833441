import { generateApiKey } from "@sinkove/api-key";
import { expect, it } from "vitest";
import { createGithub } from "./github.ts";
import { eventsOf, github, sendGithub, statusOf, URL_FOUND } from "./leaked-key.ts";
import { createTown } from "./people.ts";
import { onEachStore } from "./stores.ts";

onEachStore((open) => {
  const create = (options = {}) => createTown({ store: open.store(), ...options });

  it("accepts GitHub's reports, and says which of them are keys", async () => {
    const town = await create({ githubKeys: github.findKey });
    const [first, second] = [await town.issueKey(), await town.issueKey()];
    const unknown = generateApiKey("test");
    const { status, body } = await sendGithub(town, [
      { token: first.secret, type: "sinkove_api_key", url: URL_FOUND, source: "content" },
      { token: unknown, type: "sinkove_api_key", url: "", source: "npm" },
      { token: second.secret, type: "sinkove_api_key", url: "", colour: "red" },
      { token: first.secret, type: "sinkove_api_key" },
    ]);
    expect(status).toBe(200);
    const labels = body.map(({ label }: { label: string }) => label);
    expect(labels).toEqual(["true_positive", "false_positive", "true_positive", "true_positive"]);
    expect(body[0].token_hash).toMatch(/^[\da-f]{64}$/);
    expect(JSON.stringify(body)).not.toContain(first.secret);
    for (const { id, secret } of [first, second]) {
      expect(await statusOf(town, secret)).toBe("API_KEY_REVOKED");
      const [, leaked] = await eventsOf(town, id);
      const url = id === first.id ? URL_FOUND : null;
      expect(leaked.leak).toEqual({ reportedBy: "github", url });
    }
  });

  it("rejects reports that GitHub has not signed", async () => {
    const town = await create({ githubKeys: github.findKey });
    const { secret } = await town.issueKey();
    const body = JSON.stringify([{ token: secret, type: "sinkove_api_key" }]);
    const wrong: Record<string, string>[] = [
      github.headersFor(`${body} `),
      createGithub().headersFor(body),
      { ...github.headersFor(body), "Github-Public-Key-Identifier": "another" },
    ];
    for (const headers of wrong) {
      const reply = await town.call("reportGithubLeaks", { key: null, headers, body });
      expect([reply.status, reply.body.code]).toEqual([400, "INVALID_REQUEST"]);
    }
    expect((await town.call("reportGithubLeaks", { key: null, body })).status).toBe(422);
    const keyless = await create();
    const headers = github.headersFor(body);
    const reply = await keyless.call("reportGithubLeaks", { key: null, headers, body });
    expect(reply.status).toBe(400);
    expect(await statusOf(town, secret)).toBe("active");
  });

  it("does not parse reports that GitHub has not signed", async () => {
    const town = await create({ githubKeys: github.findKey });
    for (const body of ["{", "[{}]", `[${"{},".repeat(300_000)}{}]`]) {
      const headers = { ...github.headersFor("[]"), "Content-Type": "application/json" };
      const refused = await town.call("reportGithubLeaks", { key: null, headers, body });
      expect([refused.status, refused.body.detail]).toEqual([
        400,
        expect.stringContaining("signature"),
      ]);
    }
    const signed = { ...github.headersFor("[{}]"), "Content-Type": "application/json" };
    const reply = await town.call("reportGithubLeaks", {
      key: null,
      headers: signed,
      body: "[{}]",
    });
    expect(reply.status).toBe(422);
  });
});
