import type { DomainEvent } from "../../shared/conference/decider.ts";

/** Finds for an act that takes something back the number of the record that it takes back. */
export class TakenBack {
	/** Number of the latest act of each kind on each thing. */
	readonly #latest = new Map<string, number>();

	/** To be called with every event in order. Gives the number of what it takes back, or null. */
	follow(event: DomainEvent, seq: number): number | null {
		const act = actOf(event);
		if (act !== undefined) this.#latest.set(act, seq);
		const takenBack = takenBackBy(event);
		return takenBack === undefined ? null : (this.#latest.get(takenBack) ?? null);
	}
}

function actOf(event: DomainEvent): string | undefined {
	switch (event.type) {
		case "FloorGiven":
			return `call ${event.data.statement.id}`;
		case "FloorPaused":
			return `pause ${event.data.statementId}`;
		case "FloorExtended":
			return `extension ${event.data.statementId}`;
		case "EntryMoved":
			return `move ${event.data.entryId}`;
		case "SpeakersListOpened":
		case "SpeakersListClosed":
			return `list ${event.data.segmentId}`;
		default:
			return undefined;
	}
}

function takenBackBy(event: DomainEvent): string | undefined {
	switch (event.type) {
		case "CallTakenBack":
			return `call ${event.data.statement.id}`;
		case "PauseTakenBack":
			return `pause ${event.data.statementId}`;
		case "ExtensionTakenBack":
			return `extension ${event.data.statementId}`;
		case "MoveTakenBack":
			return `move ${event.data.entryId}`;
		case "ListStatusTakenBack":
			return `list ${event.data.segmentId}`;
		default:
			return undefined;
	}
}
