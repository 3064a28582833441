import { expect } from "vitest";
import { type Scenario, type Scene, scenario } from "./scenario.ts";

const FOUND = "https://github.com/octocat/hello-world/blob/main/.env";

/** An address can report ten keys a minute: these scenarios report fewer, all together. */
const report = ({ call }: Scene, apiKey: string, url: string | null = FOUND) =>
  call("reportApiKeyLeak", { key: null, body: { apiKey, url } });

async function eventTypes({ call }: Scene, apiKeyId: string): Promise<string[]> {
  const { body } = await call("listApiKeyEvents", { path: { apiKeyId } });
  return body.map(({ type }: { type: string }) => type);
}

/** What happens to keys that others have found. */
export const leaks: readonly Scenario[] = [
  scenario(
    "revokes a reported key before it answers, and says where it was found",
    async (scene) => {
      const { secret: key, id: apiKeyId } = await scene.issueKey();
      const { status, body } = await report(scene, key);
      expect([status, body.length]).toEqual([202, 0]);
      expect((await scene.call("getMe", { key })).body.code).toBe("API_KEY_REVOKED");
      const { body: events } = await scene.call("listApiKeyEvents", { path: { apiKeyId } });
      const [revoked, leaked] = events;
      expect([leaked.type, revoked.type]).toEqual(["leaked", "revoked"]);
      expect(leaked).toMatchObject({ actor: null, leak: { reportedBy: "anyone", url: FOUND } });
      expect(JSON.stringify(events)).not.toContain(key);
    },
  ),
  ...(["disable", "notify"] as const).map((leakPolicy) =>
    scenario(`follows the policy ${leakPolicy} of an organization`, async (scene) => {
      const path = { organizationId: scene.organizationId };
      const changed = await scene.call("updateOrganization", { path, body: { leakPolicy } });
      expect([changed.status, changed.body.leakPolicy]).toEqual([200, leakPolicy]);
      const { secret: key, id } = await scene.issueKey({ organizationIds: [scene.organizationId] });
      await report(scene, key);
      const { status, body } = await scene.call("getMe", { key });
      const isDisabled = leakPolicy === "disable";
      expect([status, body.code]).toEqual(
        isDisabled ? [401, "API_KEY_DISABLED"] : [200, undefined],
      );
      const consequences = isDisabled ? ["disabled"] : [];
      expect(await eventTypes(scene, id)).toEqual([...consequences, "leaked", "created"]);
    }),
  ),
  scenario("does not say whether a reported key exists", async (scene) => {
    const { secret } = await scene.issueKey();
    const shown = [];
    for (const text of [secret, "no key at all"]) {
      const { status, headers, body } = await report(scene, text, null);
      const names = [...headers.keys()].sort();
      shown.push(JSON.stringify([status, names, [...body]]));
    }
    expect(new Set(shown).size).toBe(1);
  }),
  scenario("takes no report in the name of GitHub without GitHub's signature", async (scene) => {
    const { secret: key } = await scene.issueKey();
    const headers = {
      "Github-Public-Key-Identifier": "x",
      "Github-Public-Key-Signature": "MAYCAQECAQE=",
    };
    const body = [{ token: key, type: "sinkove_api_key" }];
    const text = JSON.stringify(body);
    const reply = await scene.call("reportGithubLeaks", { key: null, headers, text });
    expect([reply.status, reply.body.code]).toEqual([400, "INVALID_REQUEST"]);
    expect((await scene.call("getMe", { key })).status).toBe(200);
  }),
];
