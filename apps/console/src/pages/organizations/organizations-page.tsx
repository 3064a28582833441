import type { ReactNode } from "react";
import { PageHeader } from "../../ui/page-header.tsx";

export function OrganizationsPage(): ReactNode {
  return <PageHeader title="Organizations" />;
}
