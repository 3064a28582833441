import type { Me, Organization } from "@sinkove/contract";
import { presentApiKey } from "../api-keys/presentation.ts";
import { permissionDenied } from "../authorization.ts";
import type { Handlers } from "../operation.ts";
import { readPage, takePage } from "../pagination.ts";
import type { OrganizationRecord } from "../store/records.ts";

/** Handlers of the tags "Account" and "Organizations". */
export const organizationHandlers: Pick<
  Handlers,
  "getMe" | "listOrganizations" | "getOrganization"
> = {
  async getMe({ principal, store, now }) {
    const { account, apiKey, organizationIds } = principal;
    const organizations = await store.listOrganizations(organizationIds, now);
    const body: Me = {
      account: { id: account.id, name: account.name, rateLimit: account.rateLimit },
      apiKey: presentApiKey(apiKey, account.rateLimit, now),
      organizations: organizations.map(present),
    };
    return { status: 200, body };
  },

  async listOrganizations(context) {
    const { principal, store, now, parameters } = context;
    const all = await store.listOrganizations(principal.organizationIds, now);
    const list = async (page: Parameters<typeof takePage>[1]) => takePage(all, page);
    const { records, headers } = await readPage(context, parameters, list);
    const total = { "X-Total-Count": `${all.length}` };
    return { status: 200, body: records.map(present), headers: { ...headers, ...total } };
  },

  async getOrganization({ parameters, store, now }) {
    const [organization] = await store.listOrganizations([parameters.organizationId], now);
    if (!organization) throw permissionDenied("The organization is gone.", [], "organization");
    return { status: 200, body: present(organization) };
  },
};

function present({ id, name, credits }: OrganizationRecord): Organization {
  return { id, name, credits };
}
