import type { Page } from "playwright-core";
import type { Server } from "./server.ts";

/** A person who uses the console. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const ADA: Person = {
  name: "Ada Moreau",
  email: "ada@hospital.example",
  password: "correct horse battery staple",
};

export const BEN: Person = {
  name: "Ben Okafor",
  email: "ben@hospital.example",
  password: "four random words again",
};

/** Opens the link that the server printed, and creates the first account. */
export async function welcome(page: Page, { welcomeLink }: Server, person = ADA): Promise<void> {
  await page.goto(welcomeLink);
  await page.getByRole("heading", { name: "Welcome to Sinkove" }).waitFor();
  await enter(page, { ...person, password: person.password.slice(0, 11) });
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByText("Use 12 characters or more.").waitFor();
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Start" }).click();
  await signedIn(page);
}

/** Creates the first account without a browser, and returns the value of its session cookie. */
export async function claim({ url, welcomeLink }: Server, person = ADA): Promise<string> {
  const token = decodeURIComponent(welcomeLink.split("token=")[1] ?? "");
  const response = await fetch(`${url}/auth/welcome`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: url },
    body: JSON.stringify({ token, ...person }),
  });
  const [, cookie = ""] = /=([^;]+)/.exec(response.headers.getSetCookie()[0] ?? "") ?? [];
  return cookie;
}

/** Fills the form of a new person. */
export async function enter(page: Page, { name, email, password }: Person): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
}

/** Signs a person in on the sign-in page. */
export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Signs out with the account menu. */
export async function signOut(page: Page): Promise<void> {
  // On a phone, the menu contains the account menu.
  if (!(await openMenu(page))) await page.getByRole("button", { name: "Account menu" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
}

/** Opens a page with the navigation, which is behind a button on a phone. */
export async function goTo(page: Page, label: string): Promise<void> {
  await openMenu(page);
  const navigation = page.getByRole("navigation", { name: "Console" });
  await navigation.getByRole("link", { name: label, exact: true }).click();
}

/** Opens the menu of a phone. Returns whether there is one. */
async function openMenu(page: Page): Promise<boolean> {
  await signedIn(page);
  const button = page.getByRole("button", { name: "Open the menu" });
  if (!(await button.isVisible())) return false;
  await button.click();
  return true;
}

function signedIn(page: Page): Promise<void> {
  return page.locator("main#main h1").waitFor();
}
