import { Code } from "@mantine/core";
import type { ReactNode } from "react";
import { CopyButton } from "./copy-button.tsx";
import classes from "./snippet.module.css";

interface SnippetProps {
  readonly code: string;
  /** What the code is, such as "curl command". */
  readonly label: string;
}

/** A code block with a button that copies it. */
export function Snippet({ code, label }: SnippetProps): ReactNode {
  return (
    <div className={classes.snippet}>
      {/* A scrolling region has to be reachable by keyboard. */}
      <Code
        block
        className={classes.code}
        tabIndex={0}
        role="region"
        aria-label={label}
        translate="no"
      >
        {code}
      </Code>
      <div className={classes.copy}>
        <CopyButton value={code} label={`Copy the ${label}`} />
      </div>
    </div>
  );
}
