import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ApiKey } from "@sinkove/contract";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { DataTable } from "../../table/data-table.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { showDone } from "../../ui/notices.ts";
import { quantityText } from "../../ui/number-text.ts";
import { Section } from "../../ui/section.tsx";
import { createdKeys } from "./created-keys.ts";
import { keyColumns } from "./key-columns.tsx";
import { LatestRequestsContext, useLatestRequests } from "./last-use.tsx";
import { forgetApiKeys, useApiKeys } from "./queries.ts";
import { revokeKey } from "./revoke-key.ts";

/** Lists the keys that a key created and that still work. If the key was revoked, they can be revoked, too. */
export function CreatedKeysSection({ apiKey }: { readonly apiKey: ApiKey }): ReactNode {
  const { rows = [], error, onRetry } = useApiKeys();
  const created = createdKeys(apiKey, rows);
  // If the keys cannot be loaded, it must not look as if there were none.
  if (created.length === 0 && !error) return null;
  return <Keys {...{ apiKey, created, error, onRetry }} />;
}

interface KeysProps {
  readonly apiKey: ApiKey;
  readonly created: readonly ApiKey[];
  readonly error: unknown;
  readonly onRetry: () => void;
}

function Keys({ apiKey, created, error, onRetry }: KeysProps): ReactNode {
  const latest = useLatestRequests();
  const isRevoked = apiKey.status === "revoked";
  return (
    <Section
      title="Keys it created"
      description={
        isRevoked
          ? "This key was revoked, but keys that it created still work until they are revoked, too. If somebody else had it, they may have created them."
          : "Keys that were created with this key, and with those. They still work after it is revoked."
      }
      actions={isRevoked && created.length > 0 && <RevokeAll keys={created} />}
    >
      <LatestRequestsContext value={latest}>
        <DataTable
          caption="Keys it created"
          columns={keyColumns}
          rows={created}
          rowKey={({ id }) => id}
          empty={{ title: "No keys" }}
          {...{ error, onRetry }}
        />
      </LatestRequestsContext>
    </Section>
  );
}

/** Revokes the listed keys one by one: revoking descendants would include successors that a person made. */
function RevokeAll({ keys }: { readonly keys: readonly ApiKey[] }): ReactNode {
  const client = useQueryClient();
  const [isOpen, { open, close }] = useDisclosure(false);
  const count = quantityText(keys.length, ["key", "keys"]);
  const revoke = async (): Promise<void> => {
    try {
      for (const each of keys) await revokeKey(each, { descendants: false });
    } finally {
      // If one of them failed, the list has the rest.
      await forgetApiKeys(client);
    }
    showDone(`Revoked ${count}.`);
  };
  return (
    <>
      <Button size="sm" variant="light" color="red" onClick={open}>
        Revoke all
      </Button>
      <ConfirmDialog
        {...{ isOpen }}
        onClose={close}
        title={`Revoke ${count}?`}
        action="Revoke all"
        onConfirm={revoke}
      >
        <Text size="sm">
          Programs that use one of these keys are refused immediately and permanently.
        </Text>
      </ConfirmDialog>
    </>
  );
}
