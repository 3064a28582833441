import type { ReactNode } from "react";

/** The code and the status of the error that a page describes. */
export function ErrorSummary(props: { readonly code: string; readonly status: number }): ReactNode {
  return (
    <p className="error-summary">
      <code>{props.code}</code> <span>HTTP {props.status}</span>
    </p>
  );
}
