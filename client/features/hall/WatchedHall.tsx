import type { ReactNode } from "react";
import { ChannelRow } from "../interpretation/ChannelRow.tsx";
import { ChannelKeys } from "../interpretation/channelKeys.tsx";
import { SignedStage } from "../interpretation/SignedStage.tsx";
import { LiveStage, MediaNote } from "../stage/LiveStage.tsx";
import { ReceptionSelect } from "../stage/ReceptionSelect.tsx";

/** The hall of whoever watches: the floor is seen and heard in the place of the seats, which are the `children`. */
export function WatchedStage({ children }: { children: ReactNode }) {
	return (
		<>
			<SignedStage>
				<LiveStage className="hemicycle-wrap" plate={null}>
					{children}
				</LiveStage>
			</SignedStage>
			<ChannelRow />
			<ChannelKeys />
		</>
	);
}

/** What stands beside the button that watches. */
export function WatchChoice() {
	return (
		<>
			<MediaNote />
			<ReceptionSelect />
		</>
	);
}
