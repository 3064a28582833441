import type { ReactNode } from "react";
import type { ParameterView } from "../../../plugins/reference/operation-view.ts";
import { Facts, Type } from "./facts.tsx";
import { FieldName } from "./field-name.tsx";

/** The path parameters, query parameters and headers of an operation. */
export function Parameters({ of }: { readonly of: readonly ParameterView[] }): ReactNode {
  return (
    <div className="schema">
      <ul className="members">
        {of.map((parameter) => (
          <li key={`${parameter.in} ${parameter.name}`} id={`${parameter.in}-${parameter.name}`}>
            <p className="member-head">
              <FieldName name={parameter.name} anchor={`${parameter.in}-${parameter.name}`} />{" "}
              <span className="place">{parameter.in}</span> <Type of={parameter} />
              {parameter.required && <span className="required">required</span>}
            </p>
            <Facts of={parameter} />
            {parameter.example !== undefined && (
              <p className="constraints">
                Example: <code>{parameter.example}</code>
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
