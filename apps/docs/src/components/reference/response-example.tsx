import type { ReactNode } from "react";

export interface ResponseExampleProps {
  readonly status: string;
  /** The name of the example in the contract. `Prefer: example=…` requests it from a sandbox. */
  readonly name: string;
  readonly summary: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

/** An example of a response. It opens and closes without script. */
export function ResponseExample(props: ResponseExampleProps): ReactNode {
  const { status, name, summary, isOpen, children } = props;
  return (
    <details open={isOpen}>
      <summary>
        <span className="status">{status}</span> {summary}
      </summary>
      {children}
      <p>
        (<code>{name}</code>)
      </p>
    </details>
  );
}
