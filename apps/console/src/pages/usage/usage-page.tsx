import { getRouteApi, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PAGES } from "../../host/pages.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { CreditsSection } from "./credits-section.tsx";
import { KeysSection } from "./keys-section.tsx";
import { RateLimitSection } from "./rate-limit-section.tsx";
import { RequestsSection } from "./requests-section.tsx";
import { UsageControls } from "./usage-controls.tsx";

const route = getRouteApi("/shell/usage");

/** How much the account uses the API, and what it has left. */
export function UsagePage(): ReactNode {
  const view = route.useSearch();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader {...PAGES["/usage"].heading} />
      <UsageControls
        view={view}
        onChange={(search) => void navigate({ to: "/usage", search, replace: true })}
      />
      <RequestsSection view={view} />
      {view.apiKeyId === undefined && <KeysSection view={view} />}
      <RateLimitSection />
      <CreditsSection />
    </>
  );
}
