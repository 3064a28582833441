import type { ReactNode } from "react";

/** A text of the contract, whose only mark-up is `code`. */
export function Prose({ children }: { readonly children: string }): ReactNode {
  return children
    .split("`")
    .map((part, index) => (index % 2 === 1 ? <code key={`${index}${part}`}>{part}</code> : part));
}
