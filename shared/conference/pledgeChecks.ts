import type { PledgeContent } from "./pledge.ts";

/** What a pledge that can be acted on says. */
export const pledgeChecks = ["specific", "measurable", "dated", "contact"] as const;
export type PledgeCheck = (typeof pledgeChecks)[number];

/**
 * Advice to who writes a pledge (PL20): which checks it meets. Nothing is refused for it; the desk may ask.
 *
 * - specific: says in some words what is given, and closes a need, names a subcategory, or has details
 * - measurable: says how much, in units of a need, of an amount or of money
 * - dated: says from when it is available, or how many days after a request
 * - contact: says whom to ask
 */
export function checksOf(content: PledgeContent): Readonly<Record<PledgeCheck, boolean>> {
	const { title, details, needId, subcategory, quantity, amount, availableFrom, readinessDays, contact } =
		content;
	const saysWhat = title.trim().split(/\s+/u).length >= 3 || [...title.trim()].length >= 12;
	return {
		specific: saysWhat && (needId !== null || subcategory !== null || details !== null),
		measurable: amount !== null || (needId !== null && quantity > 0),
		dated: availableFrom !== null || readinessDays !== null,
		contact: contact !== null && /[^\s@]+@[^\s@]+|\+?\d[\d\s().-]{5,}/u.test(contact),
	};
}
