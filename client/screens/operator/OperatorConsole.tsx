import { useCallback, useState } from "react";
import { PresentMeetingTitle } from "../../features/programme/PresentMeetingTitle.tsx";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import type { Shortcut } from "../../ui/shortcuts.ts";
import { ConsoleShell } from "../console/ConsoleShell.tsx";
import { FeedsPanel } from "./feeds/FeedsPanel.tsx";
import { useRestarts } from "./feeds/useRestarts.ts";
import { OperatorDialogs } from "./OperatorDialogs.tsx";
import { type OperatorDialog, OperatorDialogProvider } from "./operatorDialog.ts";
import { NowBar } from "./order/NowBar.tsx";
import { RunningOrderPanel } from "./order/RunningOrderPanel.tsx";
import { useRecordingAct } from "./order/useRecordingAct.ts";
import { BoothsSection } from "./side/BoothsSection.tsx";
import { ForwardingSection } from "./side/ForwardingSection.tsx";
import { HeardSection } from "./side/HeardSection.tsx";
import { MessagesSection } from "./side/MessagesSection.tsx";

/** The operator's console: what is heard, what everybody sends and how it arrives, what comes next, and who asks for help. */
export function OperatorConsole() {
	const { t } = useSpeech();
	const [dialog, setDialog] = useState<OperatorDialog | null>(null);
	const close = useCallback(() => setDialog(null), []);
	const restarts = useRestarts();
	const recordingAct = useRecordingAct();
	const shortcuts: readonly Shortcut[] = [
		{
			key: "V",
			label: <Message id={recordingAct?.isPlaying ? "podium.backToLive" : "podium.playRecording"} />,
			run: recordingAct?.act,
		},
		{ key: "W", label: <Message id="operator.write" />, run: () => setDialog({ kind: "write" }) },
	];
	return (
		<OperatorDialogProvider value={setDialog}>
			<ConsoleShell
				title={<PresentMeetingTitle />}
				role={<Message id="role.operator" />}
				shortcuts={shortcuts}
			>
				<main className="operator-body">
					<section className="column column-side operator-side">
						<HeardSection />
						<ForwardingSection />
						<BoothsSection />
					</section>
					<section
						className="column operator-middle"
						aria-label={t("operator.nowAndNext")}
						// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
						tabIndex={0}
					>
						<NowBar recordingAct={recordingAct} />
						<FeedsPanel restarts={restarts} />
						<RunningOrderPanel />
					</section>
					<section className="column column-action operator-messages">
						<MessagesSection />
					</section>
				</main>
				<OperatorDialogs dialog={dialog} onRestart={restarts.restart} onClose={close} />
			</ConsoleShell>
		</OperatorDialogProvider>
	);
}
