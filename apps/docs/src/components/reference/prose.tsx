import type { ReactNode } from "react";

/** A text of the contract. Its only mark-up is `code`. */
export function Prose({ children }: { readonly children: string }): ReactNode {
  const [before, code, ...rest] = children.split("`");
  if (code === undefined) return before;
  return (
    <>
      {before}
      <code>{code}</code>
      <Prose>{rest.join("`")}</Prose>
    </>
  );
}
