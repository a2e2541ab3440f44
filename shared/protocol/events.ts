import type { ClockAnswer } from "./clock.ts";
import type { CommandAnswer, CommandMessage } from "./command.ts";
import type { Frame } from "./frame.ts";
import type { JoinAnswer, JoinMessage } from "./join.ts";
import type { MediaAnswer, MediaNews, MediaRequest } from "./media.ts";
import type { LevelsSignal, MonitorSignal } from "./monitor.ts";
import type {
	DirectorySignal,
	JournalSignal,
	PresenceSignal,
	ReadinessSignal,
	SignedOutSignal,
} from "./signals.ts";

/** Names of the Socket.IO events in each direction, with what they carry. */
export interface ServerToClient {
	frame(frame: Frame): void;
	presence(signal: PresenceSignal): void;
	readiness(signal: ReadinessSignal): void;
	monitor(signal: MonitorSignal): void;
	levels(signal: LevelsSignal): void;
	journal(signal: JournalSignal): void;
	directory(signal: DirectorySignal): void;
	signedOut(signal: SignedOutSignal): void;
	media(news: MediaNews): void;
}

export interface ClientToServer {
	join(message: JoinMessage, answer: (answer: JoinAnswer) => void): void;
	command(message: CommandMessage, answer: (answer: CommandAnswer) => void): void;
	clock(answer: (answer: ClockAnswer) => void): void;
	media(request: MediaRequest, answer: (answer: MediaAnswer) => void): void;
}

/** Path of the Socket.IO endpoint. */
export const socketPath = "/socket";
