import type { ReactNode } from "react";

export interface FieldNameProps {
  readonly name: string;
  /** The `id` of the field's element. */
  readonly anchor: string;
}

/** The name of a field or parameter, with a link to it. */
export function FieldName({ name, anchor }: FieldNameProps): ReactNode {
  return (
    <>
      <code className="member-name">{name}</code>
      <a className="hash-link" href={`#${anchor}`} aria-label={`Link to ${name}`}>
        {"\u200b"}
      </a>
    </>
  );
}
