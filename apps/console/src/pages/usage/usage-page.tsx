import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { query } from "../../api/client.ts";
import { PAGES } from "../../host/pages.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { CreditsSection } from "./credits-section.tsx";
import { useKeyUsages } from "./key-usages.ts";
import { KeysSection } from "./keys-section.tsx";
import { useRateLimit } from "./rate-limit-query.ts";
import { RateLimitSection } from "./rate-limit-section.tsx";
import { RequestsSection } from "./requests-section.tsx";
import { UsageControls } from "./usage-controls.tsx";
import { useUsage } from "./usage-query.ts";

const route = getRouteApi("/shell/usage");

/** The usage page: the account's requests, and the rest of its rate limit and credits. */
export function UsagePage(): ReactNode {
  const view = route.useSearch();
  const navigate = useNavigate();
  const usages = useKeyUsages(view);
  const parts = [useUsage(view), usages, useRateLimit(), query.useQuery("get", "/me")];
  const isFirstOnTheWay = useIsFirstOnTheWay(parts.some(({ isPending }) => isPending));
  return (
    <>
      <PageHeader {...PAGES["/usage"].heading} />
      <UsageControls
        view={view}
        onChange={(search) => void navigate({ to: "/usage", search, replace: true })}
      />
      <RequestsSection view={view} />
      <div hidden={isFirstOnTheWay}>
        {view.apiKeyId === undefined && <KeysSection view={view} usages={usages} />}
        <RateLimitSection />
        <CreditsSection />
      </div>
    </>
  );
}

/**
 * Whether the first numbers are loading. The heights of the chart and the tables are unknown until then, so content
 * below them would move.
 */
function useIsFirstOnTheWay(isPending: boolean): boolean {
  const [isFirst, setIsFirst] = useState(true);
  if (isFirst && !isPending) setIsFirst(false);
  return isFirst && isPending;
}
