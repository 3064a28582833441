import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ApiKey } from "@sinkove/contract";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { DataTable } from "../../table/data-table.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { showDone } from "../../ui/notices.ts";
import { Section } from "../../ui/section.tsx";
import { createdKeys } from "./created-keys.ts";
import { keyColumns } from "./key-columns.tsx";
import { LatestRequestsContext, useLatestRequests } from "./last-use.tsx";
import { forgetApiKeys, useApiKeys } from "./queries.ts";
import { revokeKey } from "./revoke-key.ts";

/** Lists the keys that a key created and that still work. If the key was revoked, they can be revoked, too. */
export function CreatedKeysSection({ apiKey }: { readonly apiKey: ApiKey }): ReactNode {
  const { rows = [] } = useApiKeys();
  const created = createdKeys(apiKey, rows);
  if (created.length === 0) return null;
  return <Keys {...{ apiKey, created }} />;
}

interface KeysProps {
  readonly apiKey: ApiKey;
  readonly created: readonly ApiKey[];
}

function Keys({ apiKey, created }: KeysProps): ReactNode {
  const latest = useLatestRequests();
  const isRevoked = apiKey.status === "revoked";
  return (
    <Section
      title="Keys it created"
      description={
        isRevoked
          ? "This key was revoked, but these keys still work. If somebody else had it, they may have created them."
          : "Keys that were created with this key, and with those. They still work after it is revoked."
      }
      actions={isRevoked && <RevokeAll keys={created} />}
    >
      <LatestRequestsContext value={latest}>
        <DataTable
          caption="Keys it created"
          columns={keyColumns}
          rows={created}
          rowKey={({ id }) => id}
          empty={{ title: "No keys" }}
        />
      </LatestRequestsContext>
    </Section>
  );
}

/** Revokes the listed keys one by one: revoking descendants would include successors that a person made. */
function RevokeAll({ keys }: { readonly keys: readonly ApiKey[] }): ReactNode {
  const client = useQueryClient();
  const [isOpen, { open, close }] = useDisclosure(false);
  const revoke = async (): Promise<void> => {
    try {
      for (const each of keys) await revokeKey(each, { descendants: false });
    } finally {
      // If one of them failed, the list has the rest.
      await forgetApiKeys(client);
    }
    showDone(keys.length === 1 ? "1 key is revoked." : `${keys.length} keys are revoked.`);
  };
  return (
    <>
      <Button size="sm" variant="light" color="red" onClick={open}>
        Revoke all
      </Button>
      <ConfirmDialog
        {...{ isOpen }}
        onClose={close}
        title={keys.length === 1 ? "Revoke this key?" : `Revoke these ${keys.length} keys?`}
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
