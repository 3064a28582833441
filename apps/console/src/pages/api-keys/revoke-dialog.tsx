import { Checkbox, Text } from "@mantine/core";
import type { ApiKey } from "@sinkove/contract";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { showDone } from "../../ui/notices.ts";
import { forgetApiKeys } from "./queries.ts";
import { revokeKey } from "./revoke-key.ts";

interface RevokeDialogProps {
  readonly apiKey: ApiKey;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The dialog that revokes a key after the person has typed its name. */
export function RevokeDialog({ apiKey, isOpen, onClose }: RevokeDialogProps): ReactNode {
  const client = useQueryClient();
  const [descendants, setDescendants] = useState(false);
  const close = (): void => {
    setDescendants(false);
    onClose();
  };
  const revoke = async (): Promise<void> => {
    const others = await revokeKey(apiKey, { descendants });
    showDone(
      others > 0 ? `${apiKey.name} and ${others} more are revoked.` : `${apiKey.name} is revoked.`,
    );
    await forgetApiKeys(client);
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={close}
      title="Revoke this key?"
      action="Revoke"
      typed={apiKey.name}
      onConfirm={revoke}
    >
      <Text size="sm">
        Programs that use <b>{apiKey.name}</b> are refused immediately and permanently. To replace
        the key without an interruption, rotate it instead.
      </Text>
      <Checkbox
        label="Revoke the keys that it created, too"
        description="Also revokes the keys that those keys created, and all successors."
        checked={descendants}
        onChange={(event) => setDescendants(event.currentTarget.checked)}
      />
    </ConfirmDialog>
  );
}
