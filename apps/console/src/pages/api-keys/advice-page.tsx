import { Button, VisuallyHidden } from "@mantine/core";
import type { ApiKey } from "@sinkove/contract";
import type { ReactNode } from "react";
import { PAGES } from "../../host/pages.ts";
import { DataTable } from "../../table/data-table.tsx";
import { showError } from "../../ui/notices.ts";
import { useNow } from "../../ui/now.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { Section } from "../../ui/section.tsx";
import { showUndo } from "../../ui/undo.tsx";
import { useChangeKey } from "./change-key.ts";
import { keyColumns } from "./key-columns.tsx";
import { useApiKeys } from "./queries.ts";
import { ScopeAdviceList } from "./scope-advice-list.tsx";
import { UNUSED_DAYS, unusedKeys } from "./unused-keys.ts";

/** The page with advice on unused keys and unused scopes. */
export function AdvicePage(): ReactNode {
  const now = useNow();
  const { rows, error, onRetry } = useApiKeys();
  return (
    <>
      <PageHeader {...PAGES["/api-keys/advice"].heading} />
      <Section title={`Keys not used for ${UNUSED_DAYS} days`}>
        <DataTable
          caption={`Keys not used for ${UNUSED_DAYS} days`}
          rows={rows && unusedKeys(rows, now)}
          rowKey={({ id }) => id}
          columns={unusedColumns}
          empty={{ title: "No unused keys", text: "Every active key was used recently." }}
          {...{ error, onRetry }}
        />
      </Section>
      {rows && <ScopeAdviceList keys={rows} />}
    </>
  );
}

const unusedColumns = [
  ...keyColumns.filter(({ id }) => id === "name" || id === "last-used"),
  {
    id: "action",
    header: "Action",
    isHeaderHidden: true,
    cell: (apiKey: ApiKey) => <Disable apiKey={apiKey} />,
  },
];

function Disable({ apiKey }: { readonly apiKey: ApiKey }): ReactNode {
  const change = useChangeKey();
  const disable = async (): Promise<void> => {
    await change(apiKey, { enabled: false });
    showUndo(`${apiKey.name} is disabled.`, () => change(apiKey, { enabled: true }));
  };
  return (
    <Button size="xs" variant="default" onClick={() => void disable().catch(showError)}>
      Disable <VisuallyHidden>{apiKey.name}</VisuallyHidden>
    </Button>
  );
}
