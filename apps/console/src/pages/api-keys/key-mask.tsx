import { Text } from "@mantine/core";
import type { ApiKey } from "@sinkove/contract";
import type { ReactNode } from "react";

/** The ends of a key, to recognise it by. */
export function KeyMask({ apiKey }: { readonly apiKey: ApiKey }): ReactNode {
  return (
    <Text span ff="monospace" fz="xs" c="dimmed" translate="no" style={{ whiteSpace: "nowrap" }}>
      {apiKey.prefix}…{apiKey.last4}
    </Text>
  );
}
