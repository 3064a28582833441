import Link from "@docusaurus/Link";
import type { ReactNode } from "react";
import styles from "./styles.module.css";

const links = [
  { to: "/get-started", label: "Get started" },
  { to: "/authentication", label: "Authentication" },
  { to: "/reference", label: "API reference" },
  { to: "/errors", label: "Errors" },
  { to: "/changelog", label: "Changelog" },
  { to: "pathname:///llms.txt", label: "llms.txt" },
] as const;

export default function Footer(): ReactNode {
  return (
    <footer className={`footer ${styles.footer}`}>
      <nav aria-label="Footer" className={styles.links}>
        {links.map(({ to, label }) => (
          <Link key={to} to={to}>
            {label}
          </Link>
        ))}
      </nav>
      <p>Synthetic data for research and testing, never for clinical use.</p>
    </footer>
  );
}
