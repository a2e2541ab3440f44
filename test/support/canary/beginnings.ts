import { type Beginning, definingRecords } from "../../../server/conference/establish.ts";
import { defineCommand, definition, people, person } from "../factories.ts";

function named(id: string) {
	return {
		representativeId: id,
		name: `canary-name-${id}`,
		title: { en: `canary-title-of-${id}` },
		contact: `canary-contact-of-${id}`,
	};
}

const ownChair = person("idn-chair", "chair", "idn", ["read"]);
export const seoul: Beginning = {
	id: "seoul",
	persons: [...people, ownChair].map(({ id }) => named(id)),
	records: () =>
		definingRecords(
			"seoul",
			[
				...definition.map(([command]) => command),
				{ type: "accreditRepresentatives", representatives: [ownChair] },
			],
			Date.now(),
		),
};

/** Another conference, held on the same server by another secretariat. */
export const other: Beginning = {
	id: "other",
	persons: [{ ...named("other-desk"), representativeId: "desk" }],
	records: () =>
		definingRecords(
			"other",
			[
				{ ...defineCommand, profile: { ...defineCommand.profile, id: "other" } },
				{
					type: "accreditRepresentatives",
					representatives: [person("desk", "secretariat", null, ["read"])],
				},
			],
			Date.now(),
		),
};
