import type { ReactNode } from "react";
import { useConnection } from "../../conference/hooks.ts";
import { useConnectionState } from "../../features/connection/ConnectionBar.tsx";
import { Message } from "../../i18n/intl.tsx";
import { Banner, ConnectionBanner } from "../../ui/Banner.tsx";
import { TriangleAlert } from "../../ui/icons.ts";

/** What is wrong with the connection, what is kept, and what comes next; nothing while all is well. */
export function useConnectionBar(): ReactNode {
	const { status } = useConnection();
	const state = useConnectionState();
	if (status === "journalDown")
		return (
			<Banner bar tone="red" icon={TriangleAlert} title={<Message id="console.journalDown" />}>
				<Message id="console.journalDownNext" />
			</Banner>
		);
	if (status === "signedOut")
		return (
			<Banner bar tone="red" icon={TriangleAlert} title={<Message id="notice.signInNeeded" />}>
				<Message id="notice.signInNeededNext" />
			</Banner>
		);
	return state === null ? null : <ConnectionBanner state={state} bar />;
}
