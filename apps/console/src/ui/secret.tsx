import { Code, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { CopyButton } from "./copy-button.tsx";
import classes from "./secret.module.css";

interface SecretProps {
  readonly value: string;
  /** What it is, such as "API key". */
  readonly label: string;
}

/**
 * A secret that is shown once, with a button that copies it. Keep the value in the state of the component that got it
 * and nowhere else: no cache, no storage, no address.
 */
export function Secret({ value, label }: SecretProps): ReactNode {
  return (
    <Group gap="xs" align="center" className={classes.secret}>
      {/* translate: a translating browser would send it to its maker, and change it. */}
      <Code className={classes.value} translate="no" data-secret>
        {value}
      </Code>
      <CopyButton value={value} label={`Copy the ${label}`} isLabelled />
    </Group>
  );
}
