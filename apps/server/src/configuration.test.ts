import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { readConfiguration } from "./configuration.ts";

const DAY = 24 * 60 * 60 * 1000;

function messageFor(environment: Record<string, string>): string {
  try {
    readConfiguration(environment);
  } catch (error) {
    return `${error}`;
  }
  return "";
}

describe("readConfiguration", () => {
  test("needs no variable", () => {
    expect(readConfiguration({})).toEqual({
      port: 8080,
      host: "127.0.0.1",
      database: { kind: "sqlite", file: "sinkove.db" },
      secrets: undefined,
      publicUrl: undefined,
      corsOrigins: [],
      trustedProxies: undefined,
      allowedHosts: [],
      rateLimit: undefined,
      failedAuthentications: 60,
      apiKeyLimit: 500,
      githubKeys: undefined,
      environment: "live",
      logLevel: "info",
      metrics: undefined,
      headersTimeout: 10_000,
      requestTimeout: 60_000,
      shutdownTimeout: 10_000,
      archives: { kind: "folder", folder: "sinkove.db.archives" },
      workers: expect.any(Number),
      retention: 30 * DAY,
      lease: 30_000,
      webhooks: "public",
      webhookTimeout: 15_000,
      webhookRetries: undefined,
      signUp: "open",
      mail: { kind: "folder", folder: "sinkove.db.mail" },
      mailFrom: "Sinkove <sinkove@localhost>",
      oidc: [],
    });
    expect(readConfiguration({}).workers).toBeGreaterThan(0);
  });

  test("reads every variable", () => {
    const secret = "fake-secret-of-more-than-32-characters";
    const configuration = readConfiguration({
      PORT: "0",
      HOST: "::1",
      DATABASE_URL: "postgres://someone:fake@localhost/sinkove",
      SINKOVE_DATABASE_CONNECTIONS: "4",
      SINKOVE_DATABASE_TIMEOUT: "2.5",
      SINKOVE_SECRET: secret,
      SINKOVE_PUBLIC_URL: "https://api.example.com/",
      SINKOVE_CORS_ORIGINS: "https://app.example.com, http://localhost:3000",
      SINKOVE_TRUSTED_PROXIES: "loopback, 10.0.0.0/8, fd00::1",
      SINKOVE_ALLOWED_HOSTS: "API.internal, 192.0.2.1:8080",
      SINKOVE_RATE_LIMIT: "500",
      SINKOVE_FAILED_AUTHENTICATIONS: "10",
      SINKOVE_API_KEY_LIMIT: "none",
      SINKOVE_GITHUB_KEYS: "https://api.github.com/meta/public_keys/secret_scanning",
      SINKOVE_ENVIRONMENT: "test",
      SINKOVE_LOG_LEVEL: "error",
      SINKOVE_METRICS_PORT: "9464",
      SINKOVE_METRICS_HOST: "0.0.0.0",
      SINKOVE_HEADERS_TIMEOUT: "0.25",
      SINKOVE_REQUEST_TIMEOUT: "5",
      SINKOVE_SHUTDOWN_TIMEOUT: "1",
      SINKOVE_ARCHIVES: "s3://archives/sinkove",
      SINKOVE_WORKERS: "0",
      SINKOVE_RETENTION: "1.5",
      SINKOVE_LEASE: "2",
      SINKOVE_WEBHOOKS: "loopback",
      SINKOVE_WEBHOOK_TIMEOUT: "2.5",
      SINKOVE_WEBHOOK_RETRIES: "0.5, 60,86400",
      SINKOVE_SIGN_UP: "invited",
      SINKOVE_MAIL: "smtps://someone:fake@mail.example.com:465",
      SINKOVE_MAIL_FROM: "Sinkove <sinkove@example.com>",
      SINKOVE_OIDC: JSON.stringify([
        {
          id: "clinic",
          name: "Clinic",
          issuer: "https://id.example.com/",
          clientId: "sinkove",
          clientSecret: "fake",
        },
      ]),
    });
    expect(configuration).toEqual({
      port: 0,
      host: "::1",
      database: {
        kind: "postgres",
        url: "postgres://someone:fake@localhost/sinkove",
        connections: 4,
        timeout: 2500,
      },
      secrets: [secret],
      publicUrl: "https://api.example.com",
      corsOrigins: ["https://app.example.com", "http://localhost:3000"],
      trustedProxies: expect.objectContaining({ has: expect.any(Function) }),
      allowedHosts: ["api.internal", "192.0.2.1:8080"],
      rateLimit: 500,
      failedAuthentications: 10,
      apiKeyLimit: Number.POSITIVE_INFINITY,
      githubKeys: { kind: "url", url: "https://api.github.com/meta/public_keys/secret_scanning" },
      environment: "test",
      logLevel: "error",
      metrics: {
        host: "0.0.0.0",
        port: 9464,
        variables: { host: "SINKOVE_METRICS_HOST", port: "SINKOVE_METRICS_PORT" },
      },
      headersTimeout: 250,
      requestTimeout: 5000,
      shutdownTimeout: 1000,
      archives: { kind: "s3", bucket: "archives", prefix: "sinkove/" },
      workers: 0,
      retention: 1.5 * DAY,
      lease: 2000,
      webhooks: "loopback",
      webhookTimeout: 2500,
      webhookRetries: [500, 60_000, 86_400_000],
      signUp: "invited",
      mail: { kind: "smtp", url: "smtps://someone:fake@mail.example.com:465" },
      mailFrom: "Sinkove <sinkove@example.com>",
      oidc: [
        {
          id: "clinic",
          name: "Clinic",
          discoveryUrl: "https://id.example.com/.well-known/openid-configuration",
          clientId: "sinkove",
          clientSecret: "fake",
        },
      ],
    });
  });

  test("takes an empty variable for an absent one", () => {
    expect(readConfiguration({ PORT: "", SINKOVE_SECRET: " " })).toEqual(readConfiguration({}));
  });

  test.each([
    ["SINKOVE_WEBHOOKS", "http"],
    ["SINKOVE_WEBHOOK_TIMEOUT", "0"],
    ["SINKOVE_WEBHOOK_RETRIES", "5,,60"],
    ["SINKOVE_WEBHOOK_RETRIES", "5,0"],
    ["SINKOVE_WEBHOOK_RETRIES", "5,604801"],
    ["SINKOVE_WEBHOOK_RETRIES", Array(21).fill("1").join()],
    ["PORT", "80a"],
    ["PORT", "65536"],
    ["PORT", "-1"],
    ["HOST", "a b"],
    ["SINKOVE_PUBLIC_URL", "api.example.com"],
    ["SINKOVE_PUBLIC_URL", "https://api.example.com/v1"],
    ["SINKOVE_CORS_ORIGINS", "*"],
    ["SINKOVE_CORS_ORIGINS", "https://a.example,,https://b.example"],
    ["SINKOVE_CORS_ORIGINS", "ftp://a.example"],
    ["SINKOVE_TRUSTED_PROXIES", "10.0.0.0/33"],
    ["SINKOVE_TRUSTED_PROXIES", "10.0.0"],
    ["SINKOVE_TRUSTED_PROXIES", "proxy.internal"],
    ["SINKOVE_TRUSTED_PROXIES", "10.0.0.1;10.0.0.2"],
    ["SINKOVE_TRUSTED_PROXIES", "::1/"],
    ["SINKOVE_ALLOWED_HOSTS", "https://api.internal"],
    ["SINKOVE_ALLOWED_HOSTS", "a,,b"],
    ["SINKOVE_FAILED_AUTHENTICATIONS", "0"],
    ["SINKOVE_API_KEY_LIMIT", "0"],
    ["SINKOVE_GITHUB_KEYS", "http://api.github.com/meta/public_keys/secret_scanning"],
    ["SINKOVE_GITHUB_KEYS", "ftp://127.0.0.1/keys"],
    ["SINKOVE_RATE_LIMIT", "0"],
    ["SINKOVE_RATE_LIMIT", "1.5"],
    ["SINKOVE_DATABASE_CONNECTIONS", "1"],
    ["SINKOVE_DATABASE_TIMEOUT", "0"],
    ["SINKOVE_ENVIRONMENT", "production"],
    ["SINKOVE_LOG_LEVEL", "verbose"],
    ["SINKOVE_HEADERS_TIMEOUT", "0"],
    ["SINKOVE_REQUEST_TIMEOUT", "1m"],
    ["SINKOVE_SHUTDOWN_TIMEOUT", "3601"],
    ["SINKOVE_ARCHIVES", "ftp://archives"],
    ["SINKOVE_ARCHIVES", "s3:///prefix"],
    ["SINKOVE_WORKERS", "65"],
    ["SINKOVE_RETENTION", "0"],
    ["SINKOVE_LEASE", "0"],
    ["SINKOVE_SIGN_UP", "closed"],
    ["SINKOVE_MAIL_FROM", "Sinkove"],
    ["SINKOVE_MAIL_FROM", "a@example.com, b@example.com"],
  ])("refuses %s=%s, and says what it must be", (name, value) => {
    const message = messageFor({ [name]: value });
    expect(message).toContain(`${name} is ${JSON.stringify(value)}: it must be `);
  });

  test.each([
    ["SINKOVE_SECRET", "too-short-canary"],
    ["DATABASE_URL", "mysql://someone:canary@localhost/sinkove"],
    ["DATABASE_URL", "canary"],
    ["DATABASE_URL", "postgres://someone:canary@localhost"],
    ["SINKOVE_MAIL", "https://someone:canary@mail.example.com"],
    ["SINKOVE_MAIL", "smtp://someone:canary@mail.example.com?tls.rejectUnauthorized=false"],
    ["SINKOVE_OIDC", "canary"],
    ["SINKOVE_OIDC", '{"clientSecret":"canary"}'],
    ["SINKOVE_OIDC", '[{"id":"a","issuer":"https://a.example","clientSecret":"canary"}]'],
    [
      "SINKOVE_OIDC",
      '[{"id":"a","issuer":"http://a.example","clientId":"a","clientSecret":"canary"}]',
    ],
  ])("refuses %s without showing it", (name, value) => {
    const message = messageFor({ [name]: value });
    expect(message).toContain(`${name} is invalid: it must be `);
    expect(message).not.toContain("canary");
  });

  test("reads several signing secrets, with commas or line breaks between them", () => {
    const [newest, former] = ["a".repeat(32), "b".repeat(40)];
    for (const text of [`${newest},${former}`, `${newest}\n${former}\n`, ` ${newest} , ${former},`])
      expect(readConfiguration({ SINKOVE_SECRET: text }).secrets).toEqual([newest, former]);
    const message = messageFor({ SINKOVE_SECRET: `${newest},too-short-canary` });
    expect(message).toContain("SINKOVE_SECRET is invalid");
    expect(message).not.toContain("canary");
  });

  test("reads a secret out of the file that the variable with _FILE names", () => {
    const folder = mkdtempSync(join(tmpdir(), "sinkove-variables-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "secret");
    const secret = "fake-secret-of-more-than-32-characters";
    writeFileSync(file, `${secret}\n`);
    expect(readConfiguration({ SINKOVE_SECRET_FILE: file }).secrets).toEqual([secret]);
    expect(messageFor({ SINKOVE_SECRET_FILE: file, SINKOVE_SECRET: secret })).toContain(
      "SINKOVE_SECRET and SINKOVE_SECRET_FILE are both set",
    );
    expect(messageFor({ SINKOVE_SECRET_FILE: join(folder, "absent") })).toContain(
      "it must be a file that can be read",
    );
  });

  test.each([":memory:", "file:x.db?mode=memory", "file:/data/x.db"])(
    "refuses %s as the file of the database",
    (SINKOVE_DATABASE) => {
      expect(messageFor({ SINKOVE_DATABASE })).toContain("it must be the path of a file");
    },
  );

  test("refuses two databases", () => {
    const url = "postgres://localhost/sinkove";
    const message = messageFor({ DATABASE_URL: url, SINKOVE_DATABASE: "sinkove.db" });
    expect(message).toContain("SINKOVE_DATABASE");
  });

  test("names all the faults at once", () => {
    const message = messageFor({ PORT: "x", SINKOVE_LOG_LEVEL: "x", SINKOVE_SECRET: "x" });
    expect(message.match(/it must be/g)).toHaveLength(3);
  });

  test("hides a key that was put into the wrong variable", () => {
    const key = "sinkove_test_0123456789abcdefghijABCDEFGHIJ01234567";
    expect(messageFor({ PORT: key })).not.toContain("0123456789");
  });
});
