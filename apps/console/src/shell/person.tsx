import { Avatar } from "@mantine/core";
import type { ReactNode } from "react";
import { query } from "../api/client.ts";
import classes from "./account-menu.module.css";

/** The name and the email address of the person who is signed in. */
export function Person(): ReactNode {
  const { data } = query.useQuery("get", "/me");
  const name = data?.account.name ?? "Account";
  return (
    <>
      <Avatar size={32} radius="xl" name={name} color="petrol" alt="" aria-hidden />
      <span className={classes.text}>
        <span className={classes.name}>{name}</span>
        <span className={classes.email}>{data?.account.email}</span>
      </span>
    </>
  );
}
