/** The parts of a page that are known before any script runs. */
export interface ConsolePage {
  /** The path of its component in `src/pages`, without the extension. */
  readonly file: string;
  /** The heading. Absent if it is a name that only the API knows. */
  readonly heading?: { readonly title: string; readonly description: string };
  /**
   * The paths of the GET requests that the page always sends when it opens. Requests that need a session are not
   * allowed here: the browser would reuse a 401 response on the page that is opened after signing in.
   */
  readonly data?: readonly string[];
}

/** All pages by their path below `/console`. `*` matches one segment. */
export const PAGES = {
  "/sign-in": {
    file: "account/sign-in-page",
    data: ["/auth/options"],
    heading: {
      title: "Sign in",
      description: "Manage your API keys, your usage and your datasets.",
    },
  },
  "/sign-up": {
    file: "account/sign-up-page",
    heading: {
      title: "Create an account",
      description: "Generate API keys, and datasets of synthetic images.",
    },
  },
  "/forgotten-password": {
    file: "account/forgotten-password-page",
    heading: {
      title: "Reset your password",
      description: "Enter your email address. We'll send you a link to choose a new password.",
    },
  },
  "/reset-password": { file: "account/reset-password-page" },
  "/verify-email": { file: "account/verify-email-page" },
  "/welcome": { file: "account/welcome-page" },
  "/invitations": { file: "account/invitation-page" },
  "/api-keys": {
    file: "api-keys/api-keys-page",
    heading: {
      title: "API keys",
      description:
        "A program uses a key to act for you. Give each program its own, with the scopes that it needs.",
    },
  },
  "/api-keys/new": {
    file: "api-keys/generate-key-page",
    heading: {
      title: "Generate a key",
      description:
        "Use one key for each program: you can then see what it does, and replace it without the others.",
    },
  },
  "/api-keys/advice": {
    file: "api-keys/advice-page",
    heading: {
      title: "Advice",
      description:
        "A leaked key can do only what its scopes allow. Disable keys that nobody uses, and remove scopes that a key doesn't need.",
    },
  },
  "/api-keys/*": { file: "api-keys/api-key-page" },
  "/api-keys/*/edit": { file: "api-keys/edit-key-page" },
  "/api-keys/*/rotate": { file: "api-keys/rotate-key-page" },
  "/usage": {
    file: "usage/usage-page",
    heading: {
      title: "Usage",
      description:
        "Requests made with your API keys. Counts may lag by a few seconds. Times are in UTC.",
    },
  },
  "/requests": {
    file: "requests/requests-page",
    heading: {
      title: "Requests",
      description:
        "Requests made with your API keys, and by you in the console. They are kept for 30 days.",
    },
  },
  "/requests/*": { file: "requests/request-page" },
  "/datasets": {
    file: "datasets/datasets-page",
    heading: {
      title: "Datasets",
      description: "Synthetic images that were generated for your organizations.",
    },
  },
  "/datasets/new": {
    file: "datasets/new-dataset-page",
    heading: {
      title: "Create dataset",
      description: "Images are generated in the background. Each costs one credit.",
    },
  },
  "/datasets/*": { file: "datasets/dataset-page" },
  "/organizations": { file: "organizations/organizations-page" },
  "/organizations/*": { file: "organizations/organization-page" },
  "/organizations/*/webhooks": {
    file: "webhooks/endpoints-page",
    heading: {
      title: "Webhooks",
      description:
        "Sinkove sends a signed request to your URL when something happens to datasets and API keys.",
    },
  },
  // Must be before the pattern `/organizations/*/webhooks/*`, which also matches it.
  "/organizations/*/webhooks/new": {
    file: "webhooks/new-endpoint-page",
    heading: {
      title: "Create webhook endpoint",
      description: "Its secret is shown once, when you have created it.",
    },
  },
  "/organizations/*/webhooks/*": { file: "webhooks/endpoint-page" },
  "/organizations/*/webhooks/*/edit": { file: "webhooks/edit-endpoint-page" },
  "/organizations/*/webhooks/*/rotate": { file: "webhooks/rotate-secret-page" },
  "/profile": {
    file: "profile/profile-page",
    heading: {
      title: "Sign-in and security",
      description: "Your name, how you sign in, and the devices that you are signed in on.",
    },
  },
} as const satisfies Readonly<Record<string, ConsolePage>>;

/** Returns the page at a path below `/console`, such as `/api-keys`. The root is the page of the API keys. */
export function pageAt(path: string): ConsolePage | undefined {
  const address = path.replace(/\/$/, "") || "/api-keys";
  const byAddress: Readonly<Record<string, ConsolePage>> = PAGES;
  if (Object.hasOwn(byAddress, address)) return byAddress[address];
  const pattern = Object.keys(PAGES).find((each) => isMatch(each, address));
  return pattern === undefined ? undefined : byAddress[pattern];
}

function isMatch(pattern: string, address: string): boolean {
  const [expected, actual] = [pattern.split("/"), address.split("/")];
  return (
    expected.length === actual.length &&
    expected.every((part, index) => part === "*" || part === actual[index])
  );
}
