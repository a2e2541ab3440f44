import type { ReactNode } from "react";
import { useConference, useSelect } from "../../conference/hooks.ts";
import { ConnectionBar } from "../../features/connection/ConnectionBar.tsx";
import { SiteHeader } from "../../features/site/SiteHeader.tsx";
import { Message } from "../../i18n/intl.tsx";
import { Stamp } from "../../ui/Stamp.tsx";

/** A page behind the front page: the same head, one column, and the way back. */
export function PageFrame({ children }: { children: ReactNode }) {
	const { conferenceId } = useConference();
	const isRehearsal = useSelect((state) => state.profile.rehearsal);
	return (
		<div className="audience rows-page">
			<SiteHeader />
			<ConnectionBar />
			<main className="rows-main">
				{isRehearsal && <Stamp place="page" />}
				<p className="rows-back">
					<a href={`/${conferenceId}`}>
						<Message id="rows.back" />
					</a>
				</p>
				{children}
			</main>
		</div>
	);
}
