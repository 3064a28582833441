import { Badge } from "@mantine/core";
import type { ApiKey } from "@sinkove/contract";
import type { ReactNode } from "react";
import { useNow } from "../../ui/now.ts";

const LABELS = {
  active: { text: "Active", color: "green" },
  disabled: { text: "Disabled", color: "yellow" },
  expired: { text: "Expired", color: "gray" },
  revoked: { text: "Revoked", color: "red" },
} as const;

/** The status of a key. */
export function KeyStatus({ apiKey }: { readonly apiKey: ApiKey }): ReactNode {
  const now = useNow();
  if (isHandingOver(apiKey, now)) return <Label text="Being replaced" color="orange" />;
  return <Label {...LABELS[apiKey.status]} />;
}

/** Whether a key was rotated and still works during its grace period. */
export function isHandingOver({ status, rotatedToId, expiresAt }: ApiKey, now: number): boolean {
  const isOver = expiresAt !== null && Date.parse(expiresAt) <= now;
  return status === "active" && rotatedToId !== null && !isOver;
}

function Label({ text, color }: { text: string; color: string }): ReactNode {
  return (
    <Badge variant="light" color={color} tt="none" fw={600} miw="max-content">
      {text}
    </Badge>
  );
}
