import { useEffect, useState } from "react";
import { useConference } from "../../../conference/hooks.ts";
import { Heard } from "./levels.ts";

const none: ReadonlySet<string> = new Set();

/** The live feeds of which nothing has been heard for a while; renders again only when one of them falls silent or is heard. */
export function useSilent(): ReadonlySet<string> {
	const { monitor, levels } = useConference();
	const [silent, setSilent] = useState(none);
	useEffect(() => {
		const heard = new Heard();
		const ends = [
			levels.subscribe(() => heard.hear(levels.get(), performance.now())),
			monitor.subscribe(() => {
				const live = (monitor.get()?.feeds ?? []).filter(({ audio, live }) => live && audio?.muted === false);
				const now = heard.silent(
					live.map(({ id }) => id),
					performance.now(),
				);
				setSilent((before) => (isSame(before, now) ? before : now));
			}),
		];
		return () => {
			for (const end of ends) end();
		};
	}, [monitor, levels]);
	return silent;
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	return a.size === b.size && [...a].every((each) => b.has(each));
}
