import { Alert, Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ApiKey, ApiKeyClient } from "@sinkove/contract";
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
import { clientName } from "./client-name.ts";
import { isHandingOver } from "./key-status.tsx";

const POLL_MS = 15_000;

const columns: readonly Column<ApiKeyClient>[] = [
  { id: "client", header: "Client", cell: ({ userAgent }) => clientName(userAgent) },
  { id: "address", header: "Address", cell: ({ address }) => address ?? "Unknown address" },
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

/** Shows who still uses a rotated key during its grace period, and a button that ends the key. */
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
  const params = { path: { apiKeyId: apiKey.id } };
  const { data, error, refetch } = query.useQuery(
    "get",
    "/api-keys/{apiKeyId}/advice",
    { params },
    { refetchInterval: POLL_MS },
  );
  const { canEnd = false, quietSince = apiKey.createdAt } = data?.rotation ?? {};
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
      actions={<EndKey {...{ apiKey, canEnd, quietSince }} />}
    >
      {canEnd && (
        <Alert color="green" mb="md" title="Nobody has used it for a day">
          The new key is in use. You can end the old one now.
        </Alert>
      )}
      <DataTable
        caption="Programs that used this key since it was rotated"
        rows={data?.clients}
        rowKey={({ address, userAgent }) => JSON.stringify([address, userAgent])}
        empty={{ title: "Nobody", text: "No request has used this key since it was rotated." }}
        onRetry={() => void refetch()}
        {...{ columns, error }}
      />
    </Section>
  );
}

interface EndKeyProps {
  readonly apiKey: ApiKey;
  readonly canEnd: boolean;
  /** A time in the past by the clock of the server. The clock of the browser can be ahead. */
  readonly quietSince: string;
}

function EndKey({ apiKey, canEnd, quietSince }: EndKeyProps): ReactNode {
  const change = useChangeKey();
  const [isOpen, { open, close }] = useDisclosure(false);
  const end = (): Promise<void> => change(apiKey, { expiresAt: quietSince });
  return (
    <Group gap="xs">
      <Button size="sm" variant={canEnd ? "filled" : "default"} onClick={open}>
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
          {canEnd
            ? "No program has used it for a day."
            : "Programs that still use it are refused at once. Give them the new key first."}
        </Text>
      </ConfirmDialog>
    </Group>
  );
}
