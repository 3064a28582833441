import Link from "@docusaurus/Link";
import { Fragment, type ReactNode } from "react";
import { errorAddress } from "../../../plugins/reference/address.ts";
import type { ErrorView } from "../../../plugins/reference/operation-view.ts";
import { Prose } from "./prose.tsx";

/** The errors of an operation, each with a link to its page. */
export function Errors({ of }: { readonly of: readonly ErrorView[] }): ReactNode {
  return (
    <table className="errors">
      <thead>
        <tr>
          <th scope="col">status</th>
          <th scope="col">code</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ status, codes }) => (
          <tr key={status}>
            <td>{status}</td>
            <td>
              {codes.map(({ code, meaning }, index) => (
                <Fragment key={code}>
                  {index > 0 && <br />}
                  <Link to={errorAddress(code)}>
                    <code>{code}</code>
                  </Link>{" "}
                  <Prose>{meaning}</Prose>
                </Fragment>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
