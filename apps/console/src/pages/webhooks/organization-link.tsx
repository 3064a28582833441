import type { ReactNode } from "react";
import { query } from "../../api/client.ts";
import { PageLink } from "../../ui/page-link.tsx";

/** A link to the organization of a page. Renders nothing if the person is not a member of it. */
export function OrganizationLink(props: { readonly organizationId: string }): ReactNode {
  const { organizationId } = props;
  const { data } = query.useQuery("get", "/me");
  const organization = data?.organizations.find(({ id }) => id === organizationId);
  if (!organization) return null;
  return (
    <PageLink to="/organizations/$organizationId" params={{ organizationId }}>
      {organization.name}
    </PageLink>
  );
}
