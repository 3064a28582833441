import { ActionIcon, Button, VisuallyHidden } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface CopyButtonProps {
  readonly value: string;
  /** The label, such as "Copy the key". */
  readonly label: string;
  /** Whether the label is visible. Otherwise, only screen readers get it. */
  readonly isLabelled?: boolean;
}

/** A button that copies a text and then shows "Copied". */
export function CopyButton({ value, label, isLabelled = false }: CopyButtonProps): ReactNode {
  const { copied, copy, error } = useClipboard({ timeout: 2_000 });
  const Icon = copied ? IconCheck : IconCopy;
  // Browsers do not provide the clipboard without https.
  const text = copied ? "Copied" : error ? "Select it and copy it by hand" : label;
  if (isLabelled) {
    return (
      <Button
        variant="default"
        leftSection={<Icon size={16} aria-hidden />}
        onClick={() => copy(value)}
      >
        <span aria-live="polite">{text}</span>
      </Button>
    );
  }
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={label}
        title={text}
        onClick={() => copy(value)}
      >
        <Icon size={16} aria-hidden />
      </ActionIcon>
      <VisuallyHidden role="status">{text === label ? "" : text}</VisuallyHidden>
    </>
  );
}
