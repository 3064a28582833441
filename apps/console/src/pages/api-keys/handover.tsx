import { Alert, Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ApiKey } from "@sinkove/contract";
import type { ReactNode } from "react";
import { query } from "../../api/client.ts";
import { type Column, DataTable } from "../../table/data-table.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { useNow } from "../../ui/now.ts";
import { numberText } from "../../ui/number-text.ts";
import { PageLink } from "../../ui/page-link.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { Section } from "../../ui/section.tsx";
import { useChangeKey } from "./change-key.ts";
import { isHandingOver } from "./key-status.tsx";
import { clientsOf, isQuiet, type KeyClient } from "./old-key-clients.ts";
import { useApiKey } from "./queries.ts";

const POLL_MS = 15_000;

const columns: readonly Column<KeyClient>[] = [
  { id: "client", header: "Client", cell: ({ client }) => client },
  { id: "address", header: "Address", cell: ({ address }) => address },
  {
    id: "requests",
    header: "Requests",
    isNumeric: true,
    cell: ({ requests }) => numberText(requests),
  },
  {
    id: "last",
    header: "Last time",
    cell: ({ lastSeenAt }) => <RelativeTime value={lastSeenAt} />,
  },
];

/** While a rotated key still works: who uses it, and a button that ends it. */
export function Handover({ apiKey }: { readonly apiKey: ApiKey }): ReactNode {
  const now = useNow();
  const { rotatedToId } = apiKey;
  if (!isHandingOver(apiKey, now) || rotatedToId === null) return null;
  return <OldKey apiKey={apiKey} successorId={rotatedToId} />;
}

interface OldKeyProps {
  readonly apiKey: ApiKey;
  readonly successorId: string;
}

function OldKey({ apiKey, successorId }: OldKeyProps): ReactNode {
  const now = useNow();
  const { clients, error, rotatedAt, onRetry } = useOldKeyClients(apiKey.id, successorId);
  const quiet =
    clients !== undefined && rotatedAt !== undefined && isQuiet(clients, rotatedAt, now);
  return (
    <Section
      title="Who still uses this key"
      description={
        <>
          <PageLink to="/api-keys/$apiKeyId" params={{ apiKeyId: successorId }}>
            Its successor
          </PageLink>{" "}
          has replaced it. It stops working <RelativeTime value={apiKey.expiresAt} />.
        </>
      }
      actions={<EndKey apiKey={apiKey} isQuiet={quiet} />}
    >
      {quiet && (
        <Alert color="green" mb="md" title="Nobody has used it for an hour">
          Every program seems to have the new key. You can end the old one now.
        </Alert>
      )}
      <DataTable
        caption="Programs that used this key since it was rotated"
        rows={clients}
        rowKey={({ address, client }) => `${address} ${client}`}
        empty={{ title: "Nobody", text: "No request has used this key since it was rotated." }}
        {...{ columns, error, onRetry }}
      />
    </Section>
  );
}

function useOldKeyClients(apiKeyId: string, successorId: string) {
  const { data: successor } = useApiKey(successorId);
  const params = {
    query: { apiKeyId, limit: 500, ...(successor && { occurredAfter: successor.createdAt }) },
  };
  const { data, error, refetch } = query.useQuery(
    "get",
    "/requests",
    { params },
    { enabled: successor !== undefined, refetchInterval: POLL_MS },
  );
  return {
    clients: data && clientsOf(data),
    rotatedAt: successor && Date.parse(successor.createdAt),
    error,
    onRetry: () => void refetch(),
  };
}

interface EndKeyProps {
  readonly apiKey: ApiKey;
  readonly isQuiet: boolean;
}

function EndKey({ apiKey, isQuiet: quiet }: EndKeyProps): ReactNode {
  const change = useChangeKey();
  const [isOpen, { open, close }] = useDisclosure(false);
  const end = (): Promise<void> => change(apiKey, { expiresAt: new Date().toISOString() });
  return (
    <Group gap="xs">
      <Button size="sm" variant={quiet ? "filled" : "default"} onClick={open}>
        End it now
      </Button>
      <ConfirmDialog
        {...{ isOpen }}
        onClose={close}
        title="End the old key now?"
        action="End it"
        onConfirm={end}
      >
        <Text size="sm">
          {quiet
            ? "No program has used it for an hour."
            : "Programs that still use it are refused at once. Give them the new key first."}
        </Text>
      </ConfirmDialog>
    </Group>
  );
}
