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
	readonly #ask: (request: MediaRequest) => Promise<MediaAnswer>;
	readonly #listeners = new Set<(news: MediaNews) => void>();
	#turns = 0;

	constructor(ask: (request: MediaRequest) => Promise<MediaAnswer>) {
		this.#ask = ask;
	}

	/** @throws MediaRefusedError, `away` when the connection is lost or nothing came back in time. */
	async ask<Type extends MediaRequest["type"]>(request: MediaRequestOf<Type>): Promise<MediaAnswers[Type]> {
		const answer = await this.#ask(request).catch(() => undefined);
		if (answer === undefined) throw new MediaRefusedError("away");
		if (answer.status === "refused") throw new MediaRefusedError(answer.code);
		return answer.result as MediaAnswers[Type];
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
