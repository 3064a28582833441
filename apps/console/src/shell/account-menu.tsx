import { Avatar, Menu, UnstyledButton, useMantineColorScheme, VisuallyHidden } from "@mantine/core";
import {
  IconCheck,
  IconDeviceDesktop,
  IconKey,
  IconLogout,
  IconMoon,
  IconSelector,
  IconSun,
  IconUser,
} from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { auth } from "../api/auth.ts";
import { query } from "../api/client.ts";
import { showError } from "../ui/notices.ts";
import classes from "./account-menu.module.css";

const SCHEMES = [
  { value: "light", label: "Light", Icon: IconSun },
  { value: "dark", label: "Dark", Icon: IconMoon },
  { value: "auto", label: "Like the system", Icon: IconDeviceDesktop },
] as const;

/** The person: Profile, API Key, the colour scheme, and signing out. */
export function AccountMenu({ onNavigate }: { readonly onNavigate?: () => void }): ReactNode {
  const { data } = query.useQuery("get", "/me");
  const name = data?.account.name ?? "Account";
  return (
    <Menu position="top-start" width={232} shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.button}>
          <VisuallyHidden>Account menu</VisuallyHidden>
          <Avatar size={32} radius="xl" name={name} color="petrol" alt="" aria-hidden />
          <span className={classes.text}>
            <span className={classes.name}>{name}</span>
            <span className={classes.email}>{data?.account.email}</span>
          </span>
          <IconSelector size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Profile</Menu.Label>
        <Menu.Item
          leftSection={<IconUser size={16} aria-hidden />}
          renderRoot={(props) => <Link to="/profile" {...props} />}
          onClick={onNavigate}
        >
          Sign-in and security
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKey size={16} aria-hidden />}
          renderRoot={(props) => <Link to="/api-keys" {...props} />}
          onClick={onNavigate}
        >
          API Key
        </Menu.Item>
        <Menu.Divider />
        <ColorScheme />
        <Menu.Divider />
        <SignOut />
      </Menu.Dropdown>
    </Menu>
  );
}

function ColorScheme(): ReactNode {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>Colours</Menu.Label>
      {SCHEMES.map(({ value, label, Icon }) => (
        <Menu.Item
          key={value}
          role="menuitemradio"
          aria-checked={colorScheme === value}
          closeMenuOnClick={false}
          leftSection={<Icon size={16} aria-hidden />}
          rightSection={colorScheme === value ? <IconCheck size={16} aria-hidden /> : null}
          onClick={() => setColorScheme(value)}
        >
          {label}
        </Menu.Item>
      ))}
    </>
  );
}

function SignOut(): ReactNode {
  const client = useQueryClient();
  const navigate = useNavigate();
  const signOut = async (): Promise<void> => {
    try {
      await auth.signOut();
      client.clear();
      await navigate({ to: "/sign-in", replace: true });
    } catch (error) {
      showError(error);
    }
  };
  return (
    <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void signOut()}>
      Sign out
    </Menu.Item>
  );
}
