import type { ReactNode } from "react";
import { useSpeech } from "../../i18n/intl.tsx";
import { useRemote } from "../../media/hooks.tsx";
import { classes } from "../../ui/classes.ts";
import { FeedPlayer } from "../stage/FeedPlayer.tsx";
import { useListening } from "./useChannels.ts";

/** A stage with the signing beside it, on a phone beneath it, for who wants it there. */
export function SignedStage({ children }: { children: ReactNode }) {
	const { t } = useSpeech();
	const { signs } = useListening();
	const remote = useRemote("channel:sign");
	const picture = signs && remote?.muted === false ? remote.video : null;
	return (
		<div className={classes("stage-pair", picture !== null && "stage-signed")}>
			{children}
			{picture !== null && (
				<div className="stage-sign">
					<FeedPlayer audio={null} video={picture} label={t("channel.sign")} />
				</div>
			)}
		</div>
	);
}
