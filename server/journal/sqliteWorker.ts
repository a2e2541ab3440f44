import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { JournalDamaged, JournalUnavailable, JournalUnknown } from "./journal.ts";
import { messageOf } from "./sqliteDatabase.ts";
import {
	type Answer,
	type Failure,
	type Request,
	startId,
	type Value,
	type WorkerOptions,
} from "./sqliteProtocol.ts";
import { type Outcome, SqliteStore } from "./sqliteStore.ts";

function failureOf(error: unknown): Failure {
	const message = messageOf(error);
	if (error instanceof JournalDamaged) return { is: "damaged", message };
	if (error instanceof JournalUnavailable) return { is: "unavailable", message };
	if (error instanceof JournalUnknown) return { is: "unknown", message };
	return { is: "bug", message };
}

type Append = Extract<Request, { kind: "append" }>;

function start(port: NonNullable<typeof parentPort>): void {
	const { dataDir, shared } = workerData as WorkerOptions;
	const store = SqliteStore.open(dataDir, shared);

	const answer = (id: number, work: () => Value) => {
		let reply: Answer;
		try {
			reply = { id, value: work() };
		} catch (error) {
			reply = { id, failure: failureOf(error) };
		}
		port.postMessage(reply);
	};

	const appendAll = (conferenceId: string, appends: readonly Append[]) => {
		let outcomes: Outcome[] = [];
		let failure: Failure | undefined;
		try {
			outcomes = store.append(conferenceId, appends);
		} catch (error) {
			failure = failureOf(error);
		}
		for (const [index, { id }] of appends.entries()) {
			const outcome = outcomes[index];
			if (outcome !== undefined) port.postMessage({ id, value: outcome } satisfies Answer);
			else port.postMessage({ id, failure: failure ?? failureOf("No outcome") } satisfies Answer);
		}
	};

	const perform = (request: Exclude<Request, { kind: "append" }>) => {
		switch (request.kind) {
			case "read":
				return answer(request.id, () => store.read(request.conferenceId, request.after, request.limit));
			case "archive":
				return answer(request.id, () => store.archive(request.conferenceId, request.time));
			case "conferences":
				return answer(request.id, () => store.conferences());
			case "prove":
				return answer(request.id, () => {
					store.prove();
					return null;
				});
			case "close":
				answer(request.id, () => {
					store.close();
					return null;
				});
				return port.close();
		}
	};

	port.on("message", (first: Request) => {
		// Group commit without a timer: everything that arrived while the last commit ran is here by now, and goes
		// into one transaction for each conference. When idle, the one command is committed at once.
		const requests = [first];
		for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) {
			requests.push(next.message as Request);
		}
		const appends = requests.filter((request) => request.kind === "append");
		for (const [conferenceId, group] of Map.groupBy(appends, (append) => append.conferenceId)) {
			appendAll(conferenceId, group);
		}
		for (const request of requests) if (request.kind !== "append") perform(request);
	});
	port.postMessage({ id: startId, value: null } satisfies Answer);
}

if (parentPort) {
	try {
		start(parentPort);
	} catch (error) {
		parentPort.postMessage({ id: startId, failure: failureOf(error) } satisfies Answer);
		parentPort.close();
	}
}
