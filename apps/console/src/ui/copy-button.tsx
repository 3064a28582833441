import { ActionIcon, Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface CopyButtonProps {
  readonly value: string;
  /** What it copies, such as "Copy the key". */
  readonly label: string;
  /** Whether the label is shown, not only read out. */
  readonly isLabelled?: boolean;
}

/** Copies a text, and says so. */
export function CopyButton({ value, label, isLabelled = false }: CopyButtonProps): ReactNode {
  const { copied, copy, error } = useClipboard({ timeout: 2_000 });
  const Icon = copied ? IconCheck : IconCopy;
  // Without https a browser gives pages no clipboard.
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
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={text}
      title={text}
      onClick={() => copy(value)}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
}
