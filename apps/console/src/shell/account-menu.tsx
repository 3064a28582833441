import { Avatar, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconSelector } from "@tabler/icons-react";
import { type ReactNode, useId, useRef } from "react";
import { query } from "../api/client.ts";
import classes from "./account-menu.module.css";
import { AccountPanel } from "./account-panel.tsx";

/** The person, with a button that opens what concerns the account. The browser opens and closes it. */
export function AccountMenu(): ReactNode {
  const { data } = query.useQuery("get", "/me");
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const name = data?.account.name ?? "Account";
  return (
    <>
      <UnstyledButton className={classes.button} popoverTarget={id}>
        <VisuallyHidden>Account menu</VisuallyHidden>
        <Avatar size={32} radius="xl" name={name} color="petrol" alt="" aria-hidden />
        <span className={classes.text}>
          <span className={classes.name}>{name}</span>
          <span className={classes.email}>{data?.account.email}</span>
        </span>
        <IconSelector size={16} aria-hidden />
      </UnstyledButton>
      <div ref={panel} id={id} popover="auto" className={classes.popover}>
        <AccountPanel onNavigate={() => panel.current?.hidePopover()} />
      </div>
    </>
  );
}
