import type { Pledge, PledgeContent } from "../../../shared/conference/pledge.ts";
import { contentOf } from "../../../shared/conference/pledge.ts";
import { plainContent } from "../../../shared/conference/pledgeFold.ts";

/** What the form begins with: the pledge as it stands, or an empty one in a category. */
export function contentFor(pledge: Pledge | null, category: string): PledgeContent {
	if (pledge !== null) return contentOf(pledge);
	const written = { title: "", details: null, category, needId: null, quantity: 1, contact: null };
	return { ...plainContent, ...written, kind: "new" };
}

/** What is sent: empty text is no text, and nothing is said that the chosen form or kind does not have. */
export function tidied(content: PledgeContent): PledgeContent {
	const { earlier, amount } = content;
	return {
		...content,
		title: content.title.trim(),
		details: orNull(content.details),
		conditions: orNull(content.conditions),
		contact: orNull(content.contact),
		availableFrom: orNull(content.availableFrom),
		availableTo: orNull(content.availableTo),
		earlier:
			content.kind === "new" || earlier === null
				? null
				: { ...earlier, reference: earlier.pledgeId === null ? orNull(earlier.reference) : null },
		parts: content.form === "joint" ? content.parts.map((part) => ({ ...part, text: part.text.trim() })) : [],
		matches: content.form === "matching" ? content.matches : null,
		amount: amount === null || Number.isNaN(amount.value) ? null : amount,
		quantity: Number.isNaN(content.quantity) ? 0 : content.quantity,
		readinessDays: Number.isNaN(content.readinessDays ?? 0) ? null : content.readinessDays,
		offeredTo:
			content.offeredTo === null || content.offeredTo.name.trim() === ""
				? null
				: { ...content.offeredTo, name: content.offeredTo.name.trim() },
		evidence: content.evidence.map((link) => link.trim()).filter((link) => link !== ""),
	};
}

function orNull(text: string | null): string | null {
	return text === null || text.trim() === "" ? null : text.trim();
}

/** A part's id: the lowest number that no other part of the pledge has. */
export function nextPartId(parts: PledgeContent["parts"]): string {
	const taken = new Set(parts.map(({ id }) => id));
	let number = 1;
	while (taken.has(`part-${number}`)) number += 1;
	return `part-${number}`;
}
