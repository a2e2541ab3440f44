import { useCallback, useEffect, useState } from "react";
import type { LinkRow } from "../../../../shared/protocol/http.ts";
import { useConference } from "../../../conference/hooks.ts";
import type { Refused } from "../../console/refusal.ts";
import { listLinks } from "./accessApi.ts";

export interface Links {
	/** Newest first, by representative; null until the first answer. */
	readonly byRepresentative: ReadonlyMap<string, readonly LinkRow[]> | null;
	readonly refused: Refused | null;
	/** Fetches again, after a link was made or revoked. */
	refresh(): Promise<void>;
}

/** The personal sign-in links of the conference; they are no part of the record and hence fetched. */
export function useLinks(): Links {
	const { conferenceId } = useConference();
	const [links, setLinks] = useState<Pick<Links, "byRepresentative" | "refused">>({
		byRepresentative: null,
		refused: null,
	});
	const refresh = useCallback(async () => {
		const answer = await listLinks(conferenceId);
		if ("refused" in answer) {
			setLinks((before) => ({ ...before, refused: answer.refused }));
			return;
		}
		const newestFirst = answer.value.toSorted((a, b) => b.createdAt - a.createdAt);
		setLinks({
			byRepresentative: Map.groupBy(newestFirst, ({ representativeId }) => representativeId),
			refused: null,
		});
	}, [conferenceId]);
	useEffect(() => {
		void refresh();
	}, [refresh]);
	return { ...links, refresh };
}
