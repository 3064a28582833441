import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PAGES } from "../../host/pages.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { FindRequest } from "./find-request.tsx";
import { RequestFilterBar } from "./request-filters.tsx";
import { RequestList } from "./request-list.tsx";

const route = getRouteApi("/shell/requests");

/** The page of the request log. */
export function RequestsPage(): ReactNode {
  const filters = route.useSearch();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader {...PAGES["/requests"].heading} />
      <FindRequest />
      <RequestFilterBar
        filters={filters}
        onChange={(search) => void navigate({ to: "/requests", search, replace: true })}
      />
      <RequestList filters={filters} />
    </>
  );
}
