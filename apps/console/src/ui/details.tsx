import type { ReactNode } from "react";
import classes from "./details.module.css";

/** A name and its value. */
export type Detail = readonly [name: string, value: ReactNode];

/** A list of names and values. */
export function Details({ details }: { readonly details: readonly Detail[] }): ReactNode {
  return (
    <dl className={classes.list}>
      {details.map(([name, value]) => (
        <div key={name} className={classes.entry}>
          <dt className={classes.name}>{name}</dt>
          <dd className={classes.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
