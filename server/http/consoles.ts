import type { Role } from "../../shared/conference/common.ts";

/** The consoles by the last part of their address, and whom each is for. A co-chair also has a delegation. */
export const consoles = {
	delegate: ["delegate", "chair"],
	podium: ["chair"],
	secretariat: ["secretariat"],
	booth: ["interpreter"],
	captions: ["captioner"],
	operator: ["operator"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type ConsoleName = keyof typeof consoles;

const own: Readonly<Record<Role, ConsoleName>> = {
	delegate: "delegate",
	chair: "podium",
	secretariat: "secretariat",
	interpreter: "booth",
	captioner: "captions",
	operator: "operator",
};

/** Whether there is a console of this name. */
export function isConsole(name: string): name is ConsoleName {
	return Object.hasOwn(consoles, name);
}

/** Whether a role has this console. */
export function mayUse(role: Role, name: ConsoleName): boolean {
	const roles: readonly Role[] = consoles[name];
	return roles.includes(role);
}

/** Where somebody of this role works. */
export function consolePath(conferenceId: string, role: Role): string {
	return `/${conferenceId}/${own[role]}`;
}
