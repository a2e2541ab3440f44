import type { Actor } from "./actor.ts";
import type { Right } from "./common.ts";
import type { Command, CommandType } from "./decider.ts";
import { sittingMeeting } from "./programme.ts";
import type { State } from "./state.ts";

/**
 * Who may do what: the one table. A reviewer reads it here; a test goes through every command for every
 * role and every relation below.
 *
 * - `any`      always
 * - `own`      for the actor's own delegation, with the right named in the row
 * - `gavel`    while holding the gavel, for the meeting that sits
 * - `coChair`  as a co-chair of the meeting that the command names (or, for the gavel, of the one that sits)
 *
 * The system itself may do everything: it acts only on what falls due and on definitions.
 */
export type Leave = "any" | "own" | "gavel" | "coChair";

/** Who may give a command: for each role the conditions, any of which is enough. */
export interface PolicyRow {
	readonly delegate: readonly Leave[];
	readonly chair: readonly Leave[];
	readonly secretariat: readonly Leave[];
	/** What `own` needs beside the delegation. */
	readonly right?: Right;
}

const nobody: PolicyRow = { delegate: [], chair: [], secretariat: [] };
const secretariat: PolicyRow = { delegate: [], chair: [], secretariat: ["any"] };
const presiding: PolicyRow = { delegate: [], chair: ["gavel"], secretariat: [] };
const presidingOrSecretariat: PolicyRow = { delegate: [], chair: ["gavel"], secretariat: ["any"] };
const ownPledge: PolicyRow = { delegate: ["own"], chair: ["own"], secretariat: [], right: "pledge" };

/** Who may give which command. */
export const policy: { readonly [Type in CommandType]: PolicyRow } = {
	defineConference: nobody,
	setClockRate: secretariat,

	importDelegations: secretariat,
	accreditRepresentatives: secretariat,
	changeAccreditation: secretariat,
	withdrawAccreditation: secretariat,

	adoptProgramme: nobody,
	rescheduleMeeting: secretariat,
	openMeeting: { delegate: [], chair: ["coChair"], secretariat: [] },
	suspendMeeting: presiding,
	resumeMeeting: presiding,
	closeMeeting: presiding,
	startSegment: presiding,

	takeGavel: { delegate: [], chair: ["coChair"], secretariat: ["any"] },
	handGavel: presiding,

	openList: presidingOrSecretariat,
	announceClosing: presidingOrSecretariat,
	closeList: presidingOrSecretariat,
	inscribe: { delegate: ["own"], chair: ["gavel", "own"], secretariat: ["any"], right: "speak" },
	withdrawInscription: { delegate: ["own"], chair: ["gavel", "own"], secretariat: ["any"], right: "speak" },
	replaceSpeaker: { delegate: ["own"], chair: ["gavel", "own"], secretariat: ["any"], right: "speak" },
	moveEntry: presiding,

	giveFloor: presiding,
	callProgrammeSpeaker: presiding,
	pauseFloor: presiding,
	resumeFloor: presiding,
	extendFloor: presiding,
	yieldFloor: { delegate: ["own"], chair: ["own"], secretariat: [], right: "speak" },
	endFloor: presiding,

	draftPledge: ownPledge,
	revisePledge: ownPledge,
	submitPledge: ownPledge,
	requestChange: secretariat,
	acceptPledge: secretariat,
	announcePledge: { delegate: ["own"], chair: ["gavel", "own"], secretariat: ["any"], right: "pledge" },
	announceInWriting: secretariat,
	confirmPledge: secretariat,
	withdrawPledge: ownPledge,

	publishNeeds: secretariat,
	changeNeed: secretariat,

	openInitiative: secretariat,
	declareSupport: { delegate: ["own"], chair: ["own"], secretariat: ["any"], right: "pledge" },
	withdrawSupport: { delegate: ["own"], chair: ["own"], secretariat: ["any"], right: "pledge" },
};

/** Whether the actor may give this command now. Fails closed: what cannot be found is nobody's own. */
export function can(actor: Actor, command: Command, state: State): boolean {
	if (actor.role === "system") return true;
	const row = policy[command.type];
	return row[actor.role].some((leave) => {
		switch (leave) {
			case "any":
				return true;
			case "own":
				return (
					actor.delegationId !== null &&
					(row.right === undefined || actor.rights.includes(row.right)) &&
					delegationOf(command, state) === actor.delegationId
				);
			case "gavel":
				return state.gavel.holder?.representativeId === actor.id && concernsSitting(command, state);
			case "coChair":
				return actor.delegationId !== null && coChairs(command, actor.id, state).includes(actor.delegationId);
			default:
				return false;
		}
	});
}

/** GV5: the gavel reaches no further than the meeting that sits; a command that names none is about that one. */
function concernsSitting(command: Command, state: State): boolean {
	const sitting = sittingMeeting(state);
	if ("meetingId" in command) return sitting?.id === command.meetingId;
	if ("segmentId" in command) return sitting?.segments.some(({ id }) => id === command.segmentId) ?? false;
	return true;
}

/** The delegation for which a command acts. */
function delegationOf(command: Command, state: State): string | undefined {
	if ("pledgeId" in command) return state.pledges.pledges.get(command.pledgeId)?.delegationId;
	if ("delegationId" in command) return command.delegationId;
	if ("statementId" in command) {
		const { statement } = state.floor;
		return statement?.id === command.statementId ? statement.delegationId : undefined;
	}
	if ("entryId" in command && "segmentId" in command)
		return state.speakersLists.lists.get(command.segmentId)?.entries.get(command.entryId)?.delegationId;
	return undefined;
}

/** Co-chairs of the meeting that a command is about; for the gavel only when it is taken for oneself. */
function coChairs(command: Command, actorId: string, state: State): readonly string[] {
	if (command.type === "openMeeting") return state.programme.meetings.get(command.meetingId)?.coChairs ?? [];
	if (command.type === "takeGavel" && command.representativeId === actorId)
		return sittingMeeting(state)?.coChairs ?? [];
	return [];
}
