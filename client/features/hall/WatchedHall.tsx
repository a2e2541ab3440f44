import type { ReactNode } from "react";
import { LiveStage, MediaNote } from "../stage/LiveStage.tsx";
import { ReceptionSelect } from "../stage/ReceptionSelect.tsx";

/** The hall of whoever watches: the floor is seen and heard in the place of the seats, which are the `children`. */
export function WatchedStage({ children }: { children: ReactNode }) {
	return (
		<LiveStage className="hemicycle-wrap" plate={null}>
			{children}
		</LiveStage>
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
