import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PageHeader } from "../../ui/page-header.tsx";
import { FindRequest } from "./find-request.tsx";
import { RequestFilterBar } from "./request-filters.tsx";
import { RequestList } from "./request-list.tsx";

const route = getRouteApi("/shell/requests");

/** The request log of the account. */
export function RequestsPage(): ReactNode {
  const filters = route.useSearch();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title="Requests"
        description="Requests of your API keys, and yours in the console. They are kept for 30 days."
      />
      <FindRequest />
      <RequestFilterBar
        filters={filters}
        onChange={(search) => void navigate({ to: "/requests", search, replace: true })}
      />
      <RequestList filters={filters} />
    </>
  );
}
