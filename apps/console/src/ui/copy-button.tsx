import { ActionIcon, Button, Tooltip } from "@mantine/core";
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
  const { copied, copy } = useClipboard({ timeout: 2_000 });
  const Icon = copied ? IconCheck : IconCopy;
  const text = copied ? "Copied" : label;
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
    <Tooltip label={text}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={text}
        onClick={() => copy(value)}
      >
        <Icon size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
