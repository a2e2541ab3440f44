import { useEffect, useMemo, useRef, useState } from "react";
import { useEvents, useSelect } from "../../../conference/hooks.ts";
import { useSpeech } from "../../../i18n/intl.tsx";
import { type PledgeRow, rowMaker } from "./pledgeRows.ts";

/** All pledges that the secretariat may see, as rows; only what changed is made anew. */
export function usePledgeRows(): readonly PledgeRow[] {
	const { locale } = useSpeech();
	const { pledges } = useSelect((state) => state.pledges);
	const delegations = useSelect((state) => state.delegations);
	const needs = useSelect((state) => state.needs);
	const profile = useSelect((state) => state.profile);
	const make = useMemo(
		() => rowMaker({ delegations, needs, profile }, locale),
		[delegations, needs, profile, locale],
	);
	return useMemo(() => Array.from(pledges.values(), make), [pledges, make]);
}

const holdMs = 6_000;

/** Pledges announced within the last six seconds: their rows are brass, because brass means now. */
export function useFreshPledges(): ReadonlySet<string> {
	const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
	const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
	useEffect(() => {
		const running = timers.current;
		return () => {
			for (const timer of running) clearTimeout(timer);
		};
	}, []);
	useEvents((events, live) => {
		if (!live) return;
		const announced = events.flatMap((event) =>
			event.type === "PledgeShown" && event.data.pledge.announcedAt === event.at
				? [event.data.pledge.id]
				: [],
		);
		if (announced.length === 0) return;
		setFresh((before) => new Set([...before, ...announced]));
		const timer = setTimeout(() => {
			timers.current.delete(timer);
			setFresh((before) => new Set([...before].filter((id) => !announced.includes(id))));
		}, holdMs);
		timers.current.add(timer);
	});
	return fresh;
}
