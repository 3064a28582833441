import type { ReactNode } from "react";
import { PageHeader } from "../../ui/page-header.tsx";

export function OrganizationPage(): ReactNode {
  return <PageHeader title="Organization" />;
}
