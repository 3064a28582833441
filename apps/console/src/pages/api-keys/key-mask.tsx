import { Text } from "@mantine/core";
import type { ApiKey } from "@sinkove/contract";
import type { ReactNode } from "react";

/** The first and the last characters of a key. */
export function KeyMask({ apiKey }: { readonly apiKey: ApiKey }): ReactNode {
  return (
    <Text span ff="monospace" fz="xs" c="dimmed" translate="no" style={{ whiteSpace: "nowrap" }}>
      {apiKey.prefix}…{apiKey.last4}
    </Text>
  );
}
