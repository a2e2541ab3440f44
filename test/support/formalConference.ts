import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Channel } from "../../shared/conference/common.ts";
import { ServerProcess } from "./serverProcess.ts";

/** Delegations of a small session with nothing in it yet: two preside, the others come to speak and to vote. */
export const formalDelegations = ["rwa", "usa", "nor", "ury", "gha", "idn"] as const;
export type FormalDelegation = (typeof formalDelegations)[number];

/** Id of the person of a delegation: the co-chair for who presides, the minister for everybody else. */
export function personOf(delegation: FormalDelegation): string {
	return `${delegation}-${delegation === "rwa" || delegation === "usa" ? "chair" : "minister"}`;
}

/** Interpreters: two into French, who share a booth, one into Arabic, one who signs. By id, with the channel. */
export const formalInterpreters = {
	"int-fr-1": "fr",
	"int-fr-2": "fr",
	"int-ar-1": "ar",
	"int-sign-1": "sign",
} as const satisfies Readonly<Record<string, Channel>>;
export type FormalInterpreter = keyof typeof formalInterpreters;
/** Who sees to sound and picture of the session. */
export const operatorId = "operator";

const definition = {
	id: "formal",
	title: { en: "A formal session", fr: "Une séance officielle", ar: "جلسة رسمية" },
	host: "rwa",
	city: { en: "Kigali", fr: "Kigali", ar: "كيغالي" },
	timeZone: "Africa/Kigali",
	languages: ["en", "fr", "ar"],
	delegations: formalDelegations.map((id) => ({ id })),
	meetings: [
		{
			id: "session",
			kind: "plenary",
			title: { en: "Sustaining Peace", fr: "Pérenniser la paix", ar: "الحفاظ على السلام" },
			date: "2021-12-07",
			coChairs: ["rwa", "usa"],
			segments: [
				{
					id: "statements",
					kind: "statements",
					title: { en: "Statements", fr: "Déclarations", ar: "البيانات" },
					limitSeconds: 240,
					groupLimitSeconds: 300,
				},
			],
		},
	],
	representatives: [
		...Object.entries(formalInterpreters).map(([id, channel]) => ({
			id,
			channel,
			role: "interpreter",
			level: "OT",
			rights: ["read"],
			name: `Interpreter ${id}`,
			title: { en: "Interpreter", fr: "Interprète", ar: "مترجم شفوي" },
		})),
		{
			id: "captioner-en",
			channel: "en",
			role: "captioner",
			level: "OT",
			rights: ["read"],
			name: "Captioner",
			title: { en: "Captioner", fr: "Sous-titreur", ar: "كاتب شرح نصي" },
		},
		...formalDelegations.map((delegation) => ({
			id: personOf(delegation),
			delegation,
			role: personOf(delegation).endsWith("chair") ? "chair" : "delegate",
			level: "M",
			rights: ["speak", "pledge", "read"],
			name: `Representative of ${delegation.toUpperCase()}`,
			title: { en: "Minister of Defence", fr: "Ministre de la défense", ar: "وزير الدفاع" },
		})),
		{
			id: operatorId,
			role: "operator",
			level: "OT",
			rights: ["read"],
			name: "Operator",
			title: { en: "Technical operator", fr: "Régie technique", ar: "مشغل تقني" },
		},
	],
};

/** A server that holds the session; whoever starts it closes it. */
export async function startFormalSession(): Promise<ServerProcess & AsyncDisposable> {
	const folder = await mkdtemp(join(tmpdir(), "plenaria-formal-"));
	const file = join(folder, "conference.json");
	await writeFile(file, JSON.stringify(definition));
	const server = await ServerProcess.start({ args: ["--conference", file] });
	return Object.assign(server, {
		async [Symbol.asyncDispose]() {
			await server.close();
			await rm(folder, { recursive: true, force: true });
		},
	});
}
