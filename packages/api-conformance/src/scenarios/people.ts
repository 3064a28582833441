import type { MemberRole } from "@sinkove/contract";
import type { Scene } from "./scenario.ts";
import type { People, Person } from "./target.ts";

/** @throws Error if the target does not support people */
export function peopleOf({ people }: Scene): People {
  if (!people) throw new Error("The scenario needs the capability people.");
  return people;
}

/** Creates a person who joins the scene's organization by an invitation. */
export async function joinAs(scene: Scene, role: MemberRole): Promise<Person> {
  const person = await peopleOf(scene).newPerson();
  const { body } = await invite(scene, { email: person.email, role });
  const joined = await scene.call("acceptInvitation", { person, body: { token: body.token } });
  if (joined.status === 200) return person;
  throw new Error(`The person could not join: ${JSON.stringify(joined.body)}`);
}

/** Invites a person to the scene's organization with the scene's key. */
export function invite(scene: Scene, body: object) {
  const path = { organizationId: scene.organizationId };
  return scene.call("createInvitation", { path, body });
}

/** Creates an API key with a person's session, and returns its secret. */
export async function keyOf(scene: Scene, person: Person, members: object = {}): Promise<string> {
  const body = { name: "Their own", ...members };
  return (await scene.call("createApiKey", { person, body })).body.secret;
}
