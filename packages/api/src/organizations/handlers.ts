import { permissionDenied } from "../access/authorization.ts";
import { settleFailures, tellIfLow } from "../credits/low.ts";
import { readPage, takePage } from "../http/pagination.ts";
import { ApiError } from "../http/problem.ts";
import type { Context, Handlers } from "../operation.ts";
import { uuidV7 } from "../random.ts";
import { NEW_ORGANIZATION } from "../store/records.ts";
import type { PageRequest } from "../store/store.ts";
import { requireRoomForOrganization } from "./limits.ts";
import { lockOrganization, organizationGone } from "./lock.ts";
import { presentOrganization, presentOwn } from "./presentation.ts";

/** Handlers of the tag "Organizations". */
export const organizationHandlers: Pick<
  Handlers,
  | "listOrganizations"
  | "createOrganization"
  | "getOrganization"
  | "updateOrganization"
  | "deleteOrganization"
> = {
  async listOrganizations(context) {
    const { principal, store, now, parameters } = context;
    const all = await store.listOrganizations(principal.organizationIds, now);
    const list = async (page: PageRequest) => takePage(all, page);
    const { records, headers } = await readPage(context, parameters, list);
    const total = { "X-Total-Count": `${all.length}` };
    return { status: 200, body: presentOwn(records, principal), headers: { ...headers, ...total } };
  },

  async createOrganization(context) {
    const { principal, store, now, services, body, prefix } = context;
    requireUnlimited(context);
    requireRoomForOrganization(context);
    const id = uuidV7(now, services.random);
    const organization = { id, name: body.name, createdAt: now, leakPolicy: "revoke" } as const;
    await store.insertOrganization({ ...organization, grant: null }, [principal.account.id]);
    const headers = { Location: `${prefix}/organizations/${id}` };
    return {
      status: 201,
      body: presentOrganization({ ...organization, ...NEW_ORGANIZATION }, "owner"),
      headers,
    };
  },

  async getOrganization({ parameters, store, now, principal }) {
    const found = await store.listOrganizations([parameters.organizationId], now);
    const [organization] = presentOwn(found, principal);
    if (!organization) throw organizationGone();
    return { status: 200, body: organization };
  },

  async updateOrganization({ parameters, body, store, now, principal, services }) {
    const { organizationId } = parameters;
    const { name, leakPolicy, lowCreditsThreshold } = body;
    const source = { now, random: services.random };
    // Settles before it locks the organization, as orders do, so that the two cannot deadlock.
    if (lowCreditsThreshold !== undefined) await settleFailures(store, organizationId, source);
    const before = await lockOrganization(store, organizationId);
    const changes = {
      ...(name === undefined ? {} : { name }),
      ...(leakPolicy === undefined ? {} : { leakPolicy }),
      ...(lowCreditsThreshold === undefined ? {} : { lowCreditsThreshold }),
    };
    await store.updateOrganization(organizationId, changes);
    const after = { ...before, ...changes };
    await tellIfLow(store, { organizationId, before, after }, source);
    const [organization] = presentOwn(
      await store.listOrganizations([organizationId], now),
      principal,
    );
    if (!organization) throw organizationGone();
    return { status: 200, body: organization };
  },

  async deleteOrganization({ parameters, store }) {
    const { organizationId } = parameters;
    await lockOrganization(store, organizationId);
    const datasets = await store.countDatasets(organizationId);
    if (datasets > 0) throw notEmpty(datasets);
    await store.deleteOrganization(organizationId);
    return { status: 204, body: undefined };
  },
};

/** A key that is limited to some organizations must not reach others by creating them. */
function requireUnlimited({ principal: { apiKey } }: Context<"createOrganization">): void {
  if (!apiKey || apiKey.organizationIds === null) return;
  const detail =
    "The API key is limited to some organizations and cannot create others. Use a key that reaches all organizations of the account.";
  throw permissionDenied(detail);
}

function notEmpty(datasets: number): ApiError {
  const count = datasets === 1 ? "1 dataset. Delete it" : `${datasets} datasets. Delete them`;
  const detail = `The organization has ${count} first: the organization is deleted with its credits and its models.`;
  return new ApiError("ORGANIZATION_NOT_EMPTY", detail);
}
