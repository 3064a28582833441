import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Organization } from "@sinkove/contract";
import { IconPencil } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { RenameDialog } from "./organization-name-dialog.tsx";

/** The actions of an owner on the organization. */
export function OrganizationActions(props: { readonly organization: Organization }): ReactNode {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={open}>
        Rename
      </Button>
      <RenameDialog {...props} isOpen={isOpen} onClose={close} />
    </>
  );
}
