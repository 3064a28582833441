import { createApi, type People, type Store } from "@sinkove/api";
import { generateApiKey } from "@sinkove/api-key";
import type { Configuration } from "./configuration.ts";
import { withCredentials } from "./credentials.ts";
import { fullAccessKey } from "./full-access-key.ts";
import { ACCOUNT_ID, NO_ACCOUNT } from "./installation.ts";
import { StartError } from "./start-error.ts";

/** The id of the operator's key, which is in no database. */
const OPERATOR_ID = "00000000-0000-7000-8000-000000000000";

/** Calls the API as the operator. */
export type Operator = (
  method: "GET" | "POST" | "PATCH" | "DELETE",
  path: string,
  body?: object,
) => Promise<Response>;

/** The settings of the service that also hold for the operator. */
export type OperatorSettings = Pick<Configuration, "environment"> &
  Partial<Pick<Configuration, "rateLimit" | "apiKeyLimit">>;

/**
 * The command line calls the API itself, so that all of its rules and events apply there too. The key is created for
 * this process, and only this process knows it: it is never stored in a database.
 */
export async function createOperator(
  store: Store,
  { environment, rateLimit, apiKeyLimit }: OperatorSettings,
  people?: People,
): Promise<Operator> {
  const { apiKey, secret: key } = fullAccessKey(environment, {
    id: OPERATOR_ID,
    accountId: ACCOUNT_ID,
    name: "Operator",
    createdAt: 0,
  });
  const credentials = { ...(await operatorAccount(store)), apiKey };
  let failure: string | undefined;
  const api = createApi({
    store: {
      ...withCredentials(asOperator(store), async (found, inner) =>
        found === apiKey.hash ? credentials : inner.findCredentials(found),
      ),
      takeTokens: unlimited,
    },
    // A new secret for each command, because nothing that it signs is used later.
    secret: generateApiKey(environment),
    environment,
    organizationLimit: Number.POSITIVE_INFINITY,
    log: ({ level, error }) => {
      if (level === "error") failure = error?.split("\n")[0];
    },
    ...(apiKeyLimit === undefined ? {} : { apiKeyLimit }),
    ...(rateLimit === undefined ? {} : { rateLimit: { limit: rateLimit, windowSeconds: 60 } }),
    ...(people ? { people } : {}),
  });
  return async (method, path, body) => {
    const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
    const init = body ? { method, headers, body: JSON.stringify(body) } : { method, headers };
    const response = await api.fetch(new Request(`http://localhost/v1${path}`, init));
    if (response.status === 500) throw new StartError(`The command failed: ${failure}.`);
    if (!response.ok) throw new StartError(await reasonOf(response));
    return response;
  };
}

/**
 * The operator's key is in no database, so no key, invitation, event or entry can refer to it. An event that refers to
 * neither a key nor a person is the operator's, as the contract says.
 */
function asOperator(store: Store): Store {
  return {
    ...store,
    write: (scope, work) =>
      store.write(scope, (writer) =>
        work({
          ...writer,
          insertApiKey: (apiKey) => writer.insertApiKey({ ...apiKey, createdByApiKeyId: null }),
          addCreditEntry: (entry) => writer.addCreditEntry({ ...entry, actorApiKeyId: null }),
          insertInvitation: (invitation) =>
            writer.insertInvitation({ ...invitation, createdByApiKeyId: null }),
          insertApiKeyEvent: (event) =>
            writer.insertApiKeyEvent({ ...event, actorApiKeyId: null, requestId: null }),
        }),
      ),
  };
}

/** The operator does not use up any rate limit. */
const unlimited: Store["takeTokens"] = (buckets, now) => ({
  isAllowed: true,
  levels: buckets.map(({ policy }) => ({ policy, tokens: policy.limit, now })),
});

const ACTIVE = { deletedAt: null, suspendedAt: null };

/**
 * Operators have access to the database, so they may do everything in the organizations of the first account. Keys have
 * the limit of this account unless they have their own.
 */
async function operatorAccount(store: Store) {
  const found = await store.findAccountCredentials(ACCOUNT_ID);
  if (!found) throw new StartError(NO_ACCOUNT);
  const { rateLimit } = found.account;
  const nobody = { email: null, emailVerified: false, createdAt: null };
  const account = { id: ACCOUNT_ID, name: "Operator", rateLimit, ...nobody, ...ACTIVE };
  const memberships = found.memberships.map((each) => ({ ...each, role: "owner" as const }));
  return { account, memberships };
}

async function reasonOf(response: Response): Promise<string> {
  // The cast is safe because every refusal of the API is a problem as the contract defines it.
  const problem = (await response.json()) as {
    readonly detail: string;
    readonly errors?: readonly { readonly pointer?: string; readonly detail: string }[];
  };
  const details = problem.errors?.map(
    ({ pointer = "", detail }) => `${pointer.replace(/^\//, "")} ${detail}`,
  );
  return details ? `${details.join("; ")}.` : problem.detail;
}
