import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import classes from "./logo.module.css";

/** The logo with the name, as a link to the first page. */
export function Logo(): ReactNode {
  return (
    <Link to="/" className={classes.logo}>
      <Mark />
      <span>Sinkove</span>
    </Link>
  );
}

/** The logo without the name. */
export function Mark(): ReactNode {
  return <img src="/console/icon.svg" width="28" height="28" alt="" />;
}
