import type { Entry } from "../../../../../shared/conference/speakersList.ts";
import { useSelect } from "../../../../conference/hooks.ts";
import { nameOf } from "../../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../../i18n/intl.tsx";
import { useCommand } from "../../../console/useCommand.ts";
import { ActDialog } from "../../parts/ActDialog.tsx";

/** Takes a delegation off the list; what was inscribed stays in the record (SL7). */
export function TakeOffDialog({
	segmentId,
	entry,
	onClose,
}: {
	segmentId: string;
	entry: Entry;
	onClose: () => void;
}) {
	const { locale } = useSpeech();
	const { run } = useCommand();
	const delegation = useSelect((state) => state.delegations.delegations.get(entry.delegationId));
	const values = { delegation: <bdi>{nameOf(delegation, entry.delegationId, locale)}</bdi> };
	const takeOff = async () => {
		const outcome = await run(
			{ type: "withdrawInscription", segmentId, entryId: entry.id },
			{ quiet: true, done: { title: <Message id="secretariat.takenOff" values={values} /> } },
		);
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<Message id="secretariat.takeOffTitle" values={values} />}
			act={<Message id="secretariat.takeOff" />}
			startsAt="cancel"
			onAct={takeOff}
			onClose={onClose}
		>
			<p>
				<Message id="secretariat.takeOffNote" />
			</p>
		</ActDialog>
	);
}
