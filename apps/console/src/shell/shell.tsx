import { Burger, Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Outlet } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { AccountMenu } from "./account-menu.tsx";
import { AccountPanel } from "./account-panel.tsx";
import { Logo } from "./logo.tsx";
import { Navigation } from "./navigation.tsx";
import { OfflineBanner } from "./offline-banner.tsx";
import { Person } from "./person.tsx";
import { usePreloadedPages } from "./preloaded-pages.ts";
import { SessionEnded } from "./session-ended.tsx";
import classes from "./shell.module.css";

/** The frame of all pages that need a session: a side bar, or a menu on a phone. */
export function Shell(): ReactNode {
  usePreloadedPages();
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main">
        Skip to the content
      </a>
      <PhoneBar />
      <aside className={classes.side}>
        <Logo />
        <Navigation />
        <div className={classes.end}>
          <AccountMenu />
        </div>
      </aside>
      <main className={classes.main} id="main" tabIndex={-1}>
        <div className={classes.content}>
          <OfflineBanner />
          <Outlet />
        </div>
      </main>
      <SessionEnded />
    </div>
  );
}

function PhoneBar(): ReactNode {
  const [isOpen, { open, close }] = useDisclosure(false);
  useCloseWhenWide(close);
  return (
    <nav className={classes.bar} aria-label="Top">
      <Burger opened={isOpen} onClick={open} aria-label="Open the menu" size="sm" />
      <Logo />
      <Drawer
        opened={isOpen}
        onClose={close}
        title="Menu"
        size="18rem"
        closeButtonProps={{ "aria-label": "Close the menu" }}
      >
        <Navigation onNavigate={close} />
        <div className={classes.end}>
          <div className={classes.person}>
            <Person />
          </div>
          <AccountPanel />
        </div>
      </Drawer>
    </nav>
  );
}

/** Closes the menu when the window becomes wide enough for the side bar. */
function useCloseWhenWide(close: () => void): void {
  useEffect(() => {
    const wide = matchMedia("(min-width: 62em)");
    wide.addEventListener("change", close);
    return () => wide.removeEventListener("change", close);
  }, [close]);
}
