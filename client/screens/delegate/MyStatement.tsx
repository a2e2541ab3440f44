import { useState } from "react";
import type { StatementText } from "../../../shared/conference/texts.ts";
import { sameItems, useConference, useSelect } from "../../conference/hooks.ts";
import type { ListPlace } from "../../features/speakersList/listSegment.ts";
import { TextLength } from "../../features/texts/TextLength.tsx";
import { fileAddress } from "../../features/texts/textsApi.ts";
import { textsOf } from "../../features/texts/textsOf.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { languageNames } from "../../i18n/languages.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Check, FileCheck } from "../../ui/icons.ts";
import { Tag } from "../../ui/Tag.tsx";
import { ConfirmDialog } from "../console/FormDialog.tsx";
import { useCommand } from "../console/useCommand.ts";
import { FileTextDialog } from "./FileTextDialog.tsx";
import { MyRecording } from "./MyRecording.tsx";
import { ReadTextDialog } from "./ReadTextDialog.tsx";
import { useSeatDialog } from "./seatDialog.tsx";

/** The text of the delegation's statement, filed ahead in any language; its own until it is delivered (TX1). */
export function MyStatement({
	delegationId,
	place,
	limitMs,
	maySpeak,
}: {
	delegationId: string;
	place: ListPlace;
	limitMs: number;
	maySpeak: boolean;
}) {
	const open = useSeatDialog();
	const segmentId = place.segment.id;
	const texts = useSelect((state) => textsOf(state, segmentId, delegationId), sameItems);
	const isPrivate = texts.some(({ published }) => published === null);
	const file = (replaces?: StatementText) =>
		open((close) => <FileTextDialog {...{ segmentId, limitMs, replaces }} filed={texts} onClose={close} />);
	return (
		<section className="block block-statement">
			<div className="block-head">
				<h3>
					<Message id="texts.mine" />
				</h3>
				{maySpeak && (
					<Button variant="quiet" small onClick={() => file()}>
						<Message id={texts.length === 0 ? "texts.file" : "texts.addLanguage"} />
					</Button>
				)}
			</div>
			{texts.length === 0 ? (
				<EmptyState title={<Message id="texts.empty" />}>
					<Message id={maySpeak ? "texts.emptyNext" : "delegate.noRightToSpeak"} />
				</EmptyState>
			) : (
				texts.map((text) => (
					<TextRow
						key={text.id}
						text={text}
						limitMs={limitMs}
						maySpeak={maySpeak}
						onReplace={() => file(text)}
					/>
				))
			)}
			{isPrivate && (
				<p className="block-note">
					<Message id="texts.notPublic" />
				</p>
			)}
			<MyRecording {...{ segmentId, delegationId, limitMs, maySpeak }} />
		</section>
	);
}

function TextRow({
	text,
	limitMs,
	maySpeak,
	onReplace,
}: {
	text: StatementText;
	limitMs: number;
	maySpeak: boolean;
	onReplace: () => void;
}) {
	const open = useSeatDialog();
	const { conferenceId } = useConference();
	const language = languageNames[text.language] ?? text.language;
	return (
		<article className="statement-text">
			<div className="statement">
				<Icon icon={FileCheck} size={22} />
				<span>
					<b>
						<Message id="texts.inLanguage" values={{ language: <bdi>{language}</bdi> }} />
					</b>
					{/* What was delivered is no longer held against the limit. */}
					<TextLength
						words={text.words}
						limitMs={text.published === null ? limitMs : Number.POSITIVE_INFINITY}
					/>
				</span>
				{text.published === null ? (
					<Tag>
						<Message id="texts.filed" />
					</Tag>
				) : (
					<Tag tone="green" icon={Check}>
						<Message id="texts.public" />
					</Tag>
				)}
			</div>
			<div className="statement-acts">
				{text.published !== null ? (
					<a
						className="text-link"
						href={fileAddress(conferenceId, text.fileId)}
						target="_blank"
						rel="noreferrer"
					>
						<Message id="texts.openPublic" />
					</a>
				) : (
					<>
						<Button
							variant="quiet"
							small
							onClick={() => open((close) => <ReadTextDialog text={text} onClose={close} />)}
						>
							<Message id="texts.read" />
						</Button>
						{maySpeak && (
							<>
								<Button variant="quiet" small onClick={onReplace}>
									<Message id="texts.replace" />
								</Button>
								<Button
									variant="quiet"
									small
									className="quiet-dim"
									onClick={() => open((close) => <WithdrawTextDialog text={text} onClose={close} />)}
								>
									<Message id="texts.withdraw" />
								</Button>
							</>
						)}
					</>
				)}
			</div>
		</article>
	);
}

function WithdrawTextDialog({ text, onClose }: { text: StatementText; onClose: () => void }) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const [refusal, setRefusal] = useState<string>();
	const submit = async () => {
		const outcome = await run(
			{ type: "withdrawText", textId: text.id },
			{ done: t("texts.withdrawn"), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<ConfirmDialog
			title={<Message id="texts.withdrawTitle" />}
			submit={<Message id="texts.withdraw" />}
			variant="outlineRed"
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<Message id="texts.withdrawDetail" />
		</ConfirmDialog>
	);
}
