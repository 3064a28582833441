import type { ReactNode } from "react";
import { PageHeader } from "../../ui/page-header.tsx";

export function RequestsPage(): ReactNode {
  return <PageHeader title="Requests" />;
}
