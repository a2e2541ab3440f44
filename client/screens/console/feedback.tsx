import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from "react";
import { useSpeech } from "../../i18n/intl.tsx";
import type { Emblem } from "../../ui/Flag.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { X } from "../../ui/icons.ts";
import { Toast, ToastRegion } from "../../ui/Toast.tsx";

/** What has just happened, in the act's own words in the past tense; or why it did not. */
export interface Note {
	readonly title: ReactNode;
	/** The record's words: the text of a pledge. */
	readonly detail?: ReactNode;
	/** Red for a refusal, brass for what has just become public, green for what was carried out. */
	readonly tone?: "brass" | "red" | "green" | undefined;
	readonly emblem?: Emblem | undefined;
	/** What can be done about it, beside the words: "Undo". */
	readonly action?: ReactNode;
	/** How long it is shown, in ms, where not as long as others. */
	readonly forMs?: number | undefined;
}

export interface Feedback {
	/** Shows a note for some seconds; read out politely. What it gives takes the note away before. */
	show(note: Note): () => void;
	/** Says something aloud without showing it. Assertive only for what cannot wait: "You have the floor". */
	announce(words: string, urgency?: "polite" | "assertive"): void;
}

const FeedbackContext = createContext<Feedback | null>(null);

export function useFeedback(): Feedback {
	const feedback = use(FeedbackContext);
	if (feedback === null) throw new Error("This component must stand inside a FeedbackProvider.");
	return feedback;
}

const shownForMs = 6_000;
/** A refusal asks for a decision, so it stays longer. */
const refusalShownForMs = 12_000;
const mostNotes = 3;

/** Carries notes and announcements for everything below; the regions stand in the page from its start. */
export function FeedbackProvider({ children }: { children: ReactNode }) {
	const { t } = useSpeech();
	const [notes, setNotes] = useState<readonly (Note & { readonly id: number })[]>([]);
	const count = useRef(0);
	const dismiss = useCallback((id: number) => setNotes((all) => all.filter((each) => each.id !== id)), []);
	const show = useCallback(
		(note: Note) => {
			count.current += 1;
			const id = count.current;
			setNotes((all) => [...all, { ...note, id }].slice(-mostNotes));
			setTimeout(() => dismiss(id), note.forMs ?? (note.tone === "red" ? refusalShownForMs : shownForMs));
			return () => dismiss(id);
		},
		[dismiss],
	);
	const feedback = useMemo(() => ({ show, announce }), [show]);
	return (
		<FeedbackContext value={feedback}>
			{children}
			<ToastRegion>
				{notes.map(({ id, title, detail, tone = "green", emblem, action }) => (
					<Toast
						key={id}
						title={title}
						tone={tone}
						emblem={emblem}
						action={
							<>
								{action}
								<IconButton small icon={X} label={t("common.close")} onClick={() => dismiss(id)} />
							</>
						}
					>
						{detail}
					</Toast>
				))}
			</ToastRegion>
		</FeedbackContext>
	);
}

/** A region that is filled in the moment of its making is often not read; it needs to be known first. */
const settleMs = 120;

/**
 * While a modal dialog is open everything outside it is inert, live regions too; so the words go into the
 * region of the dialog in front, if there is one.
 */
function announce(words: string, urgency: "polite" | "assertive" = "polite"): void {
	const dialogs = document.querySelectorAll("dialog[open]");
	const place = dialogs.item(dialogs.length - 1) ?? document.body;
	const known = place.querySelector(`:scope > [data-announcer="${urgency}"]`);
	const region = known ?? document.createElement("div");
	if (known === null) {
		region.className = "visually-hidden";
		region.setAttribute("data-announcer", urgency);
		region.setAttribute("aria-live", urgency);
		region.setAttribute("aria-atomic", "true");
		place.append(region);
	}
	region.textContent = "";
	setTimeout(() => {
		region.textContent = words;
	}, settleMs);
}
