import Link from "@docusaurus/Link";
import Heading from "@theme/Heading";
import Layout from "@theme/Layout";
import MDXContent from "@theme/MDXContent";
import type { ReactNode } from "react";
import { ContractDiagram } from "../components/home/contract-diagram.tsx";
import Hello from "./_hello.mdx";
import styles from "./index.module.css";

const ways = [
  {
    to: "/get-started",
    title: "Use an SDK",
    command: 'import { Sinkove } from "@sinkove/sdk"',
    otherCommand: "import sinkove as sk",
    text: "For TypeScript and Python. The SDKs check keys, retry requests, and resume and verify downloads.",
  },
  {
    to: "/guides/testing",
    title: "Test without the service",
    command: "sinkove-mock --port 4010",
    text: "Run the same API on your own machine, with its rules, its errors, and a clock that you control.",
  },
  {
    to: "/reference",
    title: "Read the reference",
    command: "GET /v1/datasets",
    text: "Every operation with its scope, parameters, schemas and errors, generated from the OpenAPI document.",
  },
] as const;

export default function Home(): ReactNode {
  return (
    <Layout description="Request synthetic medical imaging datasets over a REST API, from TypeScript, Python or curl.">
      <main className={styles.main} data-page="">
        <section className={styles.hero}>
          <div className={styles.pitch}>
            <Heading as="h1">Synthetic medical images, by API</Heading>
            <p className={styles.lead}>
              Describe the images you need. Sinkove generates them and delivers a ZIP file with the
              images, their parameters and a model card.
            </p>
            <p className={styles.actions}>
              <Link className="button button--primary button--lg" to="/get-started">
                Get started
              </Link>
              <Link className={`button button--lg ${styles.quiet}`} to="/authentication">
                Authentication
              </Link>
            </p>
            <p className={styles.note}>For research and testing, never for clinical use.</p>
          </div>
          <div className={styles.example}>
            <MDXContent>
              <Hello />
            </MDXContent>
          </div>
        </section>

        <section className={styles.ways} aria-label="Three ways in">
          {ways.map(({ to, title, text, ...way }) => (
            <Link key={to} to={to} className={`card-link ${styles.way}`}>
              <Heading as="h2">{title}</Heading>
              <p>{text}</p>
              <code>{way.command}</code>
              {"otherCommand" in way && <code>{way.otherCommand}</code>}
            </Link>
          ))}
        </section>

        <section className={styles.contract}>
          <div>
            <Heading as="h2">One contract drives all of it</Heading>
            <p>
              One OpenAPI document describes the API. The service, both SDKs, the mock server and
              these pages are generated from it or tested against it, so they cannot disagree.
            </p>
            <p>
              The examples run in this page, against the API in a sandbox. You don't need an
              account, and nothing leaves your browser.
            </p>
          </div>
          <ContractDiagram />
        </section>
      </main>
    </Layout>
  );
}
