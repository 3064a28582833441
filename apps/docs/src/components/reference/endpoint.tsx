import Link from "@docusaurus/Link";
import { Fragment, type ReactNode } from "react";

export interface EndpointProps {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** Absent where the operation is public; empty where any valid key will do. */
  readonly scopes?: readonly { readonly name: string; readonly meaning: string }[];
}

/** What an operation is called with, and what its key must be allowed to do. */
export function Endpoint({ operationId, method, path, scopes }: EndpointProps): ReactNode {
  return (
    <div className="endpoint">
      <p className="endpoint-request">
        <span className={`method-badge method-${method.toLowerCase()}`}>{method}</span>{" "}
        <code>
          <Path>{path}</Path>
        </code>
      </p>
      <p className="endpoint-facts">
        <code>{operationId}</code>
        <span>{needOf(scopes)}</span>
      </p>
    </div>
  );
}

function needOf(scopes: EndpointProps["scopes"]): ReactNode {
  if (scopes === undefined) return "Public: needs no key";
  if (scopes.length === 0) return "Needs any valid key";
  return scopes.map(({ name, meaning }) => (
    <Fragment key={name}>
      Needs the scope{" "}
      <Link to="/reference#scopes" title={meaning}>
        <code>{name}</code>
      </Link>
    </Fragment>
  ));
}

/** A path that may break before its slashes, where it is too long for its line. */
function Path({ children }: { readonly children: string }): ReactNode {
  // A zero-width space is where the line may break.
  return children.replaceAll("/", "\u200b/");
}
