import Link from "@docusaurus/Link";
import { Fragment, type ReactNode } from "react";

export interface EndpointProps {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** Who may call the operation. Empty if it is public. */
  readonly schemes: readonly ("apiKey" | "session")[];
  /** The required scopes. Empty if any valid key or session is sufficient. */
  readonly scopes: readonly { readonly name: string; readonly meaning: string }[];
}

/** The method and path of an operation, who may call it, and the scopes that they need. */
export function Endpoint(props: EndpointProps): ReactNode {
  const { operationId, method, path } = props;
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
        <span>{needOf(props)}</span>
      </p>
    </div>
  );
}

function needOf({ schemes, scopes }: EndpointProps): ReactNode {
  if (schemes.length === 0) return "Public: needs no key";
  if (!schemes.includes("apiKey")) return "Needs a session: for people only";
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

/** A path that may break before its slashes if it is too long for a line. */
function Path({ children }: { readonly children: string }): ReactNode {
  // A zero-width space allows a line break.
  return children.replaceAll("/", "\u200b/");
}
