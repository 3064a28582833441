import { Button, VisuallyHidden } from "@mantine/core";
import type { ApiKey, Scope } from "@sinkove/contract";
import { useQueries } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type Column, DataTable } from "../../table/data-table.tsx";
import { showError } from "../../ui/notices.ts";
import { useNow } from "../../ui/now.ts";
import { PageLink } from "../../ui/page-link.tsx";
import { Section } from "../../ui/section.tsx";
import { useNarrowKey } from "./narrow-key.ts";
import { keyUsageOptions } from "./queries.ts";
import { SCOPE_DAYS, unusedScopes } from "./unused-scopes.ts";

/** The maximum number of keys, because each needs a request for its usage. */
const AT_MOST = 50;

interface Finding {
  readonly apiKey: ApiKey;
  readonly unused: readonly Scope[];
}

const columns: readonly Column<Finding>[] = [
  {
    id: "key",
    header: "Key",
    cell: ({ apiKey: { id, name } }) => (
      <PageLink to="/api-keys/$apiKeyId" params={{ apiKeyId: id }}>
        {name}
      </PageLink>
    ),
  },
  { id: "unused", header: "Unused scopes", cell: ({ unused }) => unused.join(", ") },
  {
    id: "action",
    header: "Action",
    isHeaderHidden: true,
    cell: (finding) => <Narrow {...finding} />,
  },
];

/** The scopes that keys have but did not use in the last 30 days. */
export function ScopeAdviceList({ keys }: { readonly keys: readonly ApiKey[] }): ReactNode {
  const now = useNow();
  const active = keys.filter(({ status, scopes }) => status === "active" && scopes.length > 1);
  const looked = active.slice(0, AT_MOST);
  const results = useQueries({
    queries: looked.map(({ id }) => keyUsageOptions(id, "day", now)),
  });
  const isPending = results.some((result) => result.isPending);
  const failed = results.filter(({ error }) => error !== null);
  const findings = looked.flatMap((apiKey, index) => {
    const usage = results[index]?.data;
    const unused = usage ? unusedScopes(apiKey, usage, now) : [];
    return unused.length > 0 ? [{ apiKey, unused }] : [];
  });
  return (
    <Section
      title={`Scopes not used for ${SCOPE_DAYS} days`}
      description={
        active.length > AT_MOST &&
        `This list covers your ${AT_MOST} newest active keys. The page of each other key has the same advice.`
      }
    >
      <DataTable
        caption="Keys with unused scopes"
        rows={isPending && findings.length === 0 ? undefined : findings}
        rowKey={({ apiKey }) => apiKey.id}
        empty={{ title: "No unused scopes", text: "Every key used each of its scopes recently." }}
        error={failed[0]?.error}
        onRetry={() => {
          for (const { refetch } of failed) void refetch();
        }}
        columns={columns}
      />
    </Section>
  );
}

function Narrow({ apiKey, unused }: Finding): ReactNode {
  const narrow = useNarrowKey();
  return (
    <Button
      size="xs"
      variant="default"
      onClick={() => void narrow(apiKey, unused).catch(showError)}
    >
      Remove <VisuallyHidden>them from {apiKey.name}</VisuallyHidden>
    </Button>
  );
}
