import type { ReactNode } from "react";
import { PageHeader } from "../../ui/page-header.tsx";

export function AdvicePage(): ReactNode {
  return <PageHeader title="Advice" />;
}
