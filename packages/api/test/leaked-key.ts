import { createGithub } from "./github.ts";
import type { Town } from "./people.ts";

export const URL_FOUND = "https://github.com/octocat/hello-world/blob/main/.env";

/** Reports a key as anyone can. */
export const report = (town: Town, apiKey: string, url: string | null = URL_FOUND) =>
  town.call("reportApiKeyLeak", { key: null, body: { apiKey, url } });

/** Returns the events of a key, oldest first. */
export async function eventsOf(town: Town, apiKeyId: string) {
  const { body } = await town.call("listApiKeyEvents", { path: { apiKeyId } });
  return body.toReversed();
}

export const typesOf = (events: readonly { type: string }[]) => events.map(({ type }) => type);

export const setPolicy = (town: Town, leakPolicy: string, organizationId = town.organizationId) =>
  town.call("updateOrganization", { path: { organizationId }, body: { leakPolicy } });

/** Returns `active` if the API accepts the key, otherwise the error code. */
export const statusOf = async (town: Town, key: string) => {
  const { status, body } = await town.call("getMe", { key });
  return status === 200 ? "active" : body.code;
};

export const github = createGithub();

/** Reports keys as GitHub does. */
export function sendGithub(town: Town, reports: readonly object[]) {
  const body = JSON.stringify(reports);
  return town.call("reportGithubLeaks", { key: null, headers: github.headersFor(body), body });
}
