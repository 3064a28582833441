import Link from "@docusaurus/Link";
import { Fragment, type ReactNode } from "react";

export interface EndpointProps {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** Who may call it; empty if it is public. */
  readonly schemes: readonly ("apiKey" | "session")[];
  /** What the caller must be allowed to do; empty if any valid key or session will do. */
  readonly scopes: readonly { readonly name: string; readonly meaning: string }[];
}

/** What an operation is called with, by whom, and what they must be allowed to do. */
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

/** A path that may break before its slashes, where it is too long for its line. */
function Path({ children }: { readonly children: string }): ReactNode {
  // A zero-width space is where the line may break.
  return children.replaceAll("/", "\u200b/");
}
