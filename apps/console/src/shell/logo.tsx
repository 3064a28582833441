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

/** The logo without the name: three slices, as a scanner makes them. */
export function Mark(): ReactNode {
  return (
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" className={classes.plate} />
      <g className={classes.slices}>
        <path d="M8 12c4-4 12-4 16 0" />
        <path d="M8 17c4-4 12-4 16 0" opacity=".75" />
        <path d="M8 22c4-4 12-4 16 0" opacity=".5" />
      </g>
    </svg>
  );
}
