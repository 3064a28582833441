import { Badge } from "@mantine/core";
import type { LoggedRequest } from "@sinkove/contract";
import type { ReactNode } from "react";

interface StatusBadgeProps extends Pick<LoggedRequest, "status"> {
  /** The error code, if it is shown beside the status. */
  readonly code?: LoggedRequest["code"];
}

/** The status of a response. The colour shows its class. */
export function StatusBadge({ status, code }: StatusBadgeProps): ReactNode {
  return (
    <Badge variant="light" color={colorOf(status)} tt="none" miw="max-content">
      {status}
      {code && ` ${code}`}
    </Badge>
  );
}

function colorOf(status: number): string {
  if (status >= 500) return "red";
  if (status >= 400) return "orange";
  return status >= 300 ? "gray" : "teal";
}
