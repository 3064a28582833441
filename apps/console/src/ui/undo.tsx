import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { showError } from "./notices.ts";

/** Says that something was done, with a button that undoes it. */
export function showUndo(message: string, undo: () => Promise<void>): void {
  const id = notifications.show({
    color: "petrol",
    autoClose: 15_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        {message}
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            notifications.hide(id);
            undo().catch(showError);
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  });
}
