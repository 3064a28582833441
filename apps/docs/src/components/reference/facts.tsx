import Link from "@docusaurus/Link";
import { Fragment, type ReactNode } from "react";
import { schemaAddress } from "../../../plugins/reference/address.ts";
import type { SchemaView } from "../../../plugins/reference/schema-view.ts";
import { Prose } from "./prose.tsx";

/** The type of a schema. Named schemas are linked. */
export function Type({ of: { type, named } }: { readonly of: SchemaView }): ReactNode {
  if (named === undefined) return <span className="schema-type">{type}</span>;
  const link = <Link to={schemaAddress(named)}>{named}</Link>;
  const [before = "", after] = type.split(named);
  return (
    <span className="schema-type">
      {after === undefined ? `${type}, ` : before}
      {link}
      {after}
    </span>
  );
}

/** The facts of a schema besides its type: description, constraints and values. */
export function Facts({ of }: { readonly of: SchemaView }): ReactNode {
  const { description, constraints, values } = of;
  return (
    <>
      {description !== undefined && (
        <p>
          <Prose>{description}</Prose>
        </p>
      )}
      {constraints.length > 0 && (
        <p className="constraints">
          {constraints.map((constraint) => (
            <Fragment key={constraint}>
              <code>{constraint}</code>{" "}
            </Fragment>
          ))}
        </p>
      )}
      {values !== undefined && (
        <ul className="values">
          {values.map(({ value, description: meaning }) => (
            <li key={value}>
              <code>{value}</code>
              {meaning !== undefined && (
                <>
                  {" "}
                  <Prose>{meaning}</Prose>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
