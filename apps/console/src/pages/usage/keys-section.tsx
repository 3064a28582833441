import type { ReactNode } from "react";
import { LoadingRows } from "../../table/loading-rows.tsx";
import { ErrorView } from "../../ui/error-view.tsx";
import { PageLink } from "../../ui/page-link.tsx";
import { Section } from "../../ui/section.tsx";
import { type KeyUsages, MOST_KEYS } from "./key-usages.ts";
import type { UsageView } from "./period.ts";
import { ShareTable } from "./share-table.tsx";

interface KeysSectionProps {
  readonly view: UsageView;
  readonly usages: KeyUsages;
}

/** The requests of a period by key. */
export function KeysSection({ view, usages }: KeysSectionProps): ReactNode {
  const { keys, shares, isPending, failed } = usages;
  const names = new Map(keys.map(({ id, name, last4 }) => [id, `${name} (…${last4})`]));
  return (
    <Section
      title="By key"
      description={keys.length > MOST_KEYS && `The ${MOST_KEYS} keys that were used last.`}
    >
      {failed ? (
        <ErrorView error={failed.error} onRetry={failed.retry} />
      ) : isPending ? (
        <LoadingRows columns={3} />
      ) : (
        <ShareTable
          caption="Requests by key"
          header="API key"
          shares={shares.toSorted((a, b) => b.requests - a.requests)}
          name={({ id }) => (
            <PageLink to="/usage" search={{ ...view, apiKeyId: id }}>
              {names.get(id)}
            </PageLink>
          )}
        />
      )}
    </Section>
  );
}
