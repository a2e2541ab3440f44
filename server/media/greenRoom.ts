import type { SeatReport } from "../../shared/protocol/media.ts";
import type { ReadinessSignal } from "../../shared/protocol/signals.ts";

/** What the seats say of themselves that wait for the floor of one conference; the latest of each delegation. */
export class GreenRoom {
	readonly #reports = new Map<string, { readonly by: object; readonly report: SeatReport }>();
	readonly #listeners = new Set<() => void>();

	/** Calls back after every change. Gives the end of it. */
	onChange(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** As it is now, for a screen that comes. */
	now(): ReadinessSignal {
		return { seats: [...this.#reports].map(([delegationId, { report }]) => ({ delegationId, ...report })) };
	}

	/** `by` is the screen that says it: the last one of a delegation counts. */
	report(delegationId: string, by: object, report: SeatReport): void {
		const known = this.#reports.get(delegationId);
		if (known?.by === by && isSame(known.report, report)) return;
		this.#reports.set(delegationId, { by, report });
		this.#tell();
	}

	/** What this screen said no longer holds. */
	leave(by: object): void {
		this.#keep((_delegationId, each) => each.by !== by);
	}

	/** Whoever is not in the green room any more has nothing to report from there. */
	keepOnly(delegationIds: readonly string[]): void {
		this.#keep((delegationId) => delegationIds.includes(delegationId));
	}

	#keep(stays: (delegationId: string, each: { readonly by: object }) => boolean): void {
		let isChanged = false;
		for (const [delegationId, each] of [...this.#reports])
			if (!stays(delegationId, each)) isChanged = this.#reports.delete(delegationId) || isChanged;
		if (isChanged) this.#tell();
	}

	#tell(): void {
		for (const listener of [...this.#listeners]) listener();
	}
}

function isSame(a: SeatReport, b: SeatReport): boolean {
	return (
		a.camera === b.camera &&
		a.microphone === b.microphone &&
		a.connection === b.connection &&
		a.ready === b.ready
	);
}
