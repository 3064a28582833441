import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { PAGES } from "../../host/pages.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { CreditsSection } from "./credits-section.tsx";
import { KeysSection } from "./keys-section.tsx";
import { RateLimitSection } from "./rate-limit-section.tsx";
import { RequestsSection } from "./requests-section.tsx";
import { UsageControls } from "./usage-controls.tsx";
import { useUsage } from "./usage-query.ts";

const route = getRouteApi("/shell/usage");

/** How much the account uses the API, and what it has left. */
export function UsagePage(): ReactNode {
  const view = route.useSearch();
  const navigate = useNavigate();
  const isFirstOnTheWay = useIsFirstOnTheWay(useUsage(view).isPending);
  return (
    <>
      <PageHeader {...PAGES["/usage"].heading} />
      <UsageControls
        view={view}
        onChange={(search) => void navigate({ to: "/usage", search, replace: true })}
      />
      <RequestsSection view={view} />
      <div hidden={isFirstOnTheWay}>
        {view.apiKeyId === undefined && <KeysSection view={view} />}
        <RateLimitSection />
        <CreditsSection />
      </div>
    </>
  );
}

/**
 * Whether the first numbers are on the way. Nobody knows before whether there will be a chart or two lines: what comes
 * after them would jump.
 */
function useIsFirstOnTheWay(isPending: boolean): boolean {
  const [isFirst, setIsFirst] = useState(true);
  if (isFirst && !isPending) setIsFirst(false);
  return isFirst && isPending;
}
