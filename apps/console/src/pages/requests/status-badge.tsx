import { Badge } from "@mantine/core";
import type { LoggedRequest } from "@sinkove/contract";
import type { ReactNode } from "react";

/** The status of a response. The colour shows its class. */
export function StatusBadge({ status }: Pick<LoggedRequest, "status">): ReactNode {
  return (
    <Badge variant="light" color={colorOf(status)} tt="none">
      {status}
    </Badge>
  );
}

function colorOf(status: number): string {
  if (status >= 500) return "red";
  if (status >= 400) return "orange";
  return status >= 300 ? "gray" : "teal";
}
