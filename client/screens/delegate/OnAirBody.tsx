import { type ReactNode, useLayoutEffect, useState } from "react";
import type { FloorStatement } from "../../../shared/conference/floor.ts";
import type { Pledge } from "../../../shared/conference/pledge.ts";
import type { StatementText } from "../../../shared/conference/texts.ts";
import { SlowDownNotice } from "../../features/interpretation/SlowDownNotice.tsx";
import type { ListRows } from "../../features/speakersList/rows.ts";
import { OwnFeed } from "../../features/stage/OwnFeed.tsx";
import { Message } from "../../i18n/intl.tsx";
import { classes } from "../../ui/classes.ts";
import { NextBrief } from "./NextBrief.tsx";
import { OnAirActs, YouHaveTheFloor } from "./OnAir.tsx";
import { PrompterPane } from "./PrompterPane.tsx";
import { Stage } from "./Stage.tsx";
import { TallyLine } from "./UnderStage.tsx";
import type { FloorActs } from "./useFloorActs.ts";
import type { Prompter } from "./usePrompter.ts";

/** The console of whoever speaks: the text and the hall on one side, the clock and what is pressed on the other. */
export function OnAirBody({
	delegationId,
	statement,
	rows,
	acts,
	announcing,
	onAnnounce,
	mayPledge,
	prompter,
	text,
	texts,
	onChoose,
	children,
}: {
	delegationId: string;
	statement: FloorStatement;
	rows: ListRows;
	acts: FloorActs;
	announcing: readonly Pledge[];
	onAnnounce: (pledge: Pledge) => void;
	mayPledge: boolean;
	prompter: Prompter;
	/** The text that is read from; none where none was filed, or the floor is had for something else. */
	text: StatementText | undefined;
	texts: readonly StatementText[];
	onChoose: (textId: string) => void;
	/** A vote and its result: whoever has the floor votes like everybody else. */
	children: ReactNode;
}) {
	// On a phone the page may have been scrolled far down; whoever gets the floor sees the clock and the text.
	// In a block, because some browsers answer with a promise, which React would call as a cleanup.
	useLayoutEffect(() => {
		window.scrollTo({ top: 0 });
	}, []);
	return (
		<main className={classes("delegate-body", "delegate-body-floor", text !== undefined && "with-prompter")}>
			<section className="column column-stack">
				<h2 className="visually-hidden">
					<Message id="audience.hall" />
				</h2>
				{text !== undefined && (
					<PrompterPane prompter={prompter} text={text} texts={texts} onChoose={onChoose} />
				)}
				<div className="on-air-below">
					<Stage mine />
					<NextBrief rows={rows} />
				</div>
				{text === undefined && <TallyLine />}
			</section>
			<section className="column column-action">
				<YouHaveTheFloor statement={statement} />
				<SlowDownNotice />
				<OwnFeed feed="floor" preview={false} />
				{children}
				<OnAirActs
					delegationId={delegationId}
					statement={statement}
					acts={acts}
					announcing={announcing}
					onAnnounce={onAnnounce}
					mayPledge={mayPledge}
				/>
			</section>
		</main>
	);
}

/** Which text is read from: the one chosen, else that in the language of the statement, else the first. */
export function useChosenText(
	texts: readonly StatementText[],
	statement: FloorStatement | null,
): [StatementText | undefined, (textId: string) => void] {
	const [chosen, setChosen] = useState<string>();
	const hasText = statement !== null && (statement.kind === "statement" || statement.kind === "hand");
	const text = hasText
		? (texts.find(({ id }) => id === chosen) ??
			texts.find(({ language }) => language === statement.language) ??
			texts[0])
		: undefined;
	return [text, setChosen];
}
