import type { ReactNode } from "react";
import { NavLink } from "react-router";
import { inLanguage } from "../../../../shared/conference/common.ts";
import { useConference, useSelect } from "../../../conference/hooks.ts";
import { useInbox } from "../../../features/messages/useInbox.ts";
import { useRead } from "../../../features/messages/useRead.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import type { MessageId } from "../../../i18n/loadMessages.ts";
import { classes } from "../../../ui/classes.ts";
import type { Shortcut } from "../../../ui/shortcuts.ts";
import { ConsoleShell } from "../../console/ConsoleShell.tsx";

export type SecretariatView = "pledges" | "delegations" | "programme" | "messages";

const titles: Record<SecretariatView, MessageId> = {
	pledges: "desk.title",
	delegations: "secretariat.delegations",
	programme: "delegate.tabProgramme",
	messages: "secretariat.messages",
};

/** The address of a view, or of one row in it. */
export function useAddress(): (view: SecretariatView, row?: string) => string {
	const { conferenceId } = useConference();
	return (view, row) => `/${conferenceId}/secretariat/${view}${row === undefined ? "" : `/${row}`}`;
}

/** The frame of the secretariat's views: a table, and beside it the detail of the selected row. */
export function SecretariatShell({
	view,
	shortcuts,
	children,
	detail,
}: {
	view: SecretariatView;
	shortcuts: readonly Shortcut[];
	/** The column of the table. */
	children: ReactNode;
	/** The panel of the selected row, if any. */
	detail: ReactNode;
}) {
	const { locale, t } = useSpeech();
	const address = useAddress();
	const conference = useSelect((state) => state.profile.title);
	return (
		<ConsoleShell
			title={<Message id={titles[view]} />}
			detail={<bdi>{inLanguage(conference, locale)}</bdi>}
			role={<Message id="desk.secretariat" />}
			shortcuts={shortcuts}
		>
			<main className="desk">
				<nav className="tabs desk-tabs" aria-label={t("secretariat.views")}>
					{(Object.keys(titles) as SecretariatView[]).map((each) => (
						<NavLink key={each} to={address(each)}>
							<Message id={titles[each]} />
							{each === "messages" && <NewMessages />}
						</NavLink>
					))}
				</nav>
				<div className={classes("desk-body", detail === null && "desk-body-wide")}>
					<section className="column" aria-label={t(titles[view])}>
						{children}
					</section>
					{detail}
				</div>
			</main>
		</ConsoleShell>
	);
}

/** How many messages nobody at this browser has read. */
function NewMessages() {
	const { newIn } = useRead();
	const threads = useInbox();
	const count = threads.reduce((sum, { thread, reader }) => sum + newIn(thread, reader), 0);
	if (count === 0) return null;
	return (
		<span className="desk-new">
			<Message id="secretariat.messagesNew" values={{ count }} />
		</span>
	);
}
