import { Button, Group } from "@mantine/core";
import { hideNotice, showError, showNotice } from "./notices.ts";

let count = 0;

/** Shows a notice that an action succeeded, with an Undo button. */
export function showUndo(message: string, undo: () => Promise<void>): void {
  const id = `undo-${count++}`;
  void showNotice({
    id,
    color: "petrol",
    autoClose: 15_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        {message}
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            void hideNotice(id);
            undo().catch(showError);
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  });
}
