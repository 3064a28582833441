import { Divider, Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconKey, IconSelector, IconUser } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useId, useRef, useState } from "react";
import classes from "./account-menu.module.css";
import { AccountPanel } from "./account-panel.tsx";
import { Person } from "./person.tsx";

/**
 * A button with the person's name that opens the account menu, a native popover. Its content is rendered when it opens.
 */
export function AccountMenu(): ReactNode {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const close = (): void => panel.current?.hidePopover();
  return (
    <>
      <UnstyledButton className={classes.button} popoverTarget={id}>
        <VisuallyHidden>Account menu</VisuallyHidden>
        <Person />
        <IconSelector size={16} aria-hidden />
      </UnstyledButton>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className={classes.popover}
        onBeforeToggle={({ newState }) => setIsOpen(newState === "open")}
      >
        {isOpen && <Content onNavigate={close} />}
      </div>
    </>
  );
}

function Content({ onNavigate }: { readonly onNavigate: () => void }): ReactNode {
  return (
    <>
      <Text className={classes.label}>Profile</Text>
      <Link to="/profile" className={classes.item} onClick={onNavigate}>
        <IconUser size={16} aria-hidden />
        Sign-in and security
      </Link>
      <Link to="/api-keys" className={classes.item} onClick={onNavigate}>
        <IconKey size={16} aria-hidden />
        API Key
      </Link>
      <Divider my="xs" />
      <AccountPanel />
    </>
  );
}
