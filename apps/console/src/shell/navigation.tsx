import {
  IconBuildingHospital,
  IconChartBar,
  IconKey,
  IconListSearch,
  IconPhotoScan,
  IconUser,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { query } from "../api/client.ts";
import classes from "./navigation.module.css";

const SECTIONS = [
  {
    title: "Build",
    pages: [
      { to: "/datasets", label: "Datasets", Icon: IconPhotoScan },
      { to: "/usage", label: "Usage", Icon: IconChartBar },
      { to: "/requests", label: "Requests", Icon: IconListSearch },
    ],
  },
  {
    title: "Profile",
    pages: [
      { to: "/api-keys", label: "API Key", Icon: IconKey },
      { to: "/profile", label: "Sign-in and security", Icon: IconUser },
    ],
  },
] as const;

interface NavigationProps {
  readonly onNavigate?: () => void;
}

/** Links to the pages and to the person's organizations. */
export function Navigation({ onNavigate }: NavigationProps): ReactNode {
  return (
    <nav aria-label="Console" className={classes.navigation}>
      {SECTIONS.map(({ title, pages }) => (
        <Section key={title} title={title}>
          {pages.map(({ to, label, Icon }) => (
            <li key={to}>
              <Link to={to} className={classes.link} onClick={onNavigate}>
                <Icon size={18} stroke={1.75} aria-hidden />
                {label}
              </Link>
            </li>
          ))}
        </Section>
      ))}
      <Organizations {...(onNavigate && { onNavigate })} />
    </nav>
  );
}

function Organizations({ onNavigate }: NavigationProps): ReactNode {
  const { data } = query.useQuery("get", "/me");
  const organizations = data?.organizations ?? [];
  return (
    <Section title="Organizations">
      {organizations.slice(0, 8).map(({ id, name }) => (
        <li key={id}>
          <Link
            to="/organizations/$organizationId"
            params={{ organizationId: id }}
            className={classes.link}
            onClick={onNavigate}
          >
            <IconBuildingHospital size={18} stroke={1.75} aria-hidden />
            <span className={classes.name}>{name}</span>
          </Link>
        </li>
      ))}
      <li>
        <Link
          to="/organizations"
          activeOptions={{ exact: true }}
          className={classes.link}
          onClick={onNavigate}
        >
          <span className={classes.all}>All organizations</span>
        </Link>
      </li>
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section>
      <h2 className={classes.title}>{title}</h2>
      <ul className={classes.list}>{children}</ul>
    </section>
  );
}
