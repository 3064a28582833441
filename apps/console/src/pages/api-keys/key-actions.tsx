import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ApiKey } from "@sinkove/contract";
import type { ReactNode } from "react";
import { ButtonLink } from "../../ui/button-link.tsx";
import { showError } from "../../ui/notices.ts";
import { showUndo } from "../../ui/undo.tsx";
import { useChangeKey } from "./change-key.ts";
import { RevokeDialog } from "./revoke-dialog.tsx";

/** The actions on a key. A revoked key has none, and a key can be rotated only once. */
export function KeyActions({ apiKey }: { readonly apiKey: ApiKey }): ReactNode {
  const [isRevoking, { open, close }] = useDisclosure(false);
  const { id, status, rotatedToId } = apiKey;
  if (status === "revoked") return null;
  const params = { apiKeyId: id };
  return (
    <>
      <ButtonLink to="/api-keys/$apiKeyId/edit" params={params} variant="default">
        Edit
      </ButtonLink>
      <Switch apiKey={apiKey} />
      {rotatedToId === null && status !== "expired" && (
        <ButtonLink to="/api-keys/$apiKeyId/rotate" params={params} variant="default">
          Rotate
        </ButtonLink>
      )}
      <Button variant="light" color="red" onClick={open}>
        Revoke
      </Button>
      <RevokeDialog apiKey={apiKey} isOpen={isRevoking} onClose={close} />
    </>
  );
}

/** Disables or enables a key without a confirmation, because the notice has an Undo button. */
function Switch({ apiKey }: { readonly apiKey: ApiKey }): ReactNode {
  const change = useChangeKey();
  const { enabled, name } = apiKey;
  const toggle = async (): Promise<void> => {
    await change(apiKey, { enabled: !enabled });
    showUndo(`${name} is ${enabled ? "disabled" : "enabled"}.`, () => change(apiKey, { enabled }));
  };
  return (
    <Button variant="default" onClick={() => void toggle().catch(showError)}>
      {enabled ? "Disable" : "Enable"}
    </Button>
  );
}
