import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Dataset } from "@sinkove/contract";
import { IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { showDone } from "../../ui/notices.ts";
import { isRunning } from "./is-running.ts";

/** A button that deletes a dataset after a confirmation. */
export function DeleteDataset({ dataset }: { readonly dataset: Dataset }): ReactNode {
  const [isOpen, { open, close }] = useDisclosure(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = async (): Promise<void> => {
    const params = { path: { datasetId: dataset.id } };
    await api.DELETE("/datasets/{datasetId}", { params });
    client.removeQueries({ queryKey: ["all-pages", "datasets"] });
    showDone("The dataset was deleted.");
    await navigate({ to: "/datasets" });
  };
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={open}>
        Delete
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={close}
        title="Delete this dataset?"
        action="Delete"
        onConfirm={remove}
      >
        <Text size="sm">{consequenceOf(dataset)}</Text>
      </ConfirmDialog>
    </>
  );
}

function consequenceOf(dataset: Dataset): string {
  if (isRunning(dataset)) return "Its generation is cancelled, and its credits are given back.";
  if (dataset.metadata?.state === "FAILED")
    return "It disappears for everyone in the organization.";
  return "Its images are deleted for everyone in the organization. Its credits are not given back.";
}
