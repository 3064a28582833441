import { Progress, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { query } from "../../api/client.ts";
import { ErrorView } from "../../ui/error-view.tsx";
import { numberText } from "../../ui/number-text.ts";
import { PageLink } from "../../ui/page-link.tsx";
import { rateLimitText } from "../../ui/rate-limit-text.ts";
import { Section } from "../../ui/section.tsx";
import type { RateLimitState } from "./rate-limit.ts";
import { useRateLimit } from "./rate-limit-query.ts";

/** The rest of the rate limit, according to the last response. */
export function RateLimitSection(): ReactNode {
  const account = query.useQuery("get", "/me").data?.account;
  const { data, error, refetch } = useRateLimit();
  return (
    <Section title="Rate limit">
      <Stack gap="md">
        {account && (
          <Text size="sm">
            Your API keys share <b>{rateLimitText(account.rateLimit)}</b>. Each response to a key
            says in its <code>RateLimit</code> header how many are left. A key can have a limit of
            its own: see <PageLink to="/api-keys">your API keys</PageLink>.
          </Text>
        )}
        {error ? <ErrorView error={error} onRetry={() => void refetch()} /> : null}
        {data && <Left state={data} />}
      </Stack>
    </Section>
  );
}

function Left({ state: { limit, remaining } }: { readonly state: RateLimitState }): ReactNode {
  return (
    <Stack gap={6} maw="28rem">
      <Text size="sm">
        The console has a limit of its own: <b>{numberText(remaining)}</b> of {numberText(limit)}{" "}
        requests are left.
      </Text>
      <Progress
        value={(remaining / Math.max(1, limit)) * 100}
        aria-label="Requests left for the console"
      />
    </Stack>
  );
}
