import type {
	MediaAnswer,
	MediaAnswers,
	MediaNews,
	MediaRefusal,
	MediaRequest,
	MediaRequestOf,
} from "../../shared/protocol/media.ts";
import { Observable } from "./observable.ts";

/** The server said no, or was not there to be asked. */
export class MediaRefusedError extends Error {
	readonly code: MediaRefusal | "away";

	constructor(code: MediaRefusal | "away") {
		super(`media: ${code}`);
		this.code = code;
	}
}

/** The conference's connection as far as sound and picture go through it; `client/media` stands on the other end. */
export class MediaLane {
	/** Counts the times that this page joined; 0 while it has not. What was set up in an earlier turn is gone. */
	readonly turn = new Observable(0);
	/** Whether the server has said that it has no sound and picture: known once something was asked. */
	readonly isOff = new Observable(false);
	readonly #ask: (request: MediaRequest) => Promise<MediaAnswer>;
	readonly #listeners = new Set<(news: MediaNews) => void>();
	#turns = 0;
	/** The turn in which something was asked last. */
	#askedIn = 0;

	constructor(ask: (request: MediaRequest) => Promise<MediaAnswer>) {
		this.#ask = ask;
	}

	/** @throws MediaRefusedError, `away` when the connection is lost or nothing came back in time. */
	async ask<Type extends MediaRequest["type"]>(request: MediaRequestOf<Type>): Promise<MediaAnswers[Type]> {
		this.#askedIn = this.turn.get();
		const answer = await this.#ask(request).catch(() => undefined);
		if (answer === undefined) throw new MediaRefusedError("away");
		this.isOff.set(answer.status === "refused" && answer.code === "mediaOff");
		if (answer.status === "refused") throw new MediaRefusedError(answer.code);
		return answer.result as MediaAnswers[Type];
	}

	/** Has `isOff` known to a screen that takes no sound and picture itself: asks where nothing has been asked in this turn. */
	async findOut(): Promise<void> {
		if (this.turn.get() === this.#askedIn) return;
		await this.ask<"open">({ type: "open" }).catch(() => {});
	}

	onNews(listener: (news: MediaNews) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** For the connection alone. */
	tell(news: MediaNews): void {
		for (const listener of [...this.#listeners]) listener(news);
	}

	/** A second time on the same connection, after a gap, changes nothing here. */
	joined(): void {
		if (this.turn.get() !== 0) return;
		this.#turns += 1;
		this.turn.set(this.#turns);
	}

	lost(): void {
		this.turn.set(0);
	}
}
