import { Badge } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { query } from "../../api/client.ts";
import { ErrorView } from "../../ui/error-view.tsx";
import { LoadingPage } from "../../ui/loading-page.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Credits } from "./credits.tsx";
import { EndOrganization } from "./end-organization.tsx";
import { Invitations } from "./invitations.tsx";
import { LeakedKeys } from "./leaked-keys.tsx";
import { Members } from "./members.tsx";
import { OrganizationActions } from "./organization-actions.tsx";
import { ROLE_LABELS, roleAllows } from "./roles.ts";
import { WebhooksLink } from "./webhooks-link.tsx";

const route = getRouteApi("/shell/organizations/$organizationId");

/** The page of an organization: its credits, members, invitations and settings. */
export function OrganizationPage(): ReactNode {
  const { organizationId } = route.useParams();
  const params = { path: { organizationId } };
  const organization = query.useQuery("get", "/organizations/{organizationId}", { params });
  const { data, error } = organization;
  if (!data) {
    return (
      <>
        <PageHeader title="Organization" />
        {error ? (
          <ErrorView error={error} onRetry={() => void organization.refetch()} />
        ) : (
          <LoadingPage />
        )}
      </>
    );
  }
  const mayManage = roleAllows(data.role, "members:write");
  return (
    // The key resets the page for another organization, so that no dialog stays open.
    <div key={organizationId}>
      <PageHeader
        title={data.name}
        beside={
          <Badge variant="light" tt="none">
            You are {data.role === "owner" ? "an" : "a"} {ROLE_LABELS[data.role].toLowerCase()}
          </Badge>
        }
        actions={
          roleAllows(data.role, "organizations:write") && (
            <OrganizationActions organization={data} />
          )
        }
      />
      <Credits organization={data} />
      <Members organization={data} />
      {mayManage && <Invitations organizationId={organizationId} />}
      {roleAllows(data.role, "webhooks:read") && <WebhooksLink organizationId={organizationId} />}
      <LeakedKeys organization={data} />
      <EndOrganization organization={data} />
    </div>
  );
}
