import type { State } from "../../shared/conference/state.ts";
import { tally } from "../../shared/conference/tally.ts";
import type { TallyAnswer } from "../../shared/protocol/press.ts";
import { isoTime } from "./isoTime.ts";

/**
 * The tally for the press and for other sites. Each figure says what it counts, because delegations and
 * pledges are two figures, and those of different categories must never be added up (PL7, PL8).
 *
 * @param state as the public sees it. @param n position of the public's stream. @param at conference time in ms.
 */
export function presentTally(state: State, n: number, at: number): TallyAnswer {
	const found = tally(state);
	const { pledges, confirmed, delegations, participants, units, needs, needsClosed, categories } = found;
	const names = new Map(state.profile.categories.map(({ id, name }) => [id, name]));
	return {
		conferenceId: state.profile.id,
		title: state.profile.title,
		rehearsal: state.profile.rehearsal,
		n,
		at: isoTime(at),
		pledges: { value: pledges, counts: "pledges announced" },
		confirmed: { value: confirmed, counts: "announced pledges confirmed by the secretariat" },
		delegations: { value: delegations, of: participants, counts: "delegations with an announced pledge" },
		needsClosed: { value: needsClosed, of: needs.length, counts: "capability needs filled" },
		units: {
			value: units.counted,
			of: units.required,
			surplus: units.surplus,
			counts: "units of needs pledged",
		},
		needs: needs.map(({ need, counted, surplus, open }) => ({
			id: need.id,
			title: need.title,
			category: need.category,
			units: { value: counted, of: need.quantity, open, surplus, counts: "units pledged" },
		})),
		categories: categories.map(({ id, delegations, pledges }) => ({
			id,
			name: names.get(id),
			delegations: { value: delegations, counts: "delegations with an announced pledge in this category" },
			pledges: { value: pledges, counts: "pledges announced in this category" },
		})),
		priorities: found.priorities.map(({ id, ...figures }) => ({
			id,
			delegations: { value: figures.delegations, counts: "delegations with a pledge for this priority" },
			pledges: { value: figures.pledges, counts: "pledges that name this priority" },
		})),
		sessions: found.sessions.map(({ meetingId, ...figures }) => ({
			meeting: meetingId,
			delegations: { value: figures.delegations, counts: "delegations with a pledge of this session" },
			pledges: { value: figures.pledges, counts: "pledges announced in this session" },
		})),
		quantities: found.quantities.map(({ value, ...rest }) => ({
			...rest,
			value,
			counts: "of whole pledges; of enhanced ones the increase, of reaffirmed ones nothing",
		})),
		partnerships: [...found.pairs, ...found.triangles].map(({ delegationIds, pledges }) => ({
			delegations: [...delegationIds],
			pledges: { value: pledges, counts: "pledges in which all of them take part" },
		})),
		incomplete: { value: found.incomplete, counts: "joint pledges with a part that nobody has confirmed" },
	};
}
