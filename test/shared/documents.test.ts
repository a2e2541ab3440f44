import { expect, it } from "vitest";
import { given, start } from "../support/decider.ts";
import { fileNamed, ready } from "../support/factories.ts";

const desk = { as: "desk" };
const file = (language: "en" | "fr") => ({
	language,
	fileId: fileNamed("d"),
	name: `agenda-${language}.pdf`,
	mediaType: "application/pdf" as const,
	bytes: 1000,
});
const add = (meetingId: string | null, files = [file("en"), file("fr")]) => ({
	type: "addDocument" as const,
	meetingId,
	title: { en: "Agenda" },
	files,
});

it("TX4 a document belongs to a meeting or the conference, one file a language", () => {
	const one = given(ready)
		.when(add("session-1"), { ...desk, newId: "d", at: start + 5 })
		.then({
			type: "DocumentAdded",
			data: {
				document: {
					id: "d",
					meetingId: "session-1",
					addedAt: start + 5,
					files: [{ language: "en" }, { language: "fr" }],
				},
			},
		});
	given(one)
		.when(add(null), desk)
		.then({ type: "DocumentAdded", data: { document: { meetingId: null } } });
	given(ready)
		.when(add(null, [file("en"), file("fr"), file("en")]), desk)
		.thenRefused("languageTwice");
	given(ready).when(add("nowhere"), desk).thenRefused("unknownMeeting", { meetingId: "nowhere" });
	for (const as of ["idn-minister", "rwa-chair"])
		given(ready).when(add(null), { as }).thenRefused("notAllowed");
	const gone = given(one)
		.when({ type: "removeDocument", documentId: "d" }, desk)
		.then({ type: "DocumentRemoved" });
	expect(gone.documents.documents.size).toBe(0);
	given(gone).when({ type: "removeDocument", documentId: "d" }, desk).thenRefused("unknownDocument");
});
