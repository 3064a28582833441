import { Code, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { CopyButton } from "./copy-button.tsx";
import classes from "./secret.module.css";

interface SecretProps {
  readonly value: string;
  /** What the value is, such as "key". */
  readonly label: string;
}

/**
 * Shows a secret with a button that copies it. Keep the value only in the state of the component that received it: not
 * in a cache, storage or address.
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
