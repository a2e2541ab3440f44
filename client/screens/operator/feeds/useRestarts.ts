import { useCallback, useEffect, useState } from "react";
import type { MonitoredFeed } from "../../../../shared/protocol/monitor.ts";
import { useConference } from "../../../conference/hooks.ts";
import { MediaRefusedError } from "../../../conference/mediaLane.ts";
import { useSpeech } from "../../../i18n/intl.tsx";
import { useFeedback } from "../../console/feedback.tsx";

/** A feed that its sender was asked to set up anew, as it was before. */
export interface Restart {
	readonly feed: MonitoredFeed;
	/** When it was asked, in monotonic ms. */
	readonly at: number;
}

export interface Restarts {
	/** Those that have not come back yet, by feed. */
	readonly pending: ReadonlyMap<string, Restart>;
	restart(feed: MonitoredFeed): void;
}

/** Has feeds set up anew, and says when each is back. */
export function useRestarts(): Restarts {
	const { media, monitor } = useConference();
	const { show } = useFeedback();
	const { t } = useSpeech();
	const [pending, setPending] = useState<ReadonlyMap<string, Restart>>(new Map());
	const restart = useCallback(
		(feed: MonitoredFeed) => {
			const at = performance.now();
			media.ask<"restartFeed">({ type: "restartFeed", feedId: feed.id }).then(
				() => setPending((all) => new Map(all).set(feed.id, { feed, at })),
				(error: unknown) => {
					const isGone = error instanceof MediaRefusedError && error.code === "noFeed";
					show({ title: t(isGone ? "operator.restartGone" : "operator.restartFailed"), tone: "red" });
				},
			);
		},
		[media, show, t],
	);
	useEffect(() => {
		if (pending.size === 0) return undefined;
		return monitor.subscribe(() => {
			const back = (monitor.get()?.feeds ?? []).filter(({ id, forMs }) => {
				const asked = pending.get(id);
				// One that has been sent for longer is the one from before, in a reading that was under way.
				return asked !== undefined && forMs < performance.now() - asked.at;
			});
			if (back.length === 0) return;
			setPending((all) => new Map([...all].filter(([id]) => !back.some((each) => each.id === id))));
			show({ title: t("operator.restarted") });
		});
	}, [monitor, pending, show, t]);
	return { pending, restart };
}
