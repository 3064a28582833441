import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import { FormError } from "../forms/form-error.tsx";
import { useSubmission } from "../forms/submission.ts";
import { isSameText } from "./same-text.ts";

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** A question, such as "Revoke this key?" */
  readonly title: string;
  /** The consequences, and further fields. */
  readonly children: ReactNode;
  /** The label of the button, such as "Revoke". */
  readonly action: string;
  /** A text that the person must type to confirm, such as a name. Default: none. */
  readonly typed?: string;
  /** Performs the action. The dialog closes when it succeeds, and shows the error if it fails. */
  readonly onConfirm: () => Promise<void>;
}

/** A dialog that confirms a destructive action. */
export function ConfirmDialog({ isOpen, onClose, title, ...rest }: ConfirmDialogProps): ReactNode {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <Confirmation {...rest} onClose={onClose} />
    </Modal>
  );
}

type ConfirmationProps = Omit<ConfirmDialogProps, "isOpen" | "title">;

function Confirmation({
  children,
  action,
  typed,
  onClose,
  onConfirm,
}: ConfirmationProps): ReactNode {
  const form = useId();
  const [text, setText] = useState("");
  const { error, isRunning, submit } = useSubmission();
  const isReady = typed === undefined || isSameText(text, typed);
  return (
    <form
      id={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        void submit(async () => {
          await onConfirm();
          onClose();
        });
      }}
    >
      <Stack gap="md">
        {children}
        {typed !== undefined && (
          <TextInput
            label={
              <>
                Type{" "}
                <Text span fw={700} inherit>
                  {typed}
                </Text>{" "}
                to confirm
              </>
            }
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autoComplete="off"
            data-autofocus
          />
        )}
        <FormError error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color="red.8" loading={isRunning} disabled={!isReady}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
