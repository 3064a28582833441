import { Group, TextInput } from "@mantine/core";
import type { ApiKey } from "@sinkove/contract";
import { IconBulb, IconPlus, IconSearch } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useDeferredValue, useMemo } from "react";
import { PAGES } from "../../host/pages.ts";
import { DataTable } from "../../table/data-table.tsx";
import { ButtonLink } from "../../ui/button-link.tsx";
import { useNow } from "../../ui/now.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { Segments } from "../../ui/segments.tsx";
import { keyColumns } from "./key-columns.tsx";
import { filterKeys, type KeyFilter, searchOf } from "./key-filter.ts";
import { LatestRequestsContext, useLatestRequests } from "./last-use.tsx";
import { useApiKeys } from "./queries.ts";
import { unusedKeys } from "./unused-keys.ts";

/** The page Profile > API Key, which lists the keys of the account. */
export function ApiKeysPage(): ReactNode {
  const filter = useDeferredValue(useSearch({ from: "/shell/api-keys" }));
  const { rows, error, onRetry } = useApiKeys();
  const latest = useLatestRequests();
  const shown = useMemo(() => rows && filterKeys(rows, filter), [rows, filter]);
  const hasNone = rows?.length === 0;
  return (
    <>
      <PageHeader {...PAGES["/api-keys"].heading} actions={<Actions rows={rows} />} />
      {!hasNone && <Filter />}
      <LatestRequestsContext value={latest}>
        <DataTable
          caption="API keys"
          columns={keyColumns}
          rows={shown}
          rowKey={({ id }) => id}
          {...{ error, onRetry }}
          empty={
            hasNone
              ? {
                  title: "You have no API key",
                  text: "Generate one to call the API from your programs.",
                  action: <GenerateKey />,
                }
              : { title: "No key matches", text: "Change the search, or show all keys." }
          }
        />
      </LatestRequestsContext>
    </>
  );
}

function Actions({ rows = [] }: { readonly rows: readonly ApiKey[] | undefined }): ReactNode {
  const now = useNow();
  const count = unusedKeys(rows, now).length;
  return (
    <>
      <ButtonLink
        to="/api-keys/advice"
        variant="default"
        leftSection={<IconBulb size={16} aria-hidden />}
      >
        Advice{count > 0 ? ` (${count})` : ""}
      </ButtonLink>
      <GenerateKey />
    </>
  );
}

function GenerateKey(): ReactNode {
  return (
    <ButtonLink to="/api-keys/new" leftSection={<IconPlus size={16} aria-hidden />}>
      Generate Key
    </ButtonLink>
  );
}

const SHOWN = [
  { value: "usable", label: "In use" },
  { value: "all", label: "All" },
] as const;

function Filter(): ReactNode {
  const filter = useSearch({ from: "/shell/api-keys" });
  const navigate = useNavigate({ from: "/api-keys" });
  const set = (next: KeyFilter): void => void navigate({ search: next, replace: true });
  return (
    <Group mb="md" gap="sm">
      <TextInput
        type="search"
        aria-label="Search by name, prefix or last characters"
        placeholder="Name, prefix or last characters"
        leftSection={<IconSearch size={16} aria-hidden />}
        flex="1 1 14rem"
        maw="24rem"
        value={filter.search ?? ""}
        onChange={(event) => {
          const search = searchOf(event.currentTarget.value);
          set({ ...(filter.show && { show: filter.show }), ...(search && { search }) });
        }}
      />
      <Segments
        aria-label="Which keys to show"
        data={SHOWN}
        value={filter.show ?? "usable"}
        onChange={(show) => {
          const { search } = filter;
          set({ ...(show === "all" && { show: "all" }), ...(search && { search }) });
        }}
      />
    </Group>
  );
}
